package com.texchange.accounts;

import com.texchange.common.Actor;
import com.texchange.common.ActorHolder;
import java.time.Instant;
import java.util.Collection;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArraySet;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.CredentialsContainer;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.userdetails.UserDetails;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;

/** The principal of a session. Its roles are those at sign-in; if one of them is taken away, the session ends. */
class SignedInPerson implements UserDetails, ActorHolder, CredentialsContainer {

    /** The attribute of a session in which Spring Security keeps who is signed in. */
    static final String KEPT_AS = HttpSessionSecurityContextRepository.SPRING_SECURITY_CONTEXT_KEY;

    private Actor actor;
    /** Those of its state at sign-in, and of changes that the person has made in this session. */
    private final Set<String> stamps = new CopyOnWriteArraySet<>();
    private final String stamp;
    private @Nullable String passwordHash;
    private volatile Instant provenAt = Instant.EPOCH;
    private volatile @Nullable UUID session;
    private volatile @Nullable KnownElsewhere through;
    private volatile boolean byBrowser;
    private volatile Instant beganAt = Instant.EPOCH;
    private volatile Instant lastActive = Instant.EPOCH;
    private final AtomicBoolean over = new AtomicBoolean();

    SignedInPerson(Actor actor, String passwordHash, String stamp) {
        this.actor = actor;
        this.stamp = stamp;
        stamps.add(stamp);
        this.passwordHash = passwordHash;
    }

    @Override
    public Actor actor() {
        return actor;
    }

    /** Who has another name by now, in this session. */
    void rename(String name) {
        actor = new Actor(actor.id(), name, actor.email(), actor.roles(), actor.companyId(), actor.position());
    }

    /** @param kept the attribute {@link #KEPT_AS} of a session */
    static Optional<SignedInPerson> of(@Nullable Object kept) {
        return kept instanceof SecurityContext context && context.getAuthentication() != null
                && context.getAuthentication().getPrincipal() instanceof SignedInPerson person ? Optional.of(person) : Optional.empty();
    }

    /** Whether nothing has changed since sign-in that this session stands on; roles that were added count from the next one. */
    boolean isStill(Account account) {
        Actor now = account.actor();
        return account.stamp().filter(stamps::contains).isPresent() && now.roles().containsAll(actor.roles())
                && Objects.equals(now.companyId(), actor.companyId());
    }

    /** What the session stands on from the beginning. */
    String stamp() {
        return stamp;
    }

    /** Goes on, too, with what the account is now. */
    void standOn(String stampOfNow) {
        stamps.add(stampOfNow);
    }

    /** Has shown elsewhere who it is: see {@link FurtherSignIn}. */
    void cameThrough(KnownElsewhere known) {
        through = known;
    }

    /** Empty for who has signed in by what this application knows itself. */
    Optional<KnownElsewhere> through() {
        return Optional.ofNullable(through);
    }

    /** A browser that remembers the person was the first factor, or the only one. */
    void cameByBrowser() {
        byBrowser = true;
    }

    boolean isByBrowser() {
        return byBrowser;
    }

    /** A session of this id has just begun. */
    void begins(UUID id, Instant now) {
        beganAt = now;
        lastActive = now;
        // Last: whoever sees that there is a session, as those do who look at all of them, holds its times against the clock.
        session = id;
    }

    /** The id of {@link PersonSessions}; empty before a session has begun. */
    Optional<UUID> session() {
        return Optional.ofNullable(session);
    }

    /** When the person signed in, or has shown again who it is for the session to go on. */
    Instant beganAt() {
        return beganAt;
    }

    void beginsAgain(Instant now) {
        beganAt = now;
    }

    Instant lastActive() {
        return lastActive;
    }

    void active(Instant now) {
        lastActive = now;
    }

    /** What the session stands on is no more. @return false if that was found before: until its pages have gone it may be, several times */
    boolean ends() {
        return over.compareAndSet(false, true);
    }

    /** The person has just shown who it is, rather than a browser that remembers the person. */
    void proven(Instant now) {
        provenAt = now;
    }

    Instant provenAt() {
        return provenAt;
    }

    boolean isProvenSince(Instant then) {
        return !provenAt.isBefore(then);
    }

    @Override
    public Collection<? extends GrantedAuthority> getAuthorities() {
        return actor.roles().stream().map(role -> new SimpleGrantedAuthority("ROLE_" + role.name())).toList();
    }

    @Override
    public @Nullable String getPassword() {
        return passwordHash;
    }

    @Override
    public String getUsername() {
        return actor.email().value();
    }

    @Override
    public void eraseCredentials() {
        passwordHash = null;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof SignedInPerson person && person.actor.id().equals(actor.id());
    }

    @Override
    public int hashCode() {
        return actor.id().hashCode();
    }
}
