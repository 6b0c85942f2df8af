package com.texchange.accounts;

import com.texchange.common.EmailAddress;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.security.web.webauthn.api.Bytes;
import org.springframework.security.web.webauthn.api.ImmutablePublicKeyCredentialUserEntity;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialUserEntity;
import org.springframework.security.web.webauthn.management.PublicKeyCredentialUserEntityRepository;
import org.springframework.stereotype.Component;

/** Accounts as owners of passkeys. They are opened and erased elsewhere. */
@Component
class PasskeyOwners implements PublicKeyCredentialUserEntityRepository {

    private final AccountRepository accounts;

    PasskeyOwners(AccountRepository accounts) {
        this.accounts = accounts;
    }

    @Override
    public @Nullable PublicKeyCredentialUserEntity findById(Bytes handle) {
        return owner(accounts.findById(PasskeyRows.account(handle)));
    }

    @Override
    public @Nullable PublicKeyCredentialUserEntity findByUsername(String address) {
        return owner(accounts.findByEmail(EmailAddress.stored(address)));
    }

    private static @Nullable PublicKeyCredentialUserEntity owner(Optional<Account> found) {
        return found.map(account -> ImmutablePublicKeyCredentialUserEntity.builder().id(PasskeyRows.handle(account.id()))
                .name(account.email().value()).displayName(account.name()).build()).orElse(null);
    }

    @Override
    public void save(PublicKeyCredentialUserEntity owner) {
        throw new UnsupportedOperationException("no account " + owner.getName());
    }

    @Override
    public void delete(Bytes handle) {
        throw new UnsupportedOperationException("accounts stay");
    }
}
