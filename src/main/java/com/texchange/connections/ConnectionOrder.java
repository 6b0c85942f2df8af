package com.texchange.connections;

import com.texchange.common.AccountId;
import com.texchange.common.Change;
import com.texchange.common.CompanyId;
import com.texchange.common.DeviceId;
import com.texchange.common.GrantId;
import com.texchange.common.OrderId;
import com.texchange.connections.ConnectionOrderInfo.State;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.PersistenceCreator;
import org.springframework.data.annotation.Version;
import org.springframework.data.relational.core.mapping.Table;

/** An order as it is kept. Its items can be thousands and are changed set-based by {@link OrderItems}. */
@Table("connection_order")
final class ConnectionOrder {

    @Id
    private final OrderId id;
    @Version
    private long version;
    private final CompanyId distributorId;
    private final @Nullable CompanyId supplierId;
    private final OrderKind kind;
    private State state;
    private boolean ownProcess;
    private final @Nullable CompanyId actingId;
    private @Nullable GrantId grantId;
    private @Nullable String reason;
    private @Nullable OrderId undoes;
    private @Nullable DeviceId toDevice;
    private @Nullable String toAgent;
    private @Nullable Approval approval;
    private @Nullable AccountId decidedBy;
    private @Nullable Instant decidedAt;
    private @Nullable Instant resumedAt;
    private final AccountId placedBy;
    private final Instant placedAt;
    private @Nullable Instant finishedAt;

    @PersistenceCreator
    private ConnectionOrder(OrderId id, CompanyId distributorId, @Nullable CompanyId supplierId, OrderKind kind, State state,
            @Nullable CompanyId actingId, AccountId placedBy, Instant placedAt) {
        this.id = id;
        this.distributorId = distributorId;
        this.supplierId = supplierId;
        this.kind = kind;
        this.state = state;
        this.actingId = actingId;
        this.placedBy = placedBy;
        this.placedAt = placedAt;
    }

    /**
     * @param side   for which the person places it
     * @param device where licenses are moved; null if they stay on theirs
     */
    static ConnectionOrder place(OrderRequest request, @Nullable DeviceId device, OrderSide side, AccountId by, Instant now) {
        ConnectionOrder order = new ConnectionOrder(OrderId.random(), request.distributor(), request.supplier(), request.kind(),
                State.PLACED, side.company(), by, now);
        order.reason = request.reason();
        order.toDevice = device;
        order.toAgent = request.target() == null ? null : request.target().agent();
        return order;
    }

    /** An order that takes back what another has done, as far as nobody has changed it since. */
    static ConnectionOrder undo(ConnectionOrder done, OrderSide side, AccountId by, Instant now) {
        ConnectionOrder order = new ConnectionOrder(OrderId.random(), done.distributorId, done.supplierId, done.kind.reverse(),
                State.PLACED, side.company(), by, now);
        order.undoes = done.id;
        return order;
    }

    /** An order for the same, once more; what takes back another goes on to do so. */
    static ConnectionOrder again(ConnectionOrder tried, OrderSide side, AccountId by, Instant now) {
        ConnectionOrder order = new ConnectionOrder(OrderId.random(), tried.distributorId, tried.supplierId, tried.kind,
                State.PLACED, side.company(), by, now);
        order.reason = tried.reason;
        order.toDevice = tried.toDevice;
        order.toAgent = tried.toAgent;
        order.undoes = tried.undoes;
        return order;
    }

    /** Licenses are not the supplier's to move: their distributor has to agree first. */
    void askApproval() {
        requireUnfinished();
        approval = Approval.ASKED;
    }

    /** The distributor has agreed or not, or the supplier has asked for nothing any more. @param by null if past the application */
    void decide(Approval decision, @Nullable AccountId by, Instant now) {
        requireUnfinished();
        approval = decision;
        decidedBy = by;
        decidedAt = now;
    }

    boolean is(Approval other) {
        return approval == other;
    }

    /** Who has agreed or not; null if nobody has yet, or was asked. */
    @Nullable AccountId decidedBy() {
        return decidedBy;
    }

    /** The causes for which licenses had to wait are gone, of some at least: whoever takes it as a new one does these. */
    void resume(Instant now) {
        if (state != State.FINISHED) {
            throw new IllegalStateException("order " + id + " is under way");
        }
        state = State.PLACED;
        finishedAt = null;
        resumedAt = now;
        ownProcess = false;
    }

    /** Since when it does what it had to wait for; null if it has never waited. */
    @Nullable Instant resumedAt() {
        return resumedAt;
    }

    /** Whether licenses that are refused for a passing cause wait until it is gone: nobody has said no to them. */
    boolean waitsForRefused() {
        return undoes == null && approval != Approval.DENIED && approval != Approval.WITHDRAWN;
    }

    /** Whether it takes back what another has done. */
    boolean undoes() {
        return undoes != null;
    }

    /** Under which grant its people have changed what is not theirs: the last one, should it have been given anew meanwhile. */
    void under(GrantId grant) {
        grantId = grant;
    }

    /** No process has waited for the order: one of its own carries it out. */
    void beginOwnProcess() {
        requireUnfinished();
        ownProcess = true;
    }

    /** Licenses were refused: a person has to decide. */
    void refuse() {
        requireUnfinished();
        state = State.REFUSED;
    }

    /** The person has decided: it is carried out further. */
    void resume() {
        requireUnfinished();
        state = State.PLACED;
    }

    void finish(Instant now) {
        requireUnfinished();
        state = State.FINISHED;
        finishedAt = now;
    }

    boolean is(State other) {
        return state == other;
    }

    boolean hasOwnProcess() {
        return ownProcess;
    }

    OrderId id() {
        return id;
    }

    /** Of a move null, unless the supplier has placed it. */
    @Nullable CompanyId supplierId() {
        return supplierId;
    }

    /** The supplier of an order that cannot be without one. */
    CompanyId supplier() {
        return Objects.requireNonNull(supplierId);
    }

    /** Where licenses are moved; null if they stay on their devices, and in orders that move none. */
    @Nullable DeviceId toDevice() {
        return toDevice;
    }

    /** Who gets licenses that are moved; null if they stay with their agents, empty if nobody does. */
    @Nullable String toAgent() {
        return toAgent;
    }

    /** Which order it takes back. */
    @Nullable OrderId undone() {
        return undoes;
    }

    CompanyId distributorId() {
        return distributorId;
    }

    OrderKind kind() {
        return kind;
    }

    /** The company for which it was placed; null for the operator. */
    @Nullable CompanyId actingId() {
        return actingId;
    }

    AccountId placedBy() {
        return placedBy;
    }

    /** Whether its people need ownership or a grant. */
    boolean isSuppliers() {
        return supplierId != null && supplierId.equals(actingId);
    }

    /** Refused licenses wait for the people of the distributor if it was theirs; whoever else has placed it reads its result. */
    boolean asksAboutRefused() {
        return kind == OrderKind.CONNECT && distributorId.equals(actingId);
    }

    /** In the words of who placed it. */
    @Nullable String reason() {
        return reason;
    }

    ConnectionOrderInfo info() {
        return new ConnectionOrderInfo(id, kind, distributorId, supplierId, state, placedBy);
    }

    @Nullable GrantId grantId() {
        return grantId;
    }

    /** What the open pages of both companies shall hear of. */
    List<Change> changes() {
        return Stream.of(distributorId, supplierId).filter(Objects::nonNull)
                .map(company -> new Change(Change.Topic.LICENSES, company.toString())).toList();
    }

    private void requireUnfinished() {
        if (state == State.FINISHED) {
            throw new IllegalStateException("order " + id + " is finished");
        }
    }
}
