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
import com.texchange.connections.MoveTargets;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * An agent has left: from the person to all licenses, all of them proposed, and on to where they go. Instruction 3.2.5 names it as
 * the reason why licenses are moved.
 */
public final class AgentLeftDialog {

    private static final String COMPOSED = "composed";
    private final SearchPicker<String> who = new SearchPicker<>(text("connections.agentLeft.who"));
    private final Grid<AgentLicense> licenses = new Grid<>();
    private final FormDialog dialog = new FormDialog(text("connections.agentLeft"), text("connections.agentLeft.next"), this::next);
    private final Consumer<Set<LicenseId>> move;

    /**
     * @param supplier whose people move them; null for those of the distributor and the sales department
     * @param placed   hears of the order
     */
    public AgentLeftDialog(MoveTargets targets, ConnectionOrders orders, @Nullable CompanyId supplier, CompanyId distributor, Actor actor,
            Consumer<ConnectionOrderInfo> placed) {
        move = chosen -> new MoveDialog(targets, orders, supplier, distributor,
                new Selection.Chosen<LicenseId, LicenseFilter>(chosen), actor, placed)
                .because(text("connections.agentLeft.reason", who.getValue())).open();
        who.offer((text, offset, limit) -> targets.agents(supplier, distributor, text, offset, limit, actor));
        who.setRequiredIndicatorVisible(true);
        who.setErrorMessage(text("connections.agentLeft.missing"));
        who.setWidthFull();
        who.addValueChangeListener(change -> show(change.getValue() == null ? List.of()
                : targets.licensesOf(change.getValue(), supplier, distributor, actor)));
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
        dialog.content(new Paragraph(text("connections.agentLeft.text")), who).add(licenses);
        dialog.setWidth("44rem");
    }

    public void open() {
        dialog.open();
    }

    private void show(List<AgentLicense> found) {
        licenses.setItems(found);
        licenses.asMultiSelect().select(found);
        licenses.setVisible(!found.isEmpty());
    }

    private static Component composed(AgentLicense license) {
        Div cell = new Div(new Span(license.number()), new Span(Objects.toString(license.mdmId(), "–")));
        cell.addClassName("composed-cell");
        return cell;
    }

    private boolean next() {
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
        move.accept(chosen);
        return true;
    }

    private static String text(String key, Object... arguments) {
        return UI.getCurrent().getTranslation(key, arguments);
    }
}
