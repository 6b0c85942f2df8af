package com.texchange.onboarding;

import com.texchange.common.AccountId;
import com.texchange.common.CompanyId;
import com.texchange.common.OnboardingId;
import com.texchange.common.OrderId;
import com.texchange.common.PartnershipId;
import com.texchange.common.TooLateException;
import java.time.Instant;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.PersistenceCreator;
import org.springframework.data.annotation.Transient;
import org.springframework.data.annotation.Version;
import org.springframework.data.relational.core.mapping.Table;

/**
 * One onboarding: its stage is the truth of the business, the process instance follows it. A transition that the stage
 * does not allow is refused with a message that names the stage.
 */
@Table("onboarding")
class Onboarding {

    @Id
    private final OnboardingId id;
    @Version
    private @Nullable Long version;
    private final PartnershipId partnershipId;
    private final CompanyId supplierId;
    private final String language;
    private final AccountId invitedBy;
    private final Instant invitedAt;
    private final Instant expiresAt;
    private @Nullable CompanyId distributorId;
    private Stage stage;
    @Transient private @Nullable Stage movedFrom;
    private Instant stageSince;
    private @Nullable String reason;
    private @Nullable OrderId connectionOrderId;
    private @Nullable Instant processEndedAt;
    private @Nullable PartnershipId joinedTo;

    @PersistenceCreator
    private Onboarding(OnboardingId id, PartnershipId partnershipId, CompanyId supplierId,
            String language, AccountId invitedBy, Instant invitedAt, Instant expiresAt) {
        this.id = id;
        this.partnershipId = partnershipId;
        this.supplierId = supplierId;
        this.language = language;
        this.invitedBy = invitedBy;
        this.invitedAt = invitedAt;
        this.expiresAt = expiresAt;
        this.stage = Stage.INVITED;
        this.stageSince = invitedAt;
    }

    static Onboarding invite(PartnershipId place, CompanyId supplier, Locale language, AccountId by, Instant now, Instant expiresAt) {
        return new Onboarding(OnboardingId.random(), place, supplier, language.getLanguage(), by, now, expiresAt);
    }

    /** The invitee has no account and asks for one. */
    void requestRegistration(Instant now) {
        requireUnexpired(now, stage == Stage.INVITED);
        move(Stage.INVITED, Stage.REGISTERING, now);
    }

    /** Someone with an account takes the invitation up for a company. */
    void follow(CompanyId distributor, Instant now) {
        requireUnexpired(now, stage == Stage.INVITED);
        move(Stage.INVITED, Stage.ACCEPTING, now);
        distributorId = distributor;
    }

    /** The newcomer's account is open. */
    void registered(CompanyId distributor, Instant now) {
        move(Stage.REGISTERING, Stage.ACCEPTING, now);
        distributorId = distributor;
    }

    void accept(Instant now) {
        move(Stage.ACCEPTING, Stage.CONNECTING, now);
    }

    void decline(@Nullable String why, Instant now) {
        move(Stage.ACCEPTING, Stage.DECLINED, now);
        reason = why;
    }

    /** The distributor has chosen its licenses. */
    void order(OrderId order) {
        require(stage == Stage.CONNECTING && connectionOrderId == null);
        connectionOrderId = order;
    }

    /** Nothing of the order could be connected: the distributor chooses again. */
    void orderAgain() {
        require(stage == Stage.CONNECTING);
        connectionOrderId = null;
    }

    void connected(Instant now) {
        move(Stage.CONNECTING, Stage.CONNECTED, now);
    }

    void expire(Instant now) {
        require(stage.isUndecided());
        become(Stage.EXPIRED, now);
    }

    void revoke(String why, Instant now) {
        require(stage.isUndecided());
        become(Stage.REVOKED, now);
        reason = why;
    }

    /** The company has another partnership with this supplier: that one stands for this onboarding. */
    void join(CompanyId company, PartnershipId first, Instant now) {
        requireUnexpired(now, stage == Stage.INVITED);
        require(stage.isUndecided());
        become(Stage.JOINED, now);
        distributorId = company;
        joinedTo = first;
    }

    void reject(@Nullable String why, Instant now) {
        move(Stage.REGISTERING, Stage.REJECTED, now);
        reason = why;
    }

    /** The last automatic step of the process has run. Repeating it changes nothing. */
    void processEnded(Instant now) {
        if (processEndedAt == null) {
            processEndedAt = now;
        }
    }

    /** The stage, if it is the invitee or the distributor whose answer it awaits. @throws TooLateException if not */
    Stage awaitedStage(Instant now) {
        requireUnexpired(now, stage.isUndecided());
        if (connectionOrderId != null && stage == Stage.CONNECTING) {
            throw new TooLateException("onboarding.refused.ordered");
        }
        require(stage == Stage.INVITED || stage == Stage.ACCEPTING || stage == Stage.CONNECTING);
        return stage;
    }

    private void move(Stage from, Stage to, Instant now) {
        require(stage == from);
        become(to, now);
    }

    private void become(Stage to, Instant now) {
        movedFrom = stage;
        stage = to;
        stageSince = now;
    }

    /** The stage before, if it has changed since it was read. */
    @Nullable Stage movedFrom() {
        return movedFrom;
    }

    private void require(boolean allowed) {
        if (!allowed) {
            throw new TooLateException("onboarding.refused.stage." + stage);
        }
    }

    /** @throws TooLateException if the invitation has been taken up or is over */
    void requireOpen(Instant now) {
        require(stage == Stage.INVITED);
        requireUnexpired(now, stage == Stage.INVITED);
    }

    /** The engine's timer may come late; the date that people were told holds. What has been taken up can still be decided until it comes. */
    private void requireUnexpired(Instant now, boolean holds) {
        if (holds && isPastExpiry(now)) {
            throw new TooLateException("onboarding.refused.stage.EXPIRED");
        }
    }

    boolean isPastExpiry(Instant now) {
        return !now.isBefore(expiresAt);
    }

    OnboardingId id() {
        return id;
    }

    PartnershipId partnershipId() {
        return partnershipId;
    }

    CompanyId supplierId() {
        return supplierId;
    }

    @Nullable CompanyId distributorId() {
        return distributorId;
    }

    /** @throws NullPointerException before a distributor has taken the invitation up */
    CompanyId distributor() {
        return Objects.requireNonNull(distributorId, "no distributor yet");
    }

    Locale locale() {
        return Locale.of(language);
    }

    AccountId invitedBy() {
        return invitedBy;
    }

    Instant invitedAt() {
        return invitedAt;
    }

    Instant stageSince() {
        return stageSince;
    }

    Instant expiresAt() {
        return expiresAt;
    }

    boolean isAccepted() {
        return stage == Stage.CONNECTING || stage == Stage.CONNECTED;
    }

    /** Whether the distributor has accepted or declined. */
    boolean isDecided() {
        return isAccepted() || stage == Stage.DECLINED;
    }

    Stage stage() {
        return stage;
    }

    @Nullable String reason() {
        return reason;
    }

    @Nullable PartnershipId joinedTo() {
        return joinedTo;
    }

    @Nullable OrderId connectionOrderId() {
        return connectionOrderId;
    }

    /** Whether nothing is left for the process to do; a stage that is over may still have letters to be written. */
    boolean isProcessEnded() {
        return processEndedAt != null;
    }
}
