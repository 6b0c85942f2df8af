package com.texchange.process;

import com.texchange.common.RefusedException;
import com.texchange.process.ProcessSubject.Kind;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/**
 * Says in Russian and in English what failed and which onboarding it concerns, for whoever reads it in Operate. Holds
 * nothing about persons: the cluster's operators need not know them, and the application's log tells the rest.
 */
@Component
class FailureWords {

    private static final String PREFIX = "process.incident.";
    private static final Pattern MAIL_ADDRESS = Pattern.compile("[^\\s<>\"'(),;:=]+@[^\\s<>\"'(),;:]+");
    private static final String OWN = "com.texchange.";
    private static final int MAX_DETAIL = 500;

    private final MessageSource messages;

    FailureWords(MessageSource messages) {
        this.messages = messages;
    }

    /** @param variables of the step's process, as far as it sees them */
    String of(Map<String, Object> variables, Throwable thrown) {
        return Stream.of(in(Locale.of("ru"), variables, thrown), in(Locale.ENGLISH, variables, thrown), detail(thrown))
                .filter(line -> !line.isEmpty()).collect(Collectors.joining("\n"));
    }

    private String in(Locale language, Map<String, Object> variables, Throwable thrown) {
        String cause = messages.getMessage(FailureCause.of(thrown).key(), null, language);
        String refusal = thrown instanceof RefusedException refused
                ? refusal(language, refused) : "";
        return Stream.of(about(language, variables), refusal, cause).filter(part -> !part.isEmpty())
                .collect(Collectors.joining(" "));
    }

    /** An unknown key would tell nobody anything. */
    private String refusal(Locale language, RefusedException refused) {
        String reason = messages.getMessage(refused.messageKey(), refused.arguments(), "", language);
        return reason == null ? "" : withoutAddresses(reason);
    }

    /** The onboarding's code and the companies; the id where the process has no code. */
    private String about(Locale language, Map<String, Object> variables) {
        Optional<Kind> kind = Arrays.stream(Kind.values())
                .filter(known -> variables.get(known.variable()) != null).findFirst();
        if (kind.isEmpty()) {
            return "";
        }
        String name = messages.getMessage(PREFIX + kind.get(), null, language);
        Object code = variables.get(ProcessVariables.DISTRIBUTOR_CODE);
        String which = code == null ? String.valueOf(variables.get(kind.get().variable()))
                : messages.getMessage(PREFIX + "code", new Object[] {code}, language);
        return Stream.of(name + " " + which,
                        company("supplier", variables.get(ProcessVariables.SUPPLIER_NAME), language),
                        company("distributor", variables.get(ProcessVariables.DISTRIBUTOR_NAME), language))
                .filter(Objects::nonNull).collect(Collectors.joining(", ", "", "."));
    }

    private @Nullable String company(String part, @Nullable Object name, Locale language) {
        return name == null ? null : messages.getMessage(PREFIX + part, new Object[] {name}, language);
    }

    /** What a developer asks for; a refusal has said all. */
    private static String detail(Throwable thrown) {
        if (thrown instanceof RefusedException) {
            return "";
        }
        String type = thrown.getClass().getSimpleName();
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql) {
                return type + ": " + detail(sql);
            }
        }
        String message = thrown.getMessage();
        return message == null || isOfOptional(thrown) ? type + place(thrown)
                : cut(type + ": " + withoutAddresses(message));
    }

    /** "No value present" says nothing. */
    private static boolean isOfOptional(Throwable thrown) {
        return frames(thrown).limit(1).anyMatch(frame -> frame.getClassName().equals(Optional.class.getName()));
    }

    /** Where in the application it was. */
    private static String place(Throwable thrown) {
        return frames(thrown).filter(frame -> frame.getClassName().startsWith(OWN)).findFirst()
                .map(frame -> " at " + frame.getClassName().substring(OWN.length()) + "." + frame.getMethodName()).orElse("");
    }

    private static Stream<StackTraceElement> frames(Throwable thrown) {
        return Arrays.stream(thrown.getStackTrace());
    }

    /** The database's own words quote the row. */
    private static String detail(SQLException failure) {
        ServerErrorMessage server = failure instanceof PSQLException postgres ? postgres.getServerErrorMessage() : null;
        String constraint = server == null ? null : server.getConstraint();
        return "SQLSTATE " + failure.getSQLState() + (constraint == null ? "" : ", constraint " + constraint);
    }

    private static String withoutAddresses(String text) {
        return MAIL_ADDRESS.matcher(text).replaceAll("…");
    }

    private static String cut(String text) {
        return text.length() <= MAX_DETAIL ? text : text.substring(0, MAX_DETAIL) + "…";
    }
}
