package com.texchange.accounts;

import com.texchange.common.AccountId;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who has given the first factor and not the second. A session keeps it and is a stranger's all the same: no service and no
 * page knows who it is before the second step (docs/decisions/035).
 */
final class HalfSignIn {

    /** The attribute of a session. */
    static final String KEPT_AS = HalfSignIn.class.getName();
    /** Then the first factor has to be given again. */
    private static final Duration VALID = Duration.ofMinutes(10);

    private final AccountId account;
    private final String address;
    private final boolean toRemember;
    private final @Nullable KnownElsewhere through;
    private final @Nullable String remembered;
    private final Instant provenAt;
    private final Instant until;
    private volatile String stamp;
    private volatile boolean done;
    private volatile @Nullable NewAuthenticator app;

    /** @param toRemember whether the browser shall be remembered once the person is in */
    HalfSignIn(SignedInPerson person, boolean toRemember, Instant now) {
        this(person, toRemember, null, now);
    }

    private HalfSignIn(SignedInPerson person, boolean toRemember, @Nullable String remembered, Instant now) {
        this.remembered = remembered;
        this.account = person.actor().id();
        this.address = person.getUsername();
        this.stamp = person.stamp();
        this.toRemember = toRemember;
        this.through = person.through().orElse(null);
        this.provenAt = person.provenAt();
        this.until = now.plus(VALID);
    }

    /** By a browser that remembers the person. @param series of the browser */
    static HalfSignIn byBrowser(SignedInPerson person, String series, Instant now) {
        return new HalfSignIn(person, false, series, now);
    }

    /** @param kept the attribute {@link #KEPT_AS} of a session */
    static Optional<HalfSignIn> of(@Nullable Object kept, Instant now) {
        return kept instanceof HalfSignIn half && now.isBefore(half.until) ? Optional.of(half) : Optional.empty();
    }

    AccountId account() {
        return account;
    }

    String address() {
        return address;
    }

    /** The app that the person is adding: the same however often the page is opened, since its picture may have been read by then. */
    synchronized NewAuthenticator app() {
        NewAuthenticator begun = app;
        if (begun == null) {
            begun = new NewAuthenticator(address);
            app = begun;
        }
        return begun;
    }

    /** Where the first factor was shown, if it was elsewhere. */
    Optional<KnownElsewhere> through() {
        return Optional.ofNullable(through);
    }

    /** The series of the browser that was the first factor, if one was. */
    Optional<String> remembered() {
        return Optional.ofNullable(remembered);
    }

    /** When the person has typed the password; long ago where the first factor was another. */
    Instant provenAt() {
        return provenAt;
    }

    boolean isToRemember() {
        return toRemember;
    }

    /** Whether the person is as when the first factor was given: otherwise it has to be given again. */
    boolean isStill(String stampOfNow) {
        return stampOfNow.equals(stamp);
    }

    /** The second step was taken on the page: an app was added, which makes another stamp, or adding one was put off. */
    void done(String stampOfNow) {
        stamp = stampOfNow;
        done = true;
    }

    boolean isDone() {
        return done;
    }
}
