package com.texchange.common;

import java.util.regex.Pattern;

/** The five digits by which a supplier's system tells its distributors apart (instruction 3.2.5). */
public record DistributorCode(String value) {

    /** How many codes a supplier can give. */
    public static final int COUNT = 100_000;
    private static final Pattern FORM = Pattern.compile("[0-9]{5}");

    /** @throws IllegalArgumentException if it is not five digits */
    public DistributorCode {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("not a distributor code: five digits are needed");
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
