package com.texchange.bootstrap;

import com.texchange.common.SingleLine;
import com.texchange.common.ValidEmail;
import com.texchange.common.ValidTaxId;
import jakarta.validation.Valid;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.Locale;
import java.util.stream.Stream;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Who shall be able to sign in to an installation that has no accounts yet. Whoever has an account already keeps it as
 * it is, so the properties may stay set.
 *
 * @param language of the letters and of the first page, {@code en} or {@code ru}
 */
@Validated
@ConfigurationProperties("t-exchange.bootstrap")
record BootstrapProperties(@DefaultValue("en") Locale language, @Valid @DefaultValue Operator operator,
        @Valid @DefaultValue Supplier supplier) {

    /**
     * Someone of the sales department who also watches the processes and looks after the operator's people.
     *
     * @param email empty for nobody
     */
    record Operator(@DefaultValue("") @ValidEmail String email,
            @DefaultValue("T-Exchange") @NotBlank @Size(max = 200) @SingleLine String name) {

        boolean isGiven() {
            return !email.isBlank();
        }
    }

    /**
     * A supplier company and its first user: all values or none.
     *
     * @param company the company's name
     * @param email   of the user
     * @param name    of the user
     */
    record Supplier(@DefaultValue("") @Size(max = 200) @SingleLine String company,
            @DefaultValue("") @ValidTaxId String taxId, @DefaultValue("") @ValidEmail String email,
            @DefaultValue("") @Size(max = 200) @SingleLine String name) {

        boolean isGiven() {
            return values().noneMatch(String::isBlank);
        }

        @AssertTrue(message = "company, tax-id, email and name must all be set, or none of them")
        boolean isComplete() {
            return isGiven() || values().allMatch(String::isBlank);
        }

        private Stream<String> values() {
            return Stream.of(company, taxId, email, name);
        }
    }
}
