package com.texchange.accounts;

import java.time.Instant;

/**
 * What the operator has done with one of a company's people, or with the company.
 *
 * @param name the person's, or the company's
 */
public record OperatorChange(String name, Kind kind, String reason, String by, Instant at) {

    public enum Kind {
        INVITED, WITHDRAWN, APPOINTED, SWITCHED_OFF, SWITCHED_ON, FACTOR_REMOVED, COMPANY_OFF, COMPANY_ON, ERASED
    }
}
