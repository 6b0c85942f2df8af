package com.texchange.connections;

import com.texchange.common.AccountId;
import com.texchange.common.Change;
import com.texchange.common.CompanyId;
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
    private State state;
    private boolean ownProcess;
    private final AccountId placedBy;
    private final Instant placedAt;
    private @Nullable Instant finishedAt;

    @PersistenceCreator
    private ConnectionOrder(OrderId id, CompanyId distributorId, CompanyId supplierId, State state, AccountId placedBy,
            Instant placedAt, @Nullable Instant finishedAt) {
        this.id = id;
        this.distributorId = distributorId;
        this.supplierId = supplierId;
        this.state = state;
        this.placedBy = placedBy;
        this.placedAt = placedAt;
        this.finishedAt = finishedAt;
    }

    static ConnectionOrder place(CompanyId distributor, CompanyId supplier, AccountId by, Instant now) {
        return new ConnectionOrder(OrderId.random(), distributor, supplier, State.PLACED, by, now, null);
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

    ConnectionOrderInfo info() {
        return new ConnectionOrderInfo(id, distributorId, supplierId, state, placedBy);
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
