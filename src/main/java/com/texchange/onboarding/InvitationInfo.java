package com.texchange.onboarding;

import com.texchange.common.DistributorCode;
import com.texchange.partners.Invitee;
import java.time.Instant;

/**
 * What the page behind an invitation link says.
 *
 * @param stage        {@code EXPIRED} as soon as the date is past, even if the process has not noticed yet
 * @param accountKnown whether the address that the letter went to has an account that can take the invitation up
 */
public record InvitationInfo(String supplier, DistributorCode code, Invitee invitee, Stage stage, Instant expiresAt,
        boolean accountKnown) {
}
