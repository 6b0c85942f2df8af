package com.texchange.connections;

import com.texchange.common.Actor;
import com.texchange.common.CompanyId;
import com.texchange.common.DeviceId;
import com.texchange.common.LicenseId;
import com.texchange.common.OnboardingId;
import com.texchange.common.OrderId;
import com.texchange.common.RefusedException;
import com.texchange.common.Selection;
import com.texchange.partners.Partnerships;
import jakarta.validation.Valid;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.validation.annotation.Validated;

/**
 * Orders to connect, disconnect and move licenses: placed by a person of either company or of the sales department, carried out by
 * {@link ConnectionSteps}.
 */
@Service
@Validated
@Transactional
public class ConnectionOrders {

    /** The most licenses that one order can hold. */
    public static final int MAX_LICENSES = 1_000_000;

    private final ConnectionOrderRepository orders;
    private final OrderItems items;
    private final OrderedLicenses ordered;
    private final MoveTargets targets;
    private final Partnerships partnerships;
    private final OrderStart start;
    private final ConnectionLetters letters;
    private final Clock clock;

    ConnectionOrders(ConnectionOrderRepository orders, OrderItems items, OrderedLicenses ordered, MoveTargets targets,
            Partnerships partnerships, OrderStart start, ConnectionLetters letters, Clock clock) {
        this.orders = orders;
        this.items = items;
        this.ordered = ordered;
        this.targets = targets;
        this.partnerships = partnerships;
        this.start = start;
        this.letters = letters;
        this.clock = clock;
    }

    /**
     * What an order would do now: how many of the chosen licenses have which verdict. Of those that match a filter, the person sees
     * some only.
     *
     * @throws RefusedException if the two are no partners, a license that was chosen is none that the person sees, or there are more than
     *     {@value #MAX_LICENSES}
     * @throws org.springframework.security.access.AccessDeniedException if the person acts for neither company
     */
    @Transactional(readOnly = true)
    public Map<Verdict, Integer> dryRun(@Valid OrderRequest request, Actor actor) {
        ConnectionOrder order = order(request, targets::look, actor);
        requirePartners(order);
        Map<Verdict, Integer> verdicts = items.verdicts(order, request.licenses());
        int found = verdicts.values().stream().mapToInt(Integer::intValue).sum();
        refuseUnseen(request, found);
        refuseTooMany(found);
        return verdicts;
    }

    /**
     * Places an order. To connect: the process that waits for it carries it out. Else one of its own is started. Licenses that
     * are as ordered, or on their way, are in it with the reason why they are left out.
     *
     * @throws RefusedException if nothing or more than {@value #MAX_LICENSES} licenses are selected, the two are no partners,
     *     a license is none that the person sees, or nothing is left to be changed, now or once it is allowed
     * @throws org.springframework.security.access.AccessDeniedException if the person acts for neither company
     */
    public ConnectionOrderInfo place(@Valid OrderRequest request, Actor actor) {
        return begin(order(request, targets::take, actor), actor, order -> {
            int found = items.request(order, request.licenses());
            refuseUnseen(request, found);
            return found;
        });
    }

    /**
     * Takes back what a finished order has done, as an order of its own. What somebody has changed since is left as it is, and
     * told so; what has waited in it is left out, as {@link WaitingLicenses#takenBack} says.
     *
     * @throws RefusedException if the order is not finished, or nothing is left to be taken back
     * @throws org.springframework.security.access.AccessDeniedException if the person acts for neither company
     */
    public ConnectionOrderInfo undo(OrderId id, Actor actor) {
        ConnectionOrder done = finished(id);
        OrderSide side = OrderSide.of(done.supplierId(), done.distributorId(), actor);
        return begin(ConnectionOrder.undo(done, side, actor.id(), clock.instant()), actor, items::requestUndo);
    }

    /**
     * Orders once more what a finished order has left as it was; of one that takes back another, as far as nobody has changed it
     * since.
     *
     * @throws RefusedException if the order is not finished, or there is nothing left that can be changed
     * @throws org.springframework.security.access.AccessDeniedException if the person acts for neither company
     */
    public ConnectionOrderInfo again(OrderId id, Actor actor) {
        ConnectionOrder tried = finished(id);
        OrderSide side = OrderSide.of(tried.supplierId(), tried.distributorId(), actor);
        return begin(ConnectionOrder.again(tried, side, actor.id(), clock.instant()), actor,
                order -> items.requestAgain(order, id));
    }

    private ConnectionOrder finished(OrderId id) {
        ConnectionOrder order = orders.findById(id).orElseThrow();
        refuseIf(!order.is(ConnectionOrderInfo.State.FINISHED), "connections.notFinished");
        return order;
    }

    /** @throws java.util.NoSuchElementException if there is none */
    @Transactional(readOnly = true)
    public ConnectionOrderInfo get(OrderId id) {
        return orders.findById(id).orElseThrow().info();
    }

    /** With whom an order would be, by name: for the distributor's people the supplier, else the distributor. */
    @Transactional(readOnly = true)
    public String partner(OrderRequest request, Actor actor) {
        CompanyId own = OrderSide.of(request.supplier(), request.distributor(), actor).company();
        CompanyId supplier = request.supplier();
        return ordered.name(supplier != null && request.distributor().equals(own) ? supplier : request.distributor());
    }

    /** How many licenses an order has changed. */
    @Transactional(readOnly = true)
    public int doneCount(OrderId id) {
        return ordered.count(id, "DONE");
    }

    /** How many licenses of an order are refused and wait for a decision. */
    @Transactional(readOnly = true)
    public int refusedCount(OrderId id) {
        return ordered.count(id, "REFUSED");
    }

    /** The licenses that were refused, by number; at most 100. */
    @Transactional(readOnly = true)
    public List<RefusedLicense> refused(OrderId id) {
        return ordered.refused(id);
    }

    /** How many licenses of an order were refused and are not connected since. */
    @Transactional(readOnly = true)
    public Refusals refusals(OrderId id) {
        return ordered.refusals(id);
    }

    /** The licenses that were refused and are not connected since, also those left out, waiting or being tried again; at most 100. */
    @Transactional(readOnly = true)
    public List<RefusedLicense> notConnected(OrderId id) {
        return ordered.notConnected(id);
    }

    /**
     * Writes to the people of both companies that licenses are connected, for an order that an onboarding has taken; one with
     * a process of its own is confirmed by that. Repeating it writes no second letter, and none is written of what letters of the order's
     * own have told.
     *
     * @param onboarding shows what becomes of the letters
     * @return how many licenses the order has connected
     */
    public int confirm(OrderId id, OnboardingId onboarding) {
        ConnectionOrder order = orders.findById(id).orElseThrow();
        int connected = ordered.count(id, "DONE");
        int untold = order.resumedAt() == null ? connected : ordered.countDone(order, order.hasOwnProcess());
        if (untold > 0) {
            letters.finished(order, untold, onboarding.value());
        }
        return connected;
    }

    private ConnectionOrder order(OrderRequest request, Function<OrderRequest, @Nullable DeviceId> device, Actor actor) {
        OrderSide side = OrderSide.of(request.supplier(), request.distributor(), actor);
        return ConnectionOrder.place(request, device.apply(request), side, actor.id(), clock.instant());
    }

    private ConnectionOrderInfo begin(ConnectionOrder order, Actor actor, ToIntFunction<ConnectionOrder> request) {
        requirePartners(order);
        start.lock(order, actor);
        orders.save(order);
        int found = request.applyAsInt(order);
        String nothing = order.undoes() ? "connections.nothingToUndo" : "connections.nothingTo." + order.kind();
        refuseIf(found == 0, order.undoes() ? nothing : "connections.nothingSelected");
        refuseTooMany(found);
        OrderItems.Tally tally = items.tally(order);
        refuseIf(tally.open() == 0 && tally.waiting() == 0, nothing);
        if (order.kind() == OrderKind.MOVE && ordered.asks(order.id())) {
            order.askApproval();
        }
        start.of(order, found, tally.open() > 0, actor);
        return order.info();
    }

    private void requirePartners(ConnectionOrder order) {
        CompanyId supplier = order.supplierId();
        refuseIf(supplier != null && partnerships.find(supplier, order.distributorId()).isEmpty(), "connections.notPartner");
    }

    private static void refuseUnseen(OrderRequest request, int found) {
        refuseIf(request.licenses() instanceof Selection.Chosen<LicenseId, LicenseFilter>(var ids) && found < ids.size(),
                "connections.notOwn");
    }

    private static void refuseTooMany(int found) {
        refuseIf(found > MAX_LICENSES, "connections.tooManySelected", MAX_LICENSES);
    }

    private static void refuseIf(boolean refused, String messageKey, Object... arguments) {
        if (refused) {
            throw new RefusedException(messageKey, arguments);
        }
    }
}
