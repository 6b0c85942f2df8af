package com.texchange.accounts;

import com.texchange.common.AccountId;
import com.texchange.common.Actor;
import com.texchange.common.CompanyId;
import com.texchange.common.EmailAddress;
import com.texchange.common.Position;
import com.texchange.common.RefusedException;
import com.texchange.common.Role;
import com.texchange.common.TooLateException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.PersistenceCreator;
import org.springframework.data.annotation.Version;
import org.springframework.data.relational.core.mapping.MappedCollection;
import org.springframework.data.relational.core.mapping.Table;
import org.springframework.util.DigestUtils;

/** A person who can sign in once a password is set. */
@Table("account")
class Account {

    @Id
    private final AccountId id;
    @Version
    private @Nullable Long version;
    private EmailAddress email;
    private String name;
    private @Nullable String passwordHash;
    private final @Nullable CompanyId companyId;
    private String language;
    private boolean enabled;
    private final Instant createdAt;
    /** How often a remembered browser was taken for stolen. */
    private int thefts;
    @MappedCollection(idColumn = "account")
    private final Set<HeldRole> roles;
    private Position position = Position.LICENSE_MANAGER;
    private @Nullable AccountId invitedBy;
    private @Nullable Instant invitedUntil;
    /** To which an invitation goes that cannot be taken up, since somebody of another company signs in by it. */
    private @Nullable EmailAddress invitedAddress;
    private int sessions;
    /** Kept out because the company is; comes back with it. */
    private boolean offWithCompany;
    private @Nullable Instant erasedAt;
    private int factorChanges;
    /** How often adding a second factor that is required was put off. */
    private int factorDelays;
    /** Shorter than what is needed without a second factor. */
    private boolean shortPassword;

    @PersistenceCreator
    private Account(AccountId id, @Nullable Long version, EmailAddress email, String name,
            @Nullable String passwordHash, @Nullable CompanyId companyId, String language, boolean enabled,
            Instant createdAt, Set<HeldRole> roles) {
        this.id = id;
        this.version = version;
        this.email = email;
        this.name = name;
        this.passwordHash = passwordHash;
        this.companyId = companyId;
        this.language = language;
        this.enabled = enabled;
        this.createdAt = createdAt;
        this.roles = new HashSet<>(roles);
    }

    AccountId id() {
        return id;
    }

    /** To write to, and to sign in by for who is in. */
    EmailAddress email() {
        return Objects.requireNonNullElse(invitedAddress, email);
    }

    String name() {
        return name;
    }

    Locale locale() {
        return Locale.of(language);
    }

    /** @return whether anything is new */
    boolean add(Set<Role> more) {
        return roles.addAll(more.stream().map(HeldRole::new).toList());
    }

    /** These, and no others. */
    void hold(Set<Role> some) {
        roles.clear();
        add(some);
    }

    @Nullable CompanyId companyId() {
        return companyId;
    }

    boolean belongsTo(@Nullable CompanyId company) {
        return Objects.equals(companyId, company);
    }

    /** Who was invited by a colleague comes in with the first password. */
    void setPassword(String hash, boolean isShort) {
        enabled |= isInvited();
        passwordHash = hash;
        shortPassword = isShort;
    }

    boolean hasShortPassword() {
        return shortPassword;
    }

    /** It has no second factor beside it any more. Whoever was in is not invited any more by that. */
    void forgetShortPassword() {
        invitedBy = null;
        passwordHash = shortPassword ? null : passwordHash;
        shortPassword = false;
    }

    void factorChanged() {
        factorChanges++;
    }

    int factorDelays() {
        return factorDelays;
    }

    void delayFactor() {
        factorDelays++;
    }

    void wasStolenFrom() {
        thefts++;
    }

    void rename(String other) {
        name = other;
    }

    /** Who signs in by another address signs in anew. */
    void moveTo(EmailAddress address) {
        email = address;
        sessions++;
    }

    Position position() {
        return position;
    }

    void move(Position other) {
        position = other;
    }

    /** By a colleague, and not in yet. */
    boolean isInvited() {
        return invitedBy != null && passwordHash == null && !enabled;
    }

    void invite(AccountId by, Instant until) {
        invitedBy = by;
        invitedUntil = until;
    }

    void inviteInVain(EmailAddress taken) {
        invitedAddress = taken;
    }

    boolean isInvitedInVain() {
        return invitedAddress != null;
    }

    /** The address has become free. */
    void takeInvitedAddress() {
        email = email();
        invitedAddress = null;
    }

    /** Nothing says any more who the person was. */
    boolean isErased() {
        return erasedAt != null;
    }

    @Nullable Instant invitedUntil() {
        return invitedUntil;
    }

    /** @throws RefusedException if the person is not in yet, or erased */
    void requireSwitchable() {
        if (isInvited()) {
            throw new RefusedException("accounts.people.invited");
        }
        if (isErased()) {
            throw new TooLateException("accounts.erase.erased");
        }
    }

    void enable(boolean on) {
        enabled = on;
        offWithCompany = false;
    }

    void endSessions() {
        sessions++;
    }

    void choose(Locale locale) {
        language = locale.getLanguage();
    }

    boolean isEnabled() {
        return enabled;
    }

    boolean awaitsPassword() {
        return passwordHash == null;
    }

    /** The hash to sign in by, if the person may sign in at all. */
    Optional<String> usablePassword() {
        return enabled ? Optional.ofNullable(passwordHash) : Optional.empty();
    }

    /** What a session stands on: another password, position or second factor, a theft, or being switched off, ends those before. */
    Optional<String> stamp() {
        return usablePassword().map(hash -> DigestUtils.md5DigestAsHex(
                (hash + " " + thefts + " " + position + " " + sessions + " " + factorChanges).getBytes(StandardCharsets.UTF_8)));
    }

    /** The person with the rights of now. */
    Actor actor() {
        return new Actor(id, name, email, heldRoles(), companyId, position);
    }

    AccountInfo info(ZoneId zone) {
        return new AccountInfo(id, email, name, companyId, heldRoles(), position, locale(), zone);
    }

    private Set<Role> heldRoles() {
        return roles.stream().map(HeldRole::role).collect(Collectors.toUnmodifiableSet());
    }

    /** A row of {@code account_role}. */
    @Table("account_role")
    record HeldRole(Role role) {
    }
}
