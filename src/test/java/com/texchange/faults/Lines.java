package com.texchange.faults;

import com.texchange.local.LocalServers;
import com.texchange.testing.OwnServers;
import java.net.URI;
import java.util.stream.Stream;
import org.springframework.beans.factory.support.DefaultListableBeanFactory;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ConfigurableApplicationContext;

/** The lines to the engine and the mail server that a test can cut. */
record Lines(Line grpc, Line rest, Line smtp) {

    void cutEngine() {
        grpc.cut();
        rest.cut();
    }

    void mendEngine() {
        grpc.mend();
        rest.mend();
    }

    /** Servers of a test class's own, with the application at the other end of the lines. */
    static class Start extends OwnServers.Start {

        @Override
        public void initialize(ConfigurableApplicationContext context) {
            super.initialize(context);
            DefaultListableBeanFactory beans = (DefaultListableBeanFactory) context.getBeanFactory();
            LocalServers servers = beans.getBean(LocalServers.class);
            Lines lines = new Lines(to(servers.camunda().grpcAddress()), to(servers.camunda().restAddress()),
                    Line.to(servers.mail().getSmtp().getPort()));
            beans.registerSingleton("lines", lines);
            beans.registerDisposableBean("lines", () -> Stream.of(lines.grpc, lines.rest, lines.smtp).forEach(Line::close));
            TestPropertyValues.of("t-exchange.camunda.grpc-address=http://127.0.0.1:" + lines.grpc.port(),
                    "t-exchange.camunda.rest-address=http://127.0.0.1:" + lines.rest.port(),
                    "spring.mail.port=" + lines.smtp.port()).applyTo(context);
        }

        private static Line to(URI address) {
            return Line.to(address.getPort());
        }
    }
}
