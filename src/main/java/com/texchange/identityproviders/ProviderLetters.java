package com.texchange.identityproviders;

import com.texchange.accounts.Accounts;
import com.texchange.audit.AuditKind;
import com.texchange.common.Actor;
import com.texchange.common.Routes;
import com.texchange.mail.Letter;
import com.texchange.mail.Letters;
import com.texchange.mail.OperatorProperties;
import java.time.Clock;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Tells the administrators of a company that one of them has changed how its people sign in: whoever holds that server can come in as any of them. */
@Component
class ProviderLetters {

    static final String TEMPLATE = "provider-changed";

    private final Accounts accounts;
    private final Letters letters;
    private final OperatorProperties operator;
    private final Clock clock;

    ProviderLetters(Accounts accounts, Letters letters, OperatorProperties operator, Clock clock) {
        this.accounts = accounts;
        this.letters = letters;
        this.operator = operator;
        this.clock = clock;
    }

    void changed(AuditKind kind, StoredProvider provider, Actor by, String company) {
        UUID occasion = UUID.randomUUID();
        boolean isThere = kind != AuditKind.PROVIDER_OFF && kind != AuditKind.PROVIDER_REMOVED;
        accounts.administratorsOf(provider.companyId())
                .forEach(person -> letters.queue(new Letter(TEMPLATE + "/" + occasion + "/" + person.id(), TEMPLATE, person.email(),
                        person.locale(), new Object[] {company}, Map.of("name", person.name(), "company", company, "kind", kind.name(),
                                "person", by.name(), "issuer", provider.readableIssuer(), "isThere", isThere,
                                "trustsFactor", provider.trustsFactor(), "at", clock.instant(),
                                "link", operator.link(Routes.SINGLE_SIGN_ON)), null).readBy(person.zone())));
    }
}
