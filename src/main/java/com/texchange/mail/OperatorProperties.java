package com.texchange.mail;

import com.texchange.common.Routes;
import com.texchange.common.ValidEmail;
import jakarta.validation.constraints.NotBlank;
import java.net.URI;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Who runs the service, for letters' signatures and links. The sender's name is the product's, in the letter's language.
 *
 * @param name    of the operator; blank where it signs with the product's name
 * @param phone   in signatures; left out if blank, as is the website
 * @param baseUrl where people reach the application, without a slash at the end
 */
@Validated
@ConfigurationProperties("t-exchange.operator")
public record OperatorProperties(
        @DefaultValue("") String name,
        @NotBlank @ValidEmail @DefaultValue("noreply@t-exchange.example.com") String from,
        @DefaultValue("") String phone,
        @DefaultValue("") String website,
        @DefaultValue("http://localhost:8080") URI baseUrl) {

    /** @param route of a page, see {@link Routes} */
    public String link(String route) {
        return baseUrl + "/" + route;
    }
}
