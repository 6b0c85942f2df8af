package com.texchange.accounts;

import com.texchange.common.RefusedException;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.springframework.stereotype.Component;

/**
 * What a new password must be: long rather than colorful, and neither common nor made of what everybody knows of the person. Who
 * has one by an earlier rule goes on signing in with it (docs/decisions/029).
 */
@Component
class PasswordPolicy {

    /** Without a second factor. */
    static final int SHORTEST = 15;
    static final int SHORTEST_WITH_FACTOR = 8;
    static final int LONGEST = 128;
    /** Fewer are tried in a day even slowly. */
    private static final double FEWEST_GUESSES = 1e8;
    private static final double MANY_GUESSES = 1e12;
    /** Letters and digits beside the known words. */
    private static final int LEAST_OWN = 8;

    private final GuessedPasswords guessed;
    private final PasswordThreads threads;
    private final KnownWords words;
    private final Authenticators apps;

    PasswordPolicy(GuessedPasswords guessed, PasswordThreads threads, KnownWords words, Authenticators apps) {
        this.guessed = guessed;
        this.threads = threads;
        this.words = words;
        this.apps = apps;
    }

    /** @throws RefusedException if the password is too easy to guess, or too long to hash in time; or too many are looked at just now */
    void check(String password, Account account) {
        PasswordVerdict verdict = judge(password, account);
        String refusal = verdict.refusal();
        if (refusal != null) {
            throw new RefusedException(refusal, verdict.arguments().toArray());
        }
    }

    /** @throws RefusedException if too many are looked at just now */
    PasswordVerdict judge(String password, Account account) {
        return judge(password, words.about(account), shortest(account));
    }

    /** How many characters a person's password has at least. */
    int shortest(Account account) {
        return apps.addedAt(account.id()).isPresent() ? SHORTEST_WITH_FACTOR : SHORTEST;
    }

    static boolean isShort(String password) {
        return password.codePointCount(0, password.length()) < SHORTEST;
    }

    PasswordVerdict judge(String password, Collection<String> known, int shortest) {
        int length = password.codePointCount(0, password.length());
        if (length < shortest || length > LONGEST) {
            return PasswordVerdict.refused("accounts.password.length", shortest, LONGEST, length);
        }
        if (isMadeOf(GuessedPasswords.plain(password), known)) {
            return PasswordVerdict.refused("accounts.password.ownWords");
        }
        double guesses = Objects.requireNonNull(threads.compute(() -> guessed.guesses(password, known)));
        return guesses < FEWEST_GUESSES ? PasswordVerdict.refused("accounts.password.easy")
                : new PasswordVerdict(null, List.of(), guesses >= MANY_GUESSES);
    }

    private static boolean isMadeOf(String password, Collection<String> known) {
        String rest = password;
        for (String word : known.stream().sorted(Comparator.comparingInt(String::length).reversed()).toList()) {
            rest = rest.replace(word, " ");
        }
        return rest.length() < password.length() && rest.codePoints().filter(Character::isLetterOrDigit).count() < LEAST_OWN;
    }
}
