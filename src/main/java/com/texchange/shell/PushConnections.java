package com.texchange.shell;

import com.vaadin.flow.spring.SpringServlet;
import org.atmosphere.cpr.ApplicationConfig;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.web.servlet.ServletRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Atmosphere, which Vaadin pushes by, knows its parts by the parameters of Vaadin's servlet. */
@Configuration(proxyBeanMethods = false)
class PushConnections {

    @Bean
    static BeanPostProcessor pushOneWay() {
        return new BeanPostProcessor() {
            @Override
            public Object postProcessAfterInitialization(Object bean, String name) {
                if (bean instanceof ServletRegistrationBean<?> servlet && servlet.getServlet() instanceof SpringServlet) {
                    servlet.addInitParameter(ApplicationConfig.ATMOSPHERE_INTERCEPTORS, OneWayPush.class.getName());
                }
                return bean;
            }
        };
    }
}
