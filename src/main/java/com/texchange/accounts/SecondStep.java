package com.texchange.accounts;

import com.texchange.common.BrowserName;
import com.texchange.common.RefusedException;
import com.vaadin.flow.server.VaadinRequest;
import com.vaadin.flow.server.VaadinSession;
import com.vaadin.flow.server.WrappedSession;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The second step of signing in, for the page that asks for it, and passkeys for both. Who is there is known to this session, and not signed in. */
@Service
@Transactional
public class SecondStep {

    private final AccountRepository accounts;
    private final SecondFactors factors;
    private final SecondFactorRule rule;
    private final PasskeyCeremonies ceremonies;
    private final Passkeys passkeys;
    private final FirstSteps firstSteps;
    private final Clock clock;

    SecondStep(AccountRepository accounts, SecondFactors factors, SecondFactorRule rule, PasskeyCeremonies ceremonies,
            Passkeys passkeys, FirstSteps firstSteps, Clock clock) {
        this.accounts = accounts;
        this.factors = factors;
        this.rule = rule;
        this.ceremonies = ceremonies;
        this.passkeys = passkeys;
        this.firstSteps = firstSteps;
        this.clock = clock;
    }

    /** What is asked. */
    public enum Kind {
        /** A code. */
        CODE,
        /** To add an app; it may be put off. */
        OFFER,
        /** To add an app. */
        REQUIRED,
        /** Nothing more. */
        DONE
    }

    /**
     * What the page shows.
     *
     * @param delaysLeft how often it may be put off
     * @param toRemember whether the browser is remembered afterwards
     * @param factors    of the person, who is asked for one of them; null for who has none
     */
    public record Step(Kind kind, String name, int delaysLeft, boolean toRemember, @Nullable FactorInfo factors) {
    }

    /** Whether a person who has given one factor needs another. */
    @Transactional(readOnly = true)
    boolean isNeededBy(SignedInPerson person) {
        return factors.has(person.actor().id()) || rule.requires(person.actor());
    }

    /** Whether the person has one to show. */
    @Transactional(readOnly = true)
    boolean isThereFor(SignedInPerson person) {
        return factors.has(person.actor().id());
    }

    /** Empty if nobody has taken the first step in this session, or too long ago. */
    @Transactional(readOnly = true)
    public Optional<Step> current() {
        return half().flatMap(half -> accounts.findById(half.account()).map(account -> step(half, account)));
    }

    private Step step(HalfSignIn half, Account account) {
        int left = rule.delaysLeft(account);
        Kind kind = half.isDone() ? Kind.DONE : factors.has(account.id()) ? Kind.CODE : left > 0 ? Kind.OFFER : Kind.REQUIRED;
        return new Step(kind, account.name(), left, half.isToRemember(), factors.of(account.actor()).orElse(null));
    }

    /**
     * Asks this page's browser for a passkey to sign in by: of the person who has taken the first step, or else anybody's.
     *
     * @return for the script of the page
     */
    @Transactional(readOnly = true)
    public String askPasskey(boolean ofThisPerson) {
        AskedPasskey asked = ofThisPerson ? ceremonies.ask(person()).after(half().orElseThrow()) : ceremonies.ask(null);
        session().ifPresent(session -> session.setAttribute(AskedPasskey.KEPT_AS, asked));
        return asked.json();
    }

    /** Whether the first step was taken in this session, too long ago by now. */
    @Transactional(readOnly = true)
    public boolean isOver() {
        return half().isEmpty() && session().map(session -> session.getAttribute(HalfSignIn.KEPT_AS)).isPresent();
    }

    /** @throws RefusedException if the first step was too long ago */
    @Transactional(readOnly = true)
    public NewAuthenticator begin() {
        person();
        return half().orElseThrow().app();
    }

    /**
     * Adds an app once it has shown a code; with that the step is taken.
     *
     * @return recovery codes, which nobody can read again
     * @throws RefusedException if it is no code of the app, the person has a factor, the app is another first step's, or that was too long ago
     */
    public List<String> add(NewAuthenticator app, String code) {
        Held held = withoutFactor();
        if (app != held.half.app()) {
            throw over();
        }
        List<String> recovery = factors.add(app, code, held.account.id());
        finish(held);
        return recovery;
    }

    /** @throws RefusedException if the first step was too long ago */
    @Transactional(readOnly = true)
    public NewPasskey beginPasskey() {
        return ceremonies.begin(person());
    }

    /**
     * Keeps a passkey instead, which is named after the browser; with that the step is taken.
     *
     * @return recovery codes, which nobody can read again
     * @throws RefusedException if it is none, the person has a factor, another one was asked, or the first step was too long ago
     */
    public List<String> addPasskey(NewPasskey asked, String answer) {
        Held held = withoutFactor();
        if (!asked.isFor(held.account.id())) {
            throw over();
        }
        String device = BrowserName.of(Optional.ofNullable(VaadinRequest.getCurrent()).map(request -> request.getHeader(HttpHeaders.USER_AGENT)).orElse(null));
        List<String> recovery = passkeys.add(asked, answer, device.isEmpty() ? held.account.name() : device, held.account);
        finish(held);
        return recovery;
    }

    /**
     * Once for a first step: a second click may come before the browser has gone on.
     *
     * @throws RefusedException if it may not be put off any more, or the first step was too long ago
     */
    public void later() {
        Held held = held();
        if (held.half.isDone()) {
            return;
        }
        Account account = held.account;
        if (factors.has(account.id()) || rule.delaysLeft(account) == 0) {
            throw new RefusedException("accounts.factor.required");
        }
        account.delayFactor();
        accounts.save(account);
        finish(held);
    }

    private void finish(Held held) {
        held.half.done(accounts.findById(held.account.id()).flatMap(Account::stamp).orElseThrow());
    }

    /** One first step from beginning to end: another page of the session may take another person's meanwhile. */
    private record Held(HalfSignIn half, Account account) {
    }

    /**
     * Whoever has a factor shows it: the page on which one is added may be open since before, or be of somebody else whose first step was
     * taken in this session.
     */
    private Held withoutFactor() {
        Held held = held();
        if (factors.has(held.account.id())) {
            throw over();
        }
        return held;
    }

    /**
     * The person, whose account nobody else changes until this is done, and whose first step still counts: whoever has lost it shall not be
     * shut out by a factor that is added after it.
     */
    private Held held() {
        HalfSignIn half = half().orElseThrow(SecondStep::over);
        accounts.lock(half.account());
        if (!firstSteps.count(half)) {
            throw over();
        }
        return new Held(half, person(half));
    }

    private static RefusedException over() {
        return new RefusedException("accounts.factor.again");
    }

    private Account person() {
        return person(half().orElseThrow(SecondStep::over));
    }

    private Account person(HalfSignIn half) {
        return accounts.findById(half.account()).filter(account -> account.stamp().filter(half::isStill).isPresent())
                .orElseThrow(SecondStep::over);
    }

    private Optional<HalfSignIn> half() {
        return session().flatMap(session -> HalfSignIn.of(session.getAttribute(HalfSignIn.KEPT_AS), clock.instant()));
    }

    private static Optional<WrappedSession> session() {
        return Optional.ofNullable(VaadinSession.getCurrent()).map(VaadinSession::getSession);
    }
}
