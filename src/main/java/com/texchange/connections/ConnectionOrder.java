package com.texchange.connections;

import com.texchange.common.AccountId;
import com.texchange.common.Change;
import com.texchange.common.CompanyId;
import com.texchange.common.GrantId;
import com.texchange.common.OrderId;
import com.texchange.connections.ConnectionOrderInfo.State;
import java.time.Instant;
import java.util.List;
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
    private final CompanyId supplierId;
    private final OrderKind kind;
    private State state;
    private boolean ownProcess;
    private final @Nullable CompanyId actingId;
    private @Nullable GrantId grantId;
    private @Nullable String reason;
    private @Nullable OrderId undoes;
    private final AccountId placedBy;
    private final Instant placedAt;
    private @Nullable Instant finishedAt;

    @PersistenceCreator
    private ConnectionOrder(OrderId id, CompanyId distributorId, CompanyId supplierId, OrderKind kind, State state,
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

    /** @param side for which the person places it */
    static ConnectionOrder place(OrderRequest request, OrderSide side, AccountId by, Instant now) {
        ConnectionOrder order = new ConnectionOrder(OrderId.random(), request.distributor(), request.supplier(), request.kind(),
                State.PLACED, side.company(), by, now);
        order.reason = request.reason();
        return order;
    }

    /** An order that takes back what another has done, as far as nobody has changed it since. */
    static ConnectionOrder undo(ConnectionOrder done, OrderSide side, AccountId by, Instant now) {
        ConnectionOrder order = new ConnectionOrder(OrderId.random(), done.distributorId, done.supplierId, done.kind.reverse(),
                State.PLACED, side.company(), by, now);
        order.undoes = done.id;
        return order;
    }

    /** An order for the same, once more. */
    static ConnectionOrder again(ConnectionOrder tried, OrderSide side, AccountId by, Instant now) {
        ConnectionOrder order = new ConnectionOrder(OrderId.random(), tried.distributorId, tried.supplierId, tried.kind,
                State.PLACED, side.company(), by, now);
        order.reason = tried.reason;
        return order;
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

    CompanyId supplierId() {
        return supplierId;
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
        return supplierId.equals(actingId);
    }

    /** Refused licenses wait for the people of the distributor if it was theirs; whoever else has placed it reads its result. */
    boolean asksAboutRefused() {
        return kind == OrderKind.CONNECT && distributorId.equals(actingId);
    }

    ConnectionOrderInfo info() {
        return new ConnectionOrderInfo(id, kind, distributorId, supplierId, state, placedBy);
    }

    /** What the open pages of both companies shall hear of. */
    List<Change> changes() {
        return List.of(new Change(Change.Topic.LICENSES, distributorId.toString()),
                new Change(Change.Topic.LICENSES, supplierId.toString()));
    }

    private void requireUnfinished() {
        if (state == State.FINISHED) {
            throw new IllegalStateException("order " + id + " is finished");
        }
    }
}
