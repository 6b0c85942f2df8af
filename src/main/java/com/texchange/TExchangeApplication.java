package com.texchange;

import java.util.Locale;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

/** The T-Exchange application: interface, job workers and durable engine commands in one process. */
@SpringBootApplication
@ConfigurationPropertiesScan
public class TExchangeApplication {

    public static void main(String[] args) {
        // What no message bundle has in the reader's language shall be English, not the machine's language.
        Locale.setDefault(Locale.ENGLISH);
        SpringApplication.run(TExchangeApplication.class, args);
    }
}
