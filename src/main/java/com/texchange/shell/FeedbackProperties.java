package com.texchange.shell;

import com.texchange.common.ValidEmail;
import jakarta.validation.constraints.NotBlank;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/** @param address where people write to the operator about the service */
@Validated
@ConfigurationProperties("t-exchange.feedback")
record FeedbackProperties(@NotBlank @ValidEmail @DefaultValue("feedback@t-exchange.example.com") String address) {

    String mailLink() {
        return "mailto:" + address;
    }
}
