package com.texchange;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

/** The T-Exchange application: interface, job workers and durable engine commands in one process. */
@SpringBootApplication
@ConfigurationPropertiesScan
public class TExchangeApplication {

    public static void main(String[] args) {
        SpringApplication.run(TExchangeApplication.class, args);
    }
}
