package com.texchange.accounts;

import com.texchange.common.AccountId;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AbstractAuthenticationToken;

/** Somebody who has shown elsewhere who it is, where a module above has verified it: the first step of signing in, or both. */
public final class ShownElsewhere extends AbstractAuthenticationToken {

    private final AccountId account;
    private final KnownElsewhere known;
    private final boolean bothSteps;

    /**
     * @param known     where, and as whom there
     * @param bothSteps whether no second step is to follow here
     */
    public ShownElsewhere(AccountId account, KnownElsewhere known, boolean bothSteps) {
        super(List.of());
        this.account = account;
        this.known = known;
        this.bothSteps = bothSteps;
    }

    AccountId account() {
        return account;
    }

    KnownElsewhere known() {
        return known;
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
