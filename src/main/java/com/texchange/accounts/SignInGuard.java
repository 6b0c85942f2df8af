package com.texchange.accounts;

import com.texchange.common.EmailAddress;
import com.texchange.common.NetworkSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Slows down who guesses passwords: one address, many addresses from one source, or with many tries at once. What a try may cost is
 * reserved before its password is hashed, in the database, so that parallel tries and several instances do not outrun it; it is
 * given back when the password was right (docs/decisions/028).
 *
 * <p>A browser in which a person has signed in before has tries of its own: others can't lock its owner out.
 */
@Component
class SignInGuard {

    private static final int LONGEST_ADDRESS = 254;

    private final TryBudgets budgets;
    private final KnownBrowsers browsers;

    SignInGuard(TryBudgets budgets, KnownBrowsers browsers) {
        this.budgets = budgets;
        this.browsers = browsers;
    }

    /** @throws TooManyTriesException if the password must not be looked at now */
    Reserved reserve(String typed, SignInDetails from) {
        String address = address(typed);
        Optional<String> known = from.browser().filter(browser -> browsers.isKnown(browser, typed));
        if (known.isPresent()) {
            String key = known.get() + ' ' + address;
            return take(List.of(new Share(TryBudget.BROWSER, key), new Share(TryBudget.BROWSER_IN_ALL, key)));
        }
        // Sources first: what they may not do leaves no row for an address.
        List<Share> shares = ofSource(from.source());
        shares.addAll(List.of(new Share(TryBudget.ADDRESS, address), new Share(TryBudget.ADDRESS_IN_ALL, address)));
        return take(shares);
    }

    /** For what names no address, as a passkey. */
    Reserved reserve(NetworkSource source) {
        return take(ofSource(source));
    }

    private static List<Share> ofSource(NetworkSource source) {
        List<Share> shares = new ArrayList<>();
        source.site().ifPresent(site -> shares.add(new Share(TryBudget.NETWORK, site)));
        shares.add(new Share(TryBudget.SOURCE, source.line()));
        return shares;
    }

    private Reserved take(List<Share> shares) {
        for (Share share : shares) {
            if (!budgets.take(share.budget, share.key)) {
                throw new TooManyTriesException(share.budget);
            }
        }
        return new Reserved(shares);
    }

    /** The forms of one mailbox are one; what is typed can be anything. */
    private static String address(String typed) {
        String key = EmailAddress.parse(typed).map(EmailAddress::value).orElseGet(() -> typed.strip().toLowerCase(Locale.ROOT));
        return key.substring(0, Math.min(key.length(), LONGEST_ADDRESS));
    }

    private record Share(TryBudget budget, String key) {
    }

    /** What one try has taken. */
    final class Reserved {

        private final List<Share> shares;

        private Reserved(List<Share> shares) {
            this.shares = shares;
        }

        /** It was no wrong guess after all. */
        void giveBack() {
            shares.forEach(share -> budgets.giveBack(share.budget, share.key));
        }
    }
}
