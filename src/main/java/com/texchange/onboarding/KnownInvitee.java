package com.texchange.onboarding;

import com.texchange.batches.Refusal;
import com.texchange.common.DistributorCode;
import com.texchange.common.EmailAddress;
import com.texchange.common.OnboardingId;
import com.texchange.common.PartnershipId;
import com.texchange.common.RefusedException;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a supplier has to do already with somebody whom it is about to invite.
 *
 * @param email      the address that is about to be invited
 * @param standing   whether there is something that speaks against inviting it
 * @param match      by what it was recognized
 * @param code       of the partnership, which a new invitation keeps; null for the own company
 * @param onboarding the latest one of that partnership; null for the own company
 * @param stage      of that onboarding
 * @param name       of whom the partnership is for: the company's, or as the supplier wrote it
 * @param invited    the address that was invited before
 */
public record KnownInvitee(EmailAddress email, Standing standing, Match match, @Nullable PartnershipId partnership,
        @Nullable DistributorCode code, @Nullable OnboardingId onboarding, @Nullable Stage stage, @Nullable String name,
        @Nullable EmailAddress invited) {

    /** Message keys of what speaks against an invitation; the last argument of the others is the code. */
    public static final String OWN_ADDRESS = "onboarding.refused.ownAddress";
    public static final String OPERATOR_ADDRESS = "onboarding.refused.operatorAddress";
    public static final String OWN_COMPANY = "onboarding.refused.ownCompany";
    public static final String PARTNER = "onboarding.refused.partner";
    public static final String UNDER_WAY = "onboarding.refused.underWay";
    public static final String SAME_TAX_ID = "onboarding.refused.sameTaxId";

    /** Somebody of the operator, who can answer no invitation; one's own company; a distributor that has accepted; an invitation under way; one that ended early. */
    public enum Standing {
        OPERATOR, OWN, PARTNER, UNDER_WAY, ENDED;

        /** Whether there is nothing to choose from. */
        public boolean isHopeless() {
            return this == OPERATOR || this == OWN;
        }
    }

    /** The address; the company of the address's account; the tax ID of a company; the tax ID that the supplier wrote. */
    public enum Match {
        ADDRESS, ACCOUNT, COMPANY, TAX_ID
    }

    /** Whether it is the same company for sure. A tax ID can be mistyped, and then it is another one. */
    public boolean isCertain() {
        return match != Match.TAX_ID;
    }

    /** What speaks against inviting it; nothing against one that ended early, which keeps its code. */
    Optional<Refusal> obstacle() {
        if (!isCertain() && standing != Standing.ENDED) {
            return Optional.of(doubt());
        }
        return switch (standing) {
            case OPERATOR -> Optional.of(Refusal.of(OPERATOR_ADDRESS));
            case OWN -> Optional.of(Refusal.of(match == Match.COMPANY ? OWN_COMPANY : OWN_ADDRESS));
            case PARTNER -> Optional.of(Refusal.of(PARTNER, codeText()));
            case UNDER_WAY -> Optional.of(Refusal.of(UNDER_WAY, Objects.requireNonNull(invited), codeText()));
            case ENDED -> Optional.empty();
        };
    }

    /** Of what is recognized by the tax ID alone, a person has to say whether it is the same company. */
    Refusal doubt() {
        return Refusal.of(SAME_TAX_ID, Objects.requireNonNull(invited), codeText());
    }

    /**
     * For an address alone, with which nobody has written a tax ID.
     *
     * @throws RefusedException if it cannot be invited
     */
    void refuseAddress() {
        if (!isCertain() && standing != Standing.ENDED) {
            throw new RefusedException("onboarding.refused.companyInvited", Objects.requireNonNull(invited), codeText());
        }
        refuse();
    }

    /** @throws RefusedException if it cannot be invited */
    void refuse() {
        obstacle().ifPresent(refusal -> {
            throw new RefusedException(refusal.key(), refusal.arguments().toArray());
        });
    }

    private String codeText() {
        return Objects.requireNonNull(code).value();
    }

    /** Whether a letter to the address would be the first one there. */
    public boolean isOtherAddress() {
        return invited != null && !invited.equals(email);
    }
}
