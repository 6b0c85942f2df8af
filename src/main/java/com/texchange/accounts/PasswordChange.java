package com.texchange.accounts;

import com.texchange.common.AccountId;
import com.texchange.common.RefusedException;
import com.texchange.passwords.PasswordPolicy;
import com.texchange.passwords.PasswordVerdict;
import java.util.NoSuchElementException;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Looks at a new password before it is written, and hashes it. */
@Component
class PasswordChange {

    private final AccountRepository accounts;
    private final PasswordLinks links;
    private final PersonsPasswords policy;
    private final PasswordEncoder encoder;
    private final PasswordWriting writing;
    private final TransactionTemplate transaction;

    PasswordChange(AccountRepository accounts, PasswordLinks links, PersonsPasswords policy, PasswordEncoder encoder,
            PasswordWriting writing, TransactionTemplate transaction) {
        this.accounts = accounts;
        this.links = links;
        this.policy = policy;
        this.encoder = encoder;
        this.writing = writing;
        this.transaction = transaction;
    }

    /** Whatever the rule says: those of the quick start's people are in its README. */
    void setAnyhow(AccountId id, String password) {
        // Hashing is slow on purpose; no transaction shall wait for it.
        String hash = encoder.encode(password);
        transaction.executeWithoutResult(status -> writing.write(id, hash, false));
    }

    /**
     * Whoever sets a password accepts the license agreement, as the page says.
     *
     * @throws RefusedException if the password breaks the rule, which leaves the link as it was, or the link is dead
     */
    void setByLink(String token, String password) {
        AccountId id = links.find(token).orElseThrow(PasswordChange::deadLink);
        policy.check(password, stored(id));
        String hash = encoder.encode(password);
        transaction.executeWithoutResult(status -> {
            accounts.lock(id);
            AccountId owner = links.use(token).orElseThrow(PasswordChange::deadLink);
            writing.write(owner, hash, PasswordPolicy.isShort(password));
        });
    }

    /** @throws RefusedException if the link is dead, or too many passwords are looked at just now */
    PasswordVerdict judge(String token, String password) {
        return policy.judge(password, stored(links.find(token).orElseThrow(PasswordChange::deadLink)));
    }

    int shortest(AccountId id) {
        return policy.shortest(stored(id));
    }

    private Account stored(AccountId id) {
        return accounts.findById(id).orElseThrow(() -> new NoSuchElementException("no account " + id));
    }

    private static RefusedException deadLink() {
        return new RefusedException("accounts.setPassword.deadLink");
    }
}
