package com.texchange.connections.ui;

import com.texchange.common.Actor;
import com.texchange.common.Change;
import com.texchange.common.ChangeFeed;
import com.texchange.common.CurrentActor;
import com.texchange.common.LicenseId;
import com.texchange.common.Role;
import com.texchange.common.Routes;
import com.texchange.common.Selection;
import com.texchange.common.ui.DateTimes;
import com.texchange.common.ui.DescriptionList;
import com.texchange.common.ui.EmptyState;
import com.texchange.common.ui.LiveUpdates;
import com.texchange.common.ui.Notices;
import com.texchange.common.ui.PageHeader;
import com.texchange.common.ui.ReasonDialog;
import com.texchange.common.ui.Tone;
import com.texchange.connections.ConnectionOrders;
import com.texchange.connections.LicensePassport;
import com.texchange.connections.LicensePassport.Operation;
import com.texchange.connections.LicensePassports;
import com.texchange.connections.MoveTargets;
import com.texchange.licenses.BlockingEntry;
import com.texchange.licenses.LicenseBlocking;
import com.texchange.licenses.LicenseInfo;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.orderedlayout.VerticalLayout;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The passport of one license: its address can be sent. */
@Route(Routes.LICENSE + "/:" + LicenseView.ID)
@RolesAllowed({"SUPPLIER", "DISTRIBUTOR", "SALES", "PROCESS_MANAGER"})
class LicenseView extends VerticalLayout implements BeforeEnterObserver, HasDynamicTitle {

    static final String ID = "license";
    private final transient LicensePassports passports;
    private final transient LicenseBlocking blocking;
    private final transient MoveTargets targets;
    private final transient ConnectionOrders orders;
    private final transient Actor actor;
    private final Div content = new Div();
    private transient @Nullable LicenseId shown;
    private String title = getTranslation("connections.passport.title", "");

    LicenseView(LicensePassports passports, LicenseBlocking blocking, MoveTargets targets, ConnectionOrders orders, ChangeFeed feed, CurrentActor currentActor) {
        this.passports = passports;
        this.blocking = blocking;
        this.targets = targets;
        this.orders = orders;
        this.actor = currentActor.get();
        content.addClassNames("passport", "card-columns");
        add(content);
        LiveUpdates.follow(this, feed, change -> change.topic() == Change.Topic.LICENSES
                && (actor.companyId() == null || change.id().equals(Objects.toString(actor.companyId()))), this::refresh);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        LicensePassport passport = event.getRouteParameters().get(ID).flatMap(LicenseView::parse)
                .flatMap(id -> passports.find(id, actor)).orElseThrow(NotFoundException::new);
        shown = passport.license().id();
        show(passport);
    }

    private void refresh() {
        if (shown != null) {
            passports.find(shown, actor).ifPresentOrElse(this::show, this::showUnknown);
        }
    }

    /** The right to see it has ended while it was open. */
    private void showUnknown() {
        content.removeAll();
        content.add(EmptyState.unknown());
    }

    private void show(LicensePassport passport) {
        LicenseInfo license = passport.license();
        title = getTranslation("connections.passport.title", license.number());
        content.removeAll();
        PageHeader header = new PageHeader(title);
        if (passport.moved()) {
            header.addTools(new Button(getTranslation("connections.passport.move"), click -> askToMove(license)));
        }
        if (passport.maintained()) {
            header.addTools(new Button(getTranslation(license.blocked() ? "connections.passport.free"
                    : "connections.passport.block"), click -> ask(license)));
        }
        String none = isSeenWhole(license) ? ".none" : ".noneOfYours";
        content.add(header, facts(license, passport.outside()),
                list("connections.passport.assignments", ".none", passport.assignments(), this::assignment),
                list("connections.passport.connections", none, passport.connections(), this::connection),
                list("connections.passport.operations", none, passport.operations(), this::operation));
        if (passport.whole()) {
            content.add(list("connections.passport.blockings", ".none", passport.blockings(), this::blockingEntry));
        }
    }

    /** A supplier reads of connections and operations what concerns itself, also of a license of its own: it may work for others. */
    private boolean isSeenWhole(LicenseInfo license) {
        return actor.companyId() == null || actor.has(Role.DISTRIBUTOR) && license.distributorId().equals(actor.companyId());
    }

    private DescriptionList facts(LicenseInfo license, boolean outside) {
        DescriptionList facts = new DescriptionList()
                .add(getTranslation("licenses.column.activationCode"), license.activationCode())
                .add(getTranslation("connections.orders.column.distributor"), outside
                        ? getTranslation("connections.supplier.notInNetwork", license.distributor()) : license.distributor())
                .add(getTranslation("connections.passport.owner"), license.owner())
                .add(getTranslation("licenses.column.user"), license.userName())
                .add(getTranslation("licenses.column.mdmId"), Objects.toString(license.mdmId(), null))
                .add(getTranslation("licenses.column.configVersion"), license.configVersion())
                .add(getTranslation("connections.passport.since"), DateTimes.dateTime(license.createdAt()));
        return facts.add(getTranslation("licenses.column.status"), license.blocked() ? Tone.ERROR.badge(getTranslation("connections.passport.isBlocked"))
                : Tone.SUCCESS.badge(getTranslation("connections.passport.isFree")));
    }

    private <T> Section list(String title, String none, List<T> entries, Function<T, Component> line) {
        Section section = new Section(new H2(getTranslation(title)));
        section.addClassNames("card");
        if (entries.isEmpty()) {
            section.add(new Paragraph(getTranslation(title + none)));
        } else {
            UnorderedList list = new UnorderedList();
            list.addClassName("passport-list");
            entries.forEach(entry -> list.add(new ListItem(line.apply(entry))));
            section.add(list);
        }
        if (entries.size() >= LicensePassports.MOST) {
            Paragraph latest = new Paragraph(getTranslation("connections.passport.latest", entries.size()));
            latest.addClassName("hint");
            section.add(latest);
        }
        return section;
    }

    private Component assignment(LicensePassport.Assigned assigned) {
        String who = assigned.agent() == null ? getTranslation("connections.passport.nobody") : assigned.agent();
        String where = assigned.mdmId() == null ? getTranslation("connections.passport.noDevice") : assigned.mdmId().toString();
        return new Span(assigned.endedAt() == null
                ? getTranslation("connections.passport.assigned", who, where, DateTimes.dateTime(assigned.assignedAt()))
                : getTranslation("connections.passport.assignedBefore", who, where, DateTimes.dateTime(assigned.assignedAt()),
                        DateTimes.dateTime(assigned.endedAt())));
    }

    private Component connection(LicensePassport.Connected connection) {
        return new Span(getTranslation("connections.passport.connected", connection.supplier(), connection.code(),
                DateTimes.dateTime(connection.connectedAt())));
    }

    private Component operation(Operation operation) {
        Anchor link = new Anchor(Routes.of(Routes.LICENSE_ORDERS, operation.orderId()),
                getTranslation((operation.undo() ? "connections.order.undo." : "connections.order.") + operation.kind()));
        String under = OrderWords.by(operation.placedBy(), operation.company(), operation.grantedAt());
        String result = getTranslation("connections.item." + operation.state());
        String because = operation.verdict() == null ? result
                : getTranslation("connections.order.because", result, getTranslation(operation.verdict().key()));
        String told = getTranslation("connections.passport.operation", DateTimes.dateTime(operation.placedAt()), under, because);
        return new Div(link, new Span(operation.supplier() == null ? told
                : getTranslation("connections.passport.operationFor", operation.supplier(), told)));
    }

    private Component blockingEntry(BlockingEntry entry) {
        return new Span(getTranslation(entry.blocked() ? "connections.passport.blocked" : "connections.passport.freed",
                DateTimes.dateTime(entry.changedAt()), OrderWords.who(entry.by(), entry.company()), entry.reason()));
    }

    private void askToMove(LicenseInfo license) {
        new MoveDialog(targets, orders, actor.has(Role.SUPPLIER) && !license.distributorId().equals(actor.companyId()) ? actor.companyId() : null,
                license.distributorId(), new Selection.Chosen<>(Set.of(license.id())), actor, order -> getUI()
                .ifPresent(ui -> ui.navigate(Routes.of(Routes.LICENSE_ORDERS, order.id())))).open();
    }

    private void ask(LicenseInfo license) {
        boolean block = !license.blocked();
        String kind = block ? "block" : "free";
        new ReasonDialog(getTranslation("connections.passport." + kind + ".title", license.number()),
                getTranslation("connections.passport." + kind + ".text"), getTranslation("connections.passport." + kind),
                reason -> {
                    blocking.change(license.id(), block, reason, actor);
                    Notices.success(getTranslation("connections.passport." + kind + ".done"));
                    refresh();
                }).rereading(this::refresh).open();
    }

    private static Optional<LicenseId> parse(String id) {
        try {
            return Optional.of(new LicenseId(UUID.fromString(id)));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    @Override
    public String getPageTitle() {
        return title;
    }
}
