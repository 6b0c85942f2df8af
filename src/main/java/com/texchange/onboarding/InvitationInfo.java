package com.texchange.onboarding;

import com.texchange.common.Actor;
import com.texchange.common.CompanyId;
import com.texchange.common.DistributorCode;
import com.texchange.common.OnboardingId;
import com.texchange.partners.Invitee;
import java.time.Instant;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * What the page behind an invitation link says.
 *
 * @param stage        {@code EXPIRED} as soon as the date is past, even if the process has not noticed yet
 * @param accountKnown whether the address that the letter went to has an account that can take the invitation up
 * @param company      of the account that the address has; null if it has none
 * @param zone         the clock by which the letter tells the date
 */
public record InvitationInfo(OnboardingId id, String supplier, DistributorCode code, Invitee invitee, Stage stage,
        Instant expiresAt, boolean accountKnown, @Nullable CompanyId company, ZoneId zone) {

    /** Whether the invited address is the person's own. */
    public boolean isTo(Actor actor) {
        return invitee.email().equals(actor.email());
    }

    /** Whether the person or a colleague is invited. For whoever is not, taking it up is taking it over. */
    public boolean isToCompanyOf(Actor actor) {
        return isTo(actor) || company != null && company.equals(actor.companyId());
    }
}
