package com.texchange.onboarding;

import com.texchange.accounts.AccountInfo;
import com.texchange.accounts.Accounts;
import com.texchange.common.AccountId;
import com.texchange.common.Actor;
import com.texchange.common.EmailAddress;
import com.texchange.common.OnboardingId;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Whose an invitation is: of the account that has the invited address, or that had it when the invitation went there and has moved to another
 * one since. What goes to an address after somebody has left it, or after somebody else has got it, is not the former owner's.
 */
@Component
class Addressees {

    /** When the invitation of the onboarding {@code i} went to the address that it has. */
    private static final String WENT = """
            greatest(i.invited_at, (select max(happened_at) from activity where onboarding_id = i.id and kind = 'ADDRESS_CHANGED'))
            """;
    /** The live ones of a person, as onboardings; takes {@link #parameters}. */
    static final String LIVE = """
            select i.* from (
                select cast(:email as varchar) as email, cast(null as timestamptz) as left_at
                union all
                select former.old_value, max(former.at) from audit_listed former
                where former.subject_id = :person and former.kind = 'ADDRESS_CHANGED' and former.old_value is not null
                    and not exists (select from accounts_person other
                        where other.email = former.old_value and (other.enabled or other.can_sign_in))
                group by former.old_value) mine
              join partners_partnership own on own.invitee_email = mine.email
              join onboarding i on i.partnership_id = own.id
            where i.stage = 'INVITED' and i.expires_at > :now and (mine.left_at is null or mine.left_at >\s""" + WENT + ")";

    private final JdbcClient jdbc;
    private final Accounts accounts;

    Addressees(JdbcClient jdbc, Accounts accounts) {
        this.jdbc = jdbc;
        this.accounts = accounts;
    }

    /** Those of {@link #LIVE}. */
    static Map<String, @Nullable Object> parameters(Actor person, Instant now) {
        Map<String, @Nullable Object> parameters = new HashMap<>();
        parameters.put("email", person.email());
        parameters.put("person", person.id().toString());
        parameters.put("now", now);
        return parameters;
    }

    /** @param invited the address of the onboarding's place */
    Optional<AccountInfo> of(OnboardingId onboarding, EmailAddress invited) {
        return accounts.find(invited).or(() -> former(onboarding, invited));
    }

    private Optional<AccountInfo> former(OnboardingId onboarding, EmailAddress invited) {
        return jdbc.sql("""
                select former.subject_id from onboarding i join audit_listed former
                    on former.kind = 'ADDRESS_CHANGED' and former.old_value = :invited and former.at >\s""" + WENT + """
                where i.id = :onboarding
                order by former.at desc, former.id desc
                limit 1
                """)
                .param("invited", invited).param("onboarding", onboarding)
                .query(String.class).optional().map(id -> accounts.get(new AccountId(UUID.fromString(id))));
    }
}
