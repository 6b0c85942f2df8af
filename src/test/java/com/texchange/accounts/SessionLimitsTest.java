package com.texchange.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import com.texchange.common.AccountId;
import com.texchange.common.Actor;
import com.texchange.common.CompanyId;
import com.texchange.common.EmailAddress;
import com.texchange.common.Position;
import com.texchange.common.Role;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SessionLimitsTest {

    private static final Instant START = Instant.parse("2027-03-15T08:00:00Z");
    private static final SessionProperties PROPERTIES = new SessionProperties(Duration.ofHours(4), Duration.ofHours(24),
            Duration.ofHours(1), Duration.ofHours(12), Duration.ofMinutes(5));

    @Test
    void aSessionEndsWithoutItsPersonAndIsToldBefore() {
        SignedInPerson person = session(CompanyId.random());

        assertThat(at("11:54").isNearlyOver(person)).isFalse();
        assertThat(at("11:55").isNearlyOver(person)).isTrue();
        assertThat(at("11:59").isOver(person)).isFalse();
        assertThat(at("12:00").isOver(person)).isTrue();

        person.active(Instant.parse("2027-03-15T11:58:00Z"));
        assertThat(at("12:00").isNearlyOver(person)).isFalse();
    }

    @Test
    void howeverBusyItsPersonASessionEndsAfterADay() {
        SignedInPerson person = session(null);
        person.active(Instant.parse("2027-03-15T19:59:00Z"));

        assertThat(at("19:59").isOver(person)).isFalse();
        assertThat(at("20:00").isOver(person)).isTrue();
        person.beginsAgain(Instant.parse("2027-03-15T19:58:00Z"));
        assertThat(at("20:00").isOver(person)).isFalse();
    }

    @Test
    void thatOfTheOperatorsPeopleEndsEarlier() {
        assertThat(at("09:00").isOver(session(null))).isTrue();
        assertThat(at("09:00").isOver(session(CompanyId.random()))).isFalse();
    }

    @Test
    void whatIsNoSessionYetHasNoEnd() {
        assertThat(at("09:00").isOver(person(null))).isFalse();
    }

    private static SessionLimits at(String time) {
        return new SessionLimits(PROPERTIES, Clock.fixed(Instant.parse("2027-03-15T" + time + ":00Z"), ZoneOffset.UTC));
    }

    private static SignedInPerson session(@Nullable CompanyId company) {
        SignedInPerson person = person(company);
        person.begins(UUID.randomUUID(), START);
        return person;
    }

    private static SignedInPerson person(@Nullable CompanyId company) {
        return new SignedInPerson(new Actor(AccountId.random(), "Ann", new EmailAddress("ann@example.com"), Set.of(Role.SUPPLIER), company,
                Position.LICENSE_MANAGER), "hash", "stamp");
    }
}
