package com.texchange.help;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Whose license agreement is shown, and where its text is.
 *
 * @param name      of the operator; the product's where that has none, as everywhere else
 * @param agreement the operator's own texts
 */
@ConfigurationProperties("t-exchange.operator")
record AgreementProperties(@DefaultValue("") String name, @DefaultValue Texts agreement) {

    /** The same in both languages: with another text, everybody would have to accept the agreement anew. */
    private static final String PRODUCT = "T-Exchange";

    AgreementProperties {
        name = name.isBlank() ? PRODUCT : name;
    }

    /**
     * Markdown, UTF-8: each the path of a file, or a location such as {@code file:…} or {@code https:…}; empty if there is
     * none. Who has one of them only shows it in both languages.
     */
    record Texts(@DefaultValue("") String ru, @DefaultValue("") String en) {
    }
}
