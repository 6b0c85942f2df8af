package com.texchange.process;

import io.camunda.client.api.search.enums.IncidentErrorType;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Why a step failed, as far as a process manager needs to tell causes apart; in words under its key. */
public enum FailureCause {

    /** The business refused what the step was to do. */
    REFUSED,
    /** PostgreSQL could not be reached or had no connection left. */
    DATABASE,
    /** Something that the step needs is missing or malformed. */
    DATA,
    /** An expression or a condition of the process could not be computed. */
    EXPRESSION,
    /** The engine lacks something that the process refers to. */
    MODEL,
    /** An answer did not come in time. */
    TIMEOUT,
    UNEXPECTED;

    private static final Pattern DATABASE_AWAY = Pattern.compile(
            "CannotGetJdbcConnection|CannotCreateTransaction|DataAccessResourceFailure|TransactionSystem|"
                    + "TransientDataAccess|SQLTransientConnection|PSQLException|JDBC Connection");
    private static final Pattern BAD_DATA = Pattern.compile(
            "^(IllegalArgument|NoSuchElement|DataIntegrityViolation|DuplicateKey|ConstraintViolation|NullPointer|"
                    + "DateTimeParse|NumberFormat|EmptyResultDataAccess)\\w*:");
    private static final Set<IncidentErrorType> EXPRESSIONS = Set.of(IncidentErrorType.CONDITION_ERROR,
            IncidentErrorType.EXTRACT_VALUE_ERROR, IncidentErrorType.IO_MAPPING_ERROR,
            IncidentErrorType.DECISION_EVALUATION_ERROR);
    private static final Set<IncidentErrorType> MODELS = Set.of(IncidentErrorType.CALLED_ELEMENT_ERROR,
            IncidentErrorType.CALLED_DECISION_ERROR, IncidentErrorType.FORM_NOT_FOUND,
            IncidentErrorType.RESOURCE_NOT_FOUND);

    /** The message key of its explanation. */
    public String key() {
        return "process.cause." + name();
    }

    /** @param message as the worker gave it, beginning with the exception's name, or the engine's own */
    static FailureCause of(IncidentErrorType type, String message) {
        if (type == IncidentErrorType.UNHANDLED_ERROR_EVENT || message.startsWith("RefusedException")) {
            return REFUSED;
        }
        if (EXPRESSIONS.contains(type)) {
            return EXPRESSION;
        }
        if (MODELS.contains(type)) {
            return MODEL;
        }
        if (DATABASE_AWAY.matcher(message).find()) {
            return DATABASE;
        }
        if (BAD_DATA.matcher(message).find()) {
            return DATA;
        }
        String lower = message.toLowerCase(Locale.ROOT);
        return lower.contains("timeout") || lower.contains("timed out") ? TIMEOUT : UNEXPECTED;
    }
}
