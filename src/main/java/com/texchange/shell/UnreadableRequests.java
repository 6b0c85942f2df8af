package com.texchange.shell;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.catalina.Context;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.core.StandardHost;
import org.apache.catalina.valves.ErrorReportValve;
import org.apache.coyote.ActionCode;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/**
 * What is said of requests that Tomcat itself refuses, before any page or filter sees them: addresses with characters that do
 * not belong there, headers that are too long. Their language is unknown, so the page has both.
 */
@Component
class UnreadableRequests implements WebServerFactoryCustomizer<TomcatServletWebServerFactory> {

    private static final String PAGE = page();

    private static String page() {
        try {
            return new ClassPathResource("templates/unreadable.html").getContentAsString(StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void customize(TomcatServletWebServerFactory factory) {
        factory.addContextCustomizers(UnreadableRequests::answerIn);
    }

    private static void answerIn(Context context) {
        if (context.getParent() instanceof StandardHost host) {
            // By this name Tomcat sees that there is one, and adds none of its own.
            host.setErrorReportValveClass(Answer.class.getName());
            host.getPipeline().addValve(new Answer());
        }
    }

    /** In place of Tomcat's page, which names the server and shows where it failed. */
    private static final class Answer extends ErrorReportValve {

        private static final int FIRST_ERROR = 400;

        @Override
        protected void report(Request request, Response response, @Nullable Throwable failure) {
            if (response.getStatus() < FIRST_ERROR || response.getContentWritten() > 0 || !response.setErrorReported()
                    || !canBeWritten(response)) {
                return;
            }
            try {
                SecurityHeaders.write(request, response);
                response.setContentType("text/html");
                response.setCharacterEncoding(StandardCharsets.UTF_8);
                PrintWriter writer = response.getReporter();
                if (writer != null) {
                    writer.write(PAGE);
                    response.finishResponse();
                }
            } catch (IOException | IllegalStateException e) {
                // Nobody listens any more.
                container.getLogger().debug("no answer to an unreadable request", e);
            }
        }

        private static boolean canBeWritten(Response response) {
            AtomicBoolean allowed = new AtomicBoolean();
            response.getCoyoteResponse().action(ActionCode.IS_IO_ALLOWED, allowed);
            return allowed.get();
        }
    }
}
