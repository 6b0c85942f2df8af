package com.texchange.shell;

import com.vaadin.flow.spring.SpringServlet;
import java.time.Duration;
import org.atmosphere.cpr.ApplicationConfig;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.web.servlet.ServletRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Atmosphere, which Vaadin pushes by, knows its parts by the parameters of Vaadin's servlet. */
@Configuration(proxyBeanMethods = false)
class PushConnections {

    /** Every minute a sign of life goes over one that a page has. */
    private static final Duration SILENT_AT_MOST = Duration.ofMinutes(3);

    @Bean
    static BeanPostProcessor pushOneWay() {
        return new BeanPostProcessor() {
            @Override
            public Object postProcessAfterInitialization(Object bean, String name) {
                if (bean instanceof ServletRegistrationBean<?> servlet && servlet.getServlet() instanceof SpringServlet) {
                    servlet.addInitParameter(ApplicationConfig.ATMOSPHERE_INTERCEPTORS, OneWayPush.class.getName());
                    servlet.addInitParameter(ApplicationConfig.WEBSOCKET_IDLETIME, String.valueOf(SILENT_AT_MOST.toMillis()));
                }
                return bean;
            }
        };
    }
}
