package com.texchange.reconciliation.ui;

import com.texchange.common.Actor;
import com.texchange.common.Change;
import com.texchange.common.ChangeFeed;
import com.texchange.common.CurrentActor;
import com.texchange.common.Role;
import com.texchange.common.Routes;
import com.texchange.common.ui.Acts;
import com.texchange.common.ui.BackLink;
import com.texchange.common.ui.Background;
import com.texchange.common.ui.DateTimes;
import com.texchange.common.ui.DescriptionList;
import com.texchange.common.ui.LiveUpdates;
import com.texchange.common.ui.Notices;
import com.texchange.common.ui.PageHeader;
import com.texchange.common.ui.WhyNot;
import com.texchange.connections.ConnectionOrderInfo;
import com.texchange.connections.ConnectionOrders;
import com.texchange.connections.OrderRequest;
import com.texchange.connections.ui.OrderDialog;
import com.texchange.reconciliation.Finding;
import com.texchange.reconciliation.FindingExport;
import com.texchange.reconciliation.Findings;
import com.texchange.reconciliation.Reconciliation;
import com.texchange.reconciliation.ReconciliationId;
import com.texchange.reconciliation.Reconciliations;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.orderedlayout.VerticalLayout;
import com.vaadin.flow.component.progressbar.ProgressBar;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** One list that was compared: what was found, and the acts that put it right. Its address can be sent to colleagues. */
@Route(Routes.RECONCILIATION + "/:" + ReconciliationView.ID)
@RolesAllowed("SUPPLIER")
class ReconciliationView extends VerticalLayout implements BeforeEnterObserver, HasDynamicTitle {

    static final String ID = "reconciliation";
    /** A large list takes seconds to be compared. */
    private static final Duration BETWEEN_REFRESHES = Duration.ofSeconds(2);
    private final transient Reconciliations reconciliations;
    private final transient Findings findings;
    private final transient FindingExport export;
    private final transient ConnectionOrders orders;
    private final transient ChangeFeed feed;
    private final transient Actor actor;
    private final Button connect = new Button("", click -> ask(Finding.LIST_ONLY));
    /** Only where there is any. */
    private final Button connectElsewhere = new Button("", click -> ask(Finding.LIST_ONLY_ELSEWHERE));
    private final Button disconnect = new Button("", click -> ask(Finding.EXCHANGE_ONLY));
    private final Button again = new Button(getTranslation("reconciliation.again"), click ->
            compareAgain(() -> Notices.success(getTranslation("reconciliation.compared"))));
    private final Paragraph unreadable = new Paragraph();
    private final Div underWay = new Div();
    private final Div facts = new Div();
    private final Div counts = new Div();
    private final ProgressBar bar = new ProgressBar();
    private final Paragraph comparing = new Paragraph(getTranslation("reconciliation.comparing"));
    private @Nullable FindingGrid rows;
    private boolean busy;
    private transient @Nullable ReconciliationId shown;

    ReconciliationView(Reconciliations reconciliations, Findings findings, FindingExport export, ConnectionOrders orders,
            ChangeFeed feed, CurrentActor currentActor) {
        this.reconciliations = reconciliations;
        this.findings = findings;
        this.export = export;
        this.orders = orders;
        this.feed = feed;
        this.actor = currentActor.get();
        setSizeFull();
        addClassName("wide-page");
        counts.addClassName("license-counts");
        counts.getElement().setAttribute("role", "status");
        unreadable.addClassName("warning");
        underWay.getElement().setAttribute("role", "status");
        bar.setIndeterminate(true);
        bar.setVisible(false);
        bar.getElement().setAttribute("aria-label", comparing.getText());
        comparing.getElement().setAttribute("role", "status");
        comparing.setVisible(false);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        removeAll();
        ReconciliationId id = event.getRouteParameters().get(ID).flatMap(ReconciliationView::parse)
                .filter(given -> reconciliations.find(given, actor).isPresent()).orElseThrow(NotFoundException::new);
        shown = id;
        Div result = new Div(new H2(getTranslation("reconciliation.result")), counts);
        result.addClassName("services-information");
        Div tools = new Div(Acts.forActing(connect, actor), connectElsewhere, Acts.forActing(disconnect, actor), again);
        tools.addClassName("devices-tools");
        FindingGrid grid = new FindingGrid(findings, export, id, actor, event.getLocation().getQueryParameters());
        rows = grid;
        add(new BackLink(Routes.RECONCILIATION, getTranslation("reconciliation.title")),
                new PageHeader(getTranslation("reconciliation.one")), facts, result, tools, comparing, bar, unreadable, underWay,
                grid);
        String company = actor.companyAs(Role.SUPPLIER).toString();
        LiveUpdates.follow(grid, feed, change -> change.topic() == Change.Topic.LICENSES && change.id().equals(company),
                BETWEEN_REFRESHES, () -> follow(id));
        show(id);
        follow(id);
    }

    /** A large list is compared here. Orders that were placed here go on by themselves; once one is finished, less differs. */
    private void follow(ReconciliationId id) {
        if (!busy && reconciliations.isBehind(id, actor)) {
            compare(found -> reconciliations.catchUp(found, actor), () -> { });
        } else {
            tellOrders(id);
        }
    }

    private void compareAgain(Runnable then) {
        compare(found -> reconciliations.compare(found, actor), then);
    }

    /** A large list takes seconds; the page can be read meanwhile. */
    private void compare(Consumer<ReconciliationId> comparison, Runnable then) {
        ReconciliationId id = shown;
        if (id == null || busy) {
            return;
        }
        setBusy(true);
        Background.run(UI.getCurrent(), () -> {
            comparison.accept(id);
            return id;
        }, compared -> {
            show(compared);
            then.run();
        }, () -> {
            setBusy(false);
            follow(id);
        });
    }

    private void setBusy(boolean now) {
        busy = now;
        bar.setVisible(now);
        comparing.setVisible(now);
        again.setEnabled(!now);
        if (now) {
            WhyNot.tell(connect, comparing.getText());
            WhyNot.tell(connectElsewhere, comparing.getText());
            WhyNot.tell(disconnect, comparing.getText());
        }
    }

    private void show(ReconciliationId id) {
        Optional<Reconciliation> found = reconciliations.find(id, actor);
        if (found.isEmpty() || rows == null) {
            return;
        }
        facts.removeAll();
        facts.add(facts(found.get()));
        Map<Finding, Integer> now = findings.counts(id, actor);
        counts.removeAll();
        now.forEach((finding, count) ->
                counts.add(new Paragraph(getTranslation("reconciliation.count", getTranslation(finding.key()), count))));
        int there = now.getOrDefault(Finding.LIST_ONLY, 0);
        int elsewhere = now.getOrDefault(Finding.LIST_ONLY_ELSEWHERE, 0);
        int here = now.getOrDefault(Finding.EXCHANGE_ONLY, 0);
        int unclear = here == 0 ? 0 : findings.unreadable(id, actor);
        connect.setText(getTranslation("reconciliation.connect", there));
        WhyNot.tell(connect, there > 0 ? null : getTranslation("reconciliation.whyNot.connect"));
        connectElsewhere.setText(getTranslation("reconciliation.connectElsewhere", elsewhere));
        connectElsewhere.setVisible(elsewhere > 0 && actor.mayAct());
        WhyNot.tell(connectElsewhere, null);
        disconnect.setText(getTranslation("reconciliation.disconnect", here));
        WhyNot.tell(disconnect, here == 0 ? getTranslation("reconciliation.whyNot.disconnect")
                : unclear > 0 ? getTranslation("reconciliation.whyNot.unreadable") : null);
        unreadable.setText(getTranslation("reconciliation.unreadable", unclear));
        unreadable.setVisible(unclear > 0);
        tellOrders(id);
        rows.show(now);
    }

    private DescriptionList facts(Reconciliation reconciliation) {
        return new DescriptionList()
                .add(getTranslation("reconciliation.begun"), getTranslation("reconciliation.begunBy",
                        DateTimes.dateTime(reconciliation.begunAt()), reconciliation.begunBy()))
                .add(getTranslation("reconciliation.lines"), String.valueOf(reconciliation.lines()))
                .add(getTranslation("reconciliation.comparedAt"), DateTimes.dateTime(reconciliation.comparedAt()))
                .add(getTranslation("reconciliation.keptUntil"), DateTimes.date(reconciliations.keptUntil(reconciliation)));
    }

    private void tellOrders(ReconciliationId id) {
        int open = reconciliations.openOrders(id, actor);
        underWay.removeAll();
        underWay.setVisible(open > 0);
        if (open > 0) {
            underWay.add(new Span(getTranslation("reconciliation.underWay", open)), new Span(" "),
                    new Anchor(Routes.LICENSE_ORDERS, getTranslation("reconciliation.toOrders")));
        }
    }

    /** What is ordered is what differs now, not what differed when the list was compared. */
    private void ask(Finding finding) {
        compareAgain(() -> {
            ReconciliationId id = Objects.requireNonNull(shown);
            List<OrderRequest> requests = findings.requests(finding, id, actor);
            if (requests.isEmpty()) {
                Notices.error(getTranslation("reconciliation.nothingLeft"));
                return;
            }
            OrderDialog dialog = new OrderDialog(requests.getFirst().kind(), requests, orders, actor, placed -> placed(id, placed))
                    .of(findings.counts(id, actor).getOrDefault(finding, 0));
            if (finding == Finding.LIST_ONLY_ELSEWHERE) {
                dialog.saying(getTranslation("reconciliation.underTheirCodes"));
            }
            dialog.open();
        });
    }

    private void placed(ReconciliationId id, List<ConnectionOrderInfo> placed) {
        reconciliations.placed(id, placed, actor);
        Notices.success(getTranslation("reconciliation.begunOrders", placed.size()));
        tellOrders(id);
    }

    private static Optional<ReconciliationId> parse(String id) {
        try {
            return Optional.of(ReconciliationId.of(id));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    @Override
    public String getPageTitle() {
        return getTranslation("reconciliation.one");
    }
}
