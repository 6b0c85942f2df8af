package com.texchange.process;

import com.texchange.common.RefusedException;
import io.camunda.client.api.search.enums.IncidentErrorType;
import jakarta.validation.ConstraintViolationException;
import java.net.SocketTimeoutException;
import java.time.DateTimeException;
import java.util.Arrays;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.EmptyResultDataAccessException;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.transaction.TransactionSystemException;

/**
 * Why a step failed, as far as a process manager needs to tell causes apart; in words under its key. A worker that gives a
 * step up leaves it as a variable of the step, where pages and Operate read it.
 */
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

    /** The variable of a failed step that holds its cause. */
    static final String VARIABLE = "failureCause";

    private static final Set<IncidentErrorType> EXPRESSIONS = Set.of(IncidentErrorType.CONDITION_ERROR,
            IncidentErrorType.EXTRACT_VALUE_ERROR, IncidentErrorType.IO_MAPPING_ERROR,
            IncidentErrorType.DECISION_EVALUATION_ERROR);
    private static final Set<IncidentErrorType> MODELS = Set.of(IncidentErrorType.CALLED_ELEMENT_ERROR,
            IncidentErrorType.CALLED_DECISION_ERROR, IncidentErrorType.FORM_NOT_FOUND,
            IncidentErrorType.RESOURCE_NOT_FOUND);
    private static final List<Class<? extends Exception>> TIMEOUTS = List.of(QueryTimeoutException.class,
            SocketTimeoutException.class, TimeoutException.class);
    private static final List<Class<? extends Exception>> DATABASES = List.of(DataAccessResourceFailureException.class,
            TransactionSystemException.class);
    private static final List<Class<? extends Exception>> BAD_DATA = List.of(IllegalArgumentException.class,
            NoSuchElementException.class, NullPointerException.class, DateTimeException.class,
            DataIntegrityViolationException.class, EmptyResultDataAccessException.class, ConstraintViolationException.class);

    /** The message key of its explanation. */
    public String key() {
        return "process.cause." + name();
    }

    /** Of what a worker's step has thrown. */
    static FailureCause of(Throwable thrown) {
        if (thrown instanceof RefusedException) {
            return REFUSED;
        }
        if (isAny(TIMEOUTS, thrown)) {
            return TIMEOUT;
        }
        if (DatabaseAway.isCauseOf(thrown) || isAny(DATABASES, thrown)) {
            return DATABASE;
        }
        return BAD_DATA.stream().anyMatch(type -> type.isInstance(thrown)) ? DATA : UNEXPECTED;
    }

    private static boolean isAny(List<Class<? extends Exception>> types, Throwable thrown) {
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            Throwable looked = cause;
            if (types.stream().anyMatch(type -> type.isInstance(looked))) {
                return true;
            }
        }
        return false;
    }

    /** @param left the value of {@link #VARIABLE}; null where no worker of this application has failed */
    static FailureCause of(IncidentErrorType type, @Nullable String left) {
        if (type == IncidentErrorType.UNHANDLED_ERROR_EVENT) {
            return REFUSED;
        }
        if (EXPRESSIONS.contains(type)) {
            return EXPRESSION;
        }
        if (MODELS.contains(type)) {
            return MODEL;
        }
        return Arrays.stream(values()).filter(cause -> cause.name().equals(left)).findFirst().orElse(UNEXPECTED);
    }
}
