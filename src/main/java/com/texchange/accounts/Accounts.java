package com.texchange.accounts;

import com.texchange.common.AccountId;
import com.texchange.common.CompanyId;
import com.texchange.common.EmailAddress;
import com.texchange.common.Role;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.stereotype.Service;

/** The people who can sign in. For other modules; what a person asks for goes through this module's own services. */
@Service
public class Accounts {

    public Optional<Account> find(EmailAddress email) {
        throw new UnsupportedOperationException();
    }

    /** @throws java.util.NoSuchElementException if there is none */
    public Account get(AccountId id) {
        throw new UnsupportedOperationException();
    }

    /** Enabled people of a company, by name; at most 100. */
    public List<Account> ofCompany(CompanyId company) {
        throw new UnsupportedOperationException();
    }

    /** Enabled people who hold a role of the operator, by name; at most 100. */
    public List<Account> withRole(Role role) {
        throw new UnsupportedOperationException();
    }

    /** Opens an account, or gives the one that the address already has, with the roles added. */
    public Account open(NewAccount account) {
        throw new UnsupportedOperationException();
    }

    /** Whether the person still has to set a first password. */
    public boolean awaitsPassword(AccountId id) {
        throw new UnsupportedOperationException();
    }

    /** A fresh link to set a password, valid for a limited time and once. */
    public String passwordLink(AccountId id) {
        throw new UnsupportedOperationException();
    }

    /** Sets a password without a link; for loading demo data. */
    public void setPassword(AccountId id, String password) {
        throw new UnsupportedOperationException();
    }

    /** Remembers the language that a person chose, for pages and letters. */
    public void chooseLanguage(AccountId id, Locale locale) {
        throw new UnsupportedOperationException();
    }
}
