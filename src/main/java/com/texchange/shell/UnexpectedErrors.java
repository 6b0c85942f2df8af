package com.texchange.shell;

import com.texchange.common.FullStops;
import com.texchange.common.RefusedException;
import com.texchange.common.ui.Notices;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.server.ErrorEvent;
import com.vaadin.flow.server.ErrorHandler;
import com.vaadin.flow.server.VaadinRequest;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import java.io.IOException;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Component;

/**
 * Answers what a view did not expect: says it at the page in plain words and logs it under a number that the person can
 * name to the operator.
 */
@Component
class UnexpectedErrors implements ErrorHandler {

    private static final Logger LOG = LoggerFactory.getLogger(UnexpectedErrors.class);
    /** Enough to find one log entry, short enough for the telephone. */
    private static final int REFERENCE_LENGTH = 8;
    private static final int MOST_CAUSES = 20;
    /** What the servlet container and Spring throw then. */
    private static final Set<String> GONE = Set.of("ClientAbortException", "AsyncRequestNotUsableException", "EofException", "SlowBodyException");
    private static final Pattern GONE_WORDS = Pattern.compile("(?i)broken pipe|connection reset");

    private final Denials denials;

    UnexpectedErrors(Denials denials) {
        this.denials = denials;
    }

    @Override
    public void error(ErrorEvent event) {
        Throwable error = event.getThrowable();
        UI ui = UI.getCurrent();
        switch (error) {
            case RefusedException refusal when ui != null -> Notices.refused(refusal);
            case AccessDeniedException denied when ui != null -> {
                LOG.info("Access denied: {}", denied.getMessage());
                denials.ofAct();
                Notices.error(ui.getTranslation("shell.notAllowed"));
            }
            case ConcurrencyFailureException conflict when ui != null ->
                    Notices.error(ui.getTranslation("shell.changedMeanwhile"));
            case ConstraintViolationException invalid when ui != null -> Notices.error(invalid.getConstraintViolations()
                    .stream().map(ConstraintViolation::getMessage).distinct().reduce(FullStops::follow).orElse(""));
            case Throwable broken when VaadinRequest.getCurrent() instanceof VaadinRequest request && PageRequests.isAtFault(broken) ->
                    PageRequests.tell(broken, request);
            default -> {
                String reference = log(error);
                if (ui != null) {
                    Notices.error(ui.getTranslation("shell.unexpected", reference));
                }
            }
        }
    }

    /** @return the number under which it was logged */
    String log(Throwable error) {
        String reference = UUID.randomUUID().toString().substring(0, REFERENCE_LENGTH).toUpperCase(Locale.ROOT);
        if (isBrowserGone(error)) {
            LOG.debug("The browser has closed its connection ({}): {}", reference, error.toString());
        } else {
            LOG.error("Unexpected error {}", reference, error);
        }
        return reference;
    }

    /** Somebody has closed the tab or lost the network while an answer was on its way: nothing to be looked into. */
    private static boolean isBrowserGone(Throwable error) {
        return Stream.iterate(error, Objects::nonNull, Throwable::getCause).limit(MOST_CAUSES)
                .anyMatch(cause -> cause instanceof IOException && (GONE.contains(cause.getClass().getSimpleName())
                        || GONE_WORDS.matcher(Objects.toString(cause.getMessage(), "")).find()));
    }
}
