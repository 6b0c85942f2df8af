package com.texchange.accounts;

import com.texchange.common.AccountId;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AbstractAuthenticationToken;

/** Somebody who has shown elsewhere who it is, where a module above has verified it: the first step of signing in, or both. */
public final class ShownElsewhere extends AbstractAuthenticationToken {

    private final AccountId account;
    private final UUID through;
    private final boolean bothSteps;

    /**
     * @param through   what has shown it, as {@link FurtherSignIn#isOpen} knows it
     * @param bothSteps whether no second step is to follow here
     */
    public ShownElsewhere(AccountId account, UUID through, boolean bothSteps) {
        super(List.of());
        this.account = account;
        this.through = through;
        this.bothSteps = bothSteps;
    }

    AccountId account() {
        return account;
    }

    UUID through() {
        return through;
    }

    boolean isBothSteps() {
        return bothSteps;
    }

    @Override
    public @Nullable Object getCredentials() {
        return null;
    }

    @Override
    public Object getPrincipal() {
        return account;
    }
}
