package com.texchange.accounts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.texchange.common.Actor;
import com.texchange.common.NetworkSource;
import com.texchange.common.RefusedException;
import com.texchange.common.SecretText;
import com.texchange.testing.IntegrationTest;
import com.texchange.testing.TestPeople;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

@IntegrationTest
class SignInGuardIT {

    @Autowired
    SignInGuard guard;
    @Autowired
    AskedForLetters asked;
    @Autowired
    TryBudgets budgets;
    @Autowired
    KnownBrowsers browsers;
    @Autowired
    TestPeople people;
    @Autowired
    JdbcClient jdbc;
    private final String address = "guessed-" + UUID.randomUUID() + "@example.com";

    @Test
    void anAddressIsClosedAfterFiveWhereverTheyComeFromAndOpensForOneAMinute() {
        assertThat(letThrough(10, i -> tries(address, anySource()))).isEqualTo(5);
        assertThatThrownBy(() -> guard.reserve(address.toUpperCase(Locale.ROOT) + " ", from(anySource())))
                .isInstanceOfSatisfying(TooManyTriesException.class, refused -> assertThat(refused.isOfSource()).isFalse());

        pass(TryBudget.ADDRESS, address, 61);
        assertThat(letThrough(10, i -> tries(address, anySource()))).isEqualTo(1);
    }

    @Test
    void overALongTimeAHundredAreLetThroughAndThenFewer() {
        assertThat(letThrough(101, i -> {
            pass(TryBudget.ADDRESS, address, 60);
            return tries(address, anySource());
        })).isEqualTo(100);
    }

    @Test
    void theFormsOfOneMailboxAreOne() {
        String mailbox = "guessed-" + UUID.randomUUID();
        letThrough(5, i -> tries(mailbox + "@xn--80a1acny.xn--p1ai", anySource()));

        assertThat(tries(mailbox.toUpperCase(Locale.ROOT) + "@Почта.рф", anySource())).isFalse();
    }

    @Test
    void whatWasNoWrongGuessIsGivenBack() {
        for (int i = 0; i < 20; i++) {
            guard.reserve(address, from("198.51.100.7")).giveBack();
        }
        assertThat(letThrough(10, i -> tries(address, anySource()))).isEqualTo(5);
    }

    @Test
    void oneSourceGoesOverThirtyOfAThousandAddressesAndLeavesNoRowsForTheOthers() {
        String source = anySource();

        assertThat(letThrough(1_000, i -> tries(i + address, source))).isBetween(30L, 32L);
        assertThat(IntStream.range(0, 1_000).filter(i -> spent(TryBudget.ADDRESS, i + address))).hasSizeBetween(30, 32);
        assertThatThrownBy(() -> guard.reserve("other" + address, from(source)))
                .isInstanceOfSatisfying(TooManyTriesException.class, refused -> assertThat(refused.isOfSource()).isTrue());
    }

    @Test
    void manyLinesOfOneSiteAreBoundedToo() {
        String site = "2001:db8:%x:".formatted(ThreadLocalRandom.current().nextInt(0xffff));

        assertThat(letThrough(400, i -> tries(i + address, site + Integer.toHexString(i) + "::1"))).isBetween(300L, 310L);
    }

    /** What sixty at once are let through must not be more than what one after another are. */
    @Test
    void parallelTriesDoNotOutrunTheCounter() throws Exception {
        List<Future<Boolean>> tries;
        try (ExecutorService strangers = Executors.newVirtualThreadPerTaskExecutor()) {
            tries = IntStream.range(0, 60).mapToObj(i -> strangers.submit(() -> tries(address, anySource()))).toList();
        }
        assertThat(tries.stream().filter(Future::resultNow)).hasSize(5);
    }

    @Test
    void aBrowserOfThePersonHasTriesOfItsOwnAndOnlyForThatPerson() {
        Actor owner = people.sales();
        String email = owner.email().value();
        String browser = rememberedBrowser(owner);
        letThrough(10, i -> tries(email, anySource()));

        assertThat(letThrough(10, i -> tries(email, "198.51.100.9", browser))).isEqualTo(5);
        assertThat(tries(email, anySource(), SecretText.random())).isFalse();
        assertThat(letThrough(10, i -> tries(address, anySource(), browser))).isEqualTo(5);
    }

    @Test
    void aPersonHasTheLatestTwentyBrowsers() {
        Actor owner = people.sales();
        for (int i = 0; i < KnownBrowsers.MOST + 5; i++) {
            rememberedBrowser(owner);
        }
        assertThat(jdbc.sql("select count(*) from known_browser where account_id = ?").param(owner.id().value())
                .query(Integer.class).single()).isEqualTo(KnownBrowsers.MOST);
    }

    @Test
    void strangersOfOneSourceAskForSomeLetters() {
        NetworkSource source = NetworkSource.of(anySource());

        assertThat(letThrough(40, i -> {
            try {
                asked.another(source);
                return true;
            } catch (RefusedException e) {
                assertThat(e.messageKey()).isEqualTo("accounts.tooManyLetters");
                return false;
            }
        })).isEqualTo(30);
    }

    @Test
    void whatHasFlownBackIsForgotten() {
        letThrough(1, i -> tries(address, anySource()));
        pass(TryBudget.ADDRESS, address, 6 * 60);

        budgets.forget(TryBudgets.MOST_ROWS);

        assertThat(spent(TryBudget.ADDRESS, address)).isFalse();
        assertThat(spent(TryBudget.ADDRESS_IN_ALL, address)).isTrue();
    }

    private String rememberedBrowser(Actor owner) {
        MockHttpServletResponse response = new MockHttpServletResponse();
        browsers.remember(owner.id(), new MockHttpServletRequest(), response);
        return response.getCookie("known-browser").getValue();
    }

    private static long letThrough(int tries, java.util.function.IntPredicate one) {
        return IntStream.range(0, tries).filter(one).count();
    }

    private boolean tries(String typed, String source) {
        return tries(typed, source, null);
    }

    private boolean tries(String typed, String source, String browser) {
        try {
            guard.reserve(typed, from(source, browser));
            return true;
        } catch (TooManyTriesException e) {
            return false;
        }
    }

    private static SignInDetails from(String source) {
        return from(source, null);
    }

    private static SignInDetails from(String source, String browser) {
        MockHttpServletRequest request = new MockHttpServletRequest();
        request.setRemoteAddr(source);
        return new SignInDetails(request, Optional.ofNullable(browser));
    }

    private static String anySource() {
        ThreadLocalRandom random = ThreadLocalRandom.current();
        return "10." + random.nextInt(256) + "." + random.nextInt(256) + "." + random.nextInt(256);
    }

    private void pass(TryBudget budget, String key, int seconds) {
        jdbc.sql("update try_budget set at = at - ? * interval '1 second' where budget = ? and key_hash = ?")
                .params(seconds, budget.name(), SecretText.hash(key)).update();
    }

    private boolean spent(TryBudget budget, String key) {
        return jdbc.sql("select exists (select 1 from try_budget where budget = ? and key_hash = ?)")
                .params(budget.name(), SecretText.hash(key)).query(Boolean.class).single();
    }
}
