package com.texchange.onboarding;

import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How long the steps of an onboarding may take.
 *
 * @param invitationValid how long an invitation can be taken up
 * @param reminderEvery   how long the invitee is left alone before each reminder
 * @param reminders       how many reminders there are at most, of each kind
 * @param lettersADay     how many letters about its invitations one address gets from one supplier in a day before the
 *                        supplier can send no more by hand, and to how many addresses one invitation goes in a day
 */
@Validated
@ConfigurationProperties("t-exchange.onboarding")
public record OnboardingProperties(
        @DurationMin(seconds = 1) @DefaultValue("90d") Duration invitationValid,
        @DurationMin(seconds = 1) @DefaultValue("14d") Duration reminderEvery,
        @DefaultValue("3") int reminders,
        @DefaultValue("3") int lettersADay) {

    /**
     * The repeating interval of the reminders that are left after some time (ISO 8601). An interval cannot say "never": when
     * none is left, it is one reminder in a century.
     */
    String reminderCycle(Duration passed) {
        long left = reminders - Math.max(0, passed.dividedBy(reminderEvery));
        return left > 0 ? "R" + left + "/" + reminderEvery : "R1/P36500D";
    }
}
