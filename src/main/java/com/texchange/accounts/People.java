package com.texchange.accounts;

import com.texchange.common.AccountId;
import java.util.Optional;
import org.springframework.security.core.userdetails.UserDetails;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Finds who signs in. Without a password set, an account does not exist here: so an answer takes equally long. */
@Component
class People implements UserDetailsService {

    private final AccountRepository accounts;

    People(AccountRepository accounts) {
        this.accounts = accounts;
    }

    @Override
    @Transactional(readOnly = true)
    public UserDetails loadUserByUsername(String address) {
        return person(accounts.findTyped(address));
    }

    /** The same by account, for browsers that are let in without a password. */
    @Transactional(readOnly = true)
    public UserDetails load(AccountId id) {
        return person(accounts.findById(id));
    }

    /** Whether nothing has changed that the person's session stands on. Whoever changes it in this instant is waited for. */
    @Transactional
    public boolean isStill(SignedInPerson person) {
        accounts.lock(person.actor().id());
        return accounts.findById(person.actor().id()).filter(person::isStill).isPresent();
    }

    private static UserDetails person(Optional<Account> found) {
        return found.flatMap(account -> account.usablePassword().map(hash -> new SignedInPerson(account.actor(), hash,
                        account.stamp().orElseThrow())))
                .orElseThrow(() -> new UsernameNotFoundException("nobody can sign in by this address"));
    }
}
