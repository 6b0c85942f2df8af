package com.texchange.connections.ui;

import com.texchange.common.Actor;
import com.texchange.common.CompanyId;
import com.texchange.common.LicenseId;
import com.texchange.common.Selection;
import com.texchange.common.ui.FormDialog;
import com.texchange.common.ui.NarrowScreen;
import com.texchange.common.ui.Notices;
import com.texchange.common.ui.SearchPicker;
import com.texchange.connections.ConnectionOrderInfo;
import com.texchange.connections.ConnectionOrders;
import com.texchange.connections.LicenseFilter;
import com.texchange.connections.MoveTargets.AgentLicense;
import com.texchange.connections.MoveTargets.OfSupplier;
import com.texchange.connections.MoveTargets;
import com.texchange.partners.CompanyInfo;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.ItemLabelGenerator;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * An agent has left: from the person to all licenses, all of them proposed, and on to where they go. Instruction 3.2.5 names it as
 * the reason why licenses are moved.
 */
public final class AgentLeftDialog {

    private static final String COMPOSED = "composed";
    private final MoveTargets targets;
    private final ConnectionOrders orders;
    private final @Nullable CompanyId supplier;
    private final Actor actor;
    private final Consumer<ConnectionOrderInfo> placed;
    private final SearchPicker<String> who = new SearchPicker<>(text("connections.agentLeft.who"));
    private final Grid<AgentLicense> licenses = new Grid<>();
    private final FormDialog dialog = new FormDialog(text("connections.agentLeft"), text("connections.agentLeft.next"), this::next);
    private final Paragraph more = new Paragraph();
    /** Null where it is known whose agent it is. */
    private @Nullable SearchPicker<?> distributors;
    private @Nullable CompanyId distributor;

    /** For the people of the distributor. @param placed hears of the order */
    public static AgentLeftDialog ofDistributor(MoveTargets targets, ConnectionOrders orders, CompanyId distributor, Actor actor,
            Consumer<ConnectionOrderInfo> placed) {
        AgentLeftDialog dialog = new AgentLeftDialog(targets, orders, null, actor, placed);
        dialog.distributor = distributor;
        dialog.fill();
        return dialog;
    }

    /** For a supplier's people, who say first whose agent it is. */
    public static AgentLeftDialog ofSupplier(MoveTargets targets, ConnectionOrders orders, CompanyId supplier, Actor actor,
            Consumer<ConnectionOrderInfo> placed) {
        AgentLeftDialog dialog = new AgentLeftDialog(targets, orders, supplier, actor, placed);
        dialog.<OfSupplier>askWhose("connections.agentLeft.supplier", (words, offset, limit) -> targets.distributors(words, offset, limit, actor),
                OfSupplier::id, one -> text("connections.order.distributorWithCode", one.name(), one.code()));
        return dialog;
    }

    /** The same for those of the sales department. @param distributors all that have licenses */
    public static AgentLeftDialog ofAnybody(MoveTargets targets, ConnectionOrders orders, SearchPicker.Source<CompanyInfo> distributors, Actor actor,
            Consumer<ConnectionOrderInfo> placed) {
        AgentLeftDialog dialog = new AgentLeftDialog(targets, orders, null, actor, placed);
        dialog.<CompanyInfo>askWhose("connections.agentLeft.anybody", distributors, CompanyInfo::id, company -> company.taxId() == null
                ? company.name() : text("licenses.load.distributorLabel", company.name(), company.taxId().value()));
        return dialog;
    }

    private AgentLeftDialog(MoveTargets targets, ConnectionOrders orders, @Nullable CompanyId supplier, Actor actor,
            Consumer<ConnectionOrderInfo> placed) {
        this.targets = targets;
        this.orders = orders;
        this.supplier = supplier;
        this.actor = actor;
        this.placed = placed;
        who.offer((text, offset, limit) -> distributor == null ? List.of()
                : targets.agents(supplier, distributor, text, offset, limit, actor));
        who.setRequiredIndicatorVisible(true);
        who.setErrorMessage(text("connections.agentLeft.missing"));
        who.setWidthFull();
        who.addValueChangeListener(change -> show(change.getValue()));
        licenses.setSelectionMode(Grid.SelectionMode.MULTI);
        licenses.setAllRowsVisible(false);
        licenses.addClassName("agent-licenses");
        licenses.setHeight("16rem");
        licenses.setAriaLabel(text("connections.agentLeft.licenses"));
        licenses.addComponentColumn(AgentLeftDialog::composed).setHeader(text("connections.agentLeft.licenses")).setKey(COMPOSED);
        licenses.addColumn(AgentLicense::number).setHeader(text("licenses.column.number")).setAutoWidth(true);
        licenses.addColumn(license -> Objects.toString(license.mdmId(), "–")).setHeader(text("licenses.column.mdmId"))
                .setAutoWidth(true);
        NarrowScreen.follow(licenses, narrow -> licenses.getColumns().forEach(column ->
                column.setVisible(narrow == COMPOSED.equals(column.getKey()))));
        licenses.setVisible(false);
        more.addClassName("warning");
        more.getElement().setAttribute("role", "status");
        more.setVisible(false);
        dialog.setWidth("44rem");
    }

    private void fill() {
        dialog.content(new Paragraph(text("connections.agentLeft.text")), who).add(more, licenses);
    }

    /**
     * Agents are a distributor's: those of another one are none of those who were found before.
     *
     * @param why message key
     */
    private <T> void askWhose(String why, SearchPicker.Source<T> offered, Function<T, CompanyId> id, ItemLabelGenerator<T> label) {
        SearchPicker<T> picker = new SearchPicker<>(text("connections.orders.column.distributor"));
        picker.setItemLabelGenerator(label);
        picker.offer(offered);
        picker.setRequiredIndicatorVisible(true);
        picker.setErrorMessage(text("connections.agentLeft.distributorMissing"));
        picker.setWidthFull();
        picker.addValueChangeListener(change -> {
            T chosen = change.getValue();
            distributor = chosen == null ? null : id.apply(chosen);
            picker.setInvalid(chosen == null);
            who.clear();
            who.getDataProvider().refreshAll();
            who.setEnabled(chosen != null);
        });
        who.setEnabled(false);
        distributors = picker;
        dialog.content(new Paragraph(text(why)), picker);
        fill();
    }

    public void open() {
        dialog.open();
    }

    private void show(@Nullable String agent) {
        CompanyId whose = distributor;
        if (agent == null || whose == null) {
            show(List.of(), 0);
            return;
        }
        List<AgentLicense> found = targets.licensesOf(agent, supplier, whose, actor);
        show(found, found.size() < MoveTargets.MOST_OF_AGENT ? found.size() : targets.countOf(agent, supplier, whose, actor));
    }

    private void show(List<AgentLicense> found, int all) {
        licenses.setItems(found);
        licenses.asMultiSelect().select(found);
        licenses.setVisible(!found.isEmpty());
        more.setVisible(all > found.size());
        more.setText(text("connections.agentLeft.more", found.size(), all));
    }

    private static Component composed(AgentLicense license) {
        Div cell = new Div(new Span(license.number()), new Span(Objects.toString(license.mdmId(), "–")));
        cell.addClassName("composed-cell");
        return cell;
    }

    private boolean next() {
        CompanyId whose = distributor;
        if (whose == null) {
            Objects.requireNonNull(distributors).setInvalid(true);
            return false;
        }
        who.setInvalid(who.getValue() == null);
        if (who.isInvalid()) {
            return false;
        }
        Set<LicenseId> chosen = licenses.getSelectedItems().stream().map(AgentLicense::licenseId).collect(Collectors.toSet());
        if (chosen.isEmpty()) {
            Notices.error(text("connections.agentLeft.none"));
            return false;
        }
        dialog.close();
        new MoveDialog(targets, orders, supplier, whose, new Selection.Chosen<LicenseId, LicenseFilter>(chosen), actor, placed)
                .because(text("connections.agentLeft.reason", who.getValue())).open();
        return true;
    }

    private static String text(String key, Object... arguments) {
        return UI.getCurrent().getTranslation(key, arguments);
    }
}
