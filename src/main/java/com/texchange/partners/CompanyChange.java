package com.texchange.partners;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One thing of a company's data that was changed.
 *
 * @param before     an empty text if nothing was there; {@code after} likewise
 * @param reason     of the sales department; null where the company has changed it by itself
 * @param by         who, by the name of then; empty where a company reads what the operator has changed
 * @param byOperator whether the person was of the operator
 */
public record CompanyChange(Field field, String before, String after, @Nullable String reason, String by, boolean byOperator,
        Instant at) {

    public enum Field {
        NAME, TAX_ID, CITY, CONTACT_NAME, CONTACT_PHONE, CONTACT_EMAIL
    }
}
