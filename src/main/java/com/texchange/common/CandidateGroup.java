package com.texchange.common;

import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Whose user tasks they are, by the name that the processes give: the sales department's or the people's of a company. A
 * task that was assigned past the application can name a group that is neither.
 */
public record CandidateGroup(String name) {

    public static final CandidateGroup SALES = new CandidateGroup("sales");
    private static final String OF_COMPANY = "company-";
    private static final String ADMINISTRATORS = "administrators-";
    private static final Pattern COMPANY = Pattern.compile(
            "(?:" + OF_COMPANY + "|" + ADMINISTRATORS + ")"
            + "(\\p{XDigit}{8}(?:-\\p{XDigit}{4}){3}-\\p{XDigit}{12})");

    /** The people of a company. */
    public static CandidateGroup of(CompanyId company) {
        return new CandidateGroup(OF_COMPANY + company);
    }

    /** Those of them who decide who belongs to it. */
    public static CandidateGroup administratorsOf(CompanyId company) {
        return new CandidateGroup(ADMINISTRATORS + company);
    }

    /** The administrators among the people of a company; any other group as it is. */
    public CandidateGroup administrators() {
        return company().map(CandidateGroup::administratorsOf).orElse(this);
    }

    public boolean isOfAdministrators() {
        return name.startsWith(ADMINISTRATORS);
    }

    /** The company whose people they are, if it is a company's group. */
    public Optional<CompanyId> company() {
        Matcher parts = COMPANY.matcher(name);
        return parts.matches() ? Optional.of(new CompanyId(UUID.fromString(parts.group(1)))) : Optional.empty();
    }
}
