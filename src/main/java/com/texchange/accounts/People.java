package com.texchange.accounts;

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
        return accounts.findTyped(address)
                .flatMap(account -> account.usablePassword().map(hash -> new SignedInPerson(account.actor(), hash,
                        account.stamp().orElseThrow())))
                .orElseThrow(() -> new UsernameNotFoundException("nobody can sign in by this address"));
    }
}
