package com.texchange.accounts;

import static org.mockito.ArgumentMatchers.same;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;

import com.texchange.common.AccountId;
import com.texchange.common.Actor;
import com.texchange.common.CompanyId;
import com.texchange.common.EmailAddress;
import com.texchange.common.Position;
import com.texchange.common.Role;
import java.time.Clock;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SessionActivityTest {

    private final Actor irina = new Actor(AccountId.random(), "Ирина Поставкина", new EmailAddress("irina@example.com"), Set.of(Role.SUPPLIER),
            CompanyId.random(), Position.ADMINISTRATOR);
    private final SignInTrail trail = mock(SignInTrail.class);
    private final SessionActivity activity = new SessionActivity(mock(SessionStamps.class), mock(PersonSessions.class),
            mock(SessionLimits.class), trail, Clock.systemUTC());

    /** Each change of the account looks again, until the pages of the session have gone. */
    @Test
    void theEndOfEachSessionIsRecordedOnceHoweverOftenItIsFound() {
        SignedInPerson first = new SignedInPerson(irina, "hash", "stamp");
        SignedInPerson second = new SignedInPerson(irina, "hash", "stamp");

        activity.ended(first);
        activity.ended(second);
        activity.ended(first);

        verify(trail, times(1)).sessionEnded(same(first));
        verify(trail, times(1)).sessionEnded(same(second));
    }
}
