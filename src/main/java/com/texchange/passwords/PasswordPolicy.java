package com.texchange.passwords;

import com.texchange.common.RefusedException;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.springframework.stereotype.Component;

/**
 * What a new password must be: long rather than colorful, and neither common nor made of what everybody knows of the person. Who
 * has one by an earlier rule goes on signing in with it (docs/decisions/029).
 */
@Component
public class PasswordPolicy {

    private static final int SHORTEST = 15;
    private static final int SHORTEST_WITH_FACTOR = 8;
    private static final int LONGEST = 128;
    /** Fewer are tried in a day even slowly. */
    private static final double FEWEST_GUESSES = 1e8;
    private static final double MANY_GUESSES = 1e12;
    /** Letters and digits beside the known words. */
    private static final int LEAST_OWN = 8;

    private final GuessedPasswords guessed;
    private final PasswordThreads threads;

    PasswordPolicy(GuessedPasswords guessed, PasswordThreads threads) {
        this.guessed = guessed;
        this.threads = threads;
    }

    /** How many characters a password has at least. */
    public static int shortest(boolean besideSecondFactor) {
        return besideSecondFactor ? SHORTEST_WITH_FACTOR : SHORTEST;
    }

    /** Whether it will do only beside a second factor. */
    public static boolean isShort(String password) {
        return password.codePointCount(0, password.length()) < SHORTEST;
    }

    /**
     * What a password is worth to a person.
     *
     * @param ofPerson words that everybody knows of the person
     * @param shortest see {@link #shortest(boolean)}
     * @throws RefusedException if too many are looked at just now
     */
    public PasswordVerdict judge(String password, Collection<String> ofPerson, int shortest) {
        int length = password.codePointCount(0, password.length());
        if (length < shortest || length > LONGEST) {
            return PasswordVerdict.refused("passwords.length", shortest, LONGEST, length);
        }
        Set<String> known = KnownWords.with(ofPerson);
        if (isMadeOf(GuessedPasswords.plain(password), known)) {
            return PasswordVerdict.refused("passwords.ownWords");
        }
        double guesses = Objects.requireNonNull(threads.compute(() -> guessed.guesses(password, known)));
        return guesses < FEWEST_GUESSES ? PasswordVerdict.refused("passwords.easy")
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
