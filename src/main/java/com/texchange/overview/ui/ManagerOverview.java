package com.texchange.overview.ui;

import com.texchange.common.Actor;
import com.texchange.common.Routes;
import com.texchange.common.ui.EmptyState;
import com.texchange.common.ui.HomeSection;
import com.texchange.onboarding.Stage;
import com.texchange.overview.AgeClass;
import com.texchange.overview.AgeTable;
import com.texchange.overview.ProcessOverview;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.icon.VaadinIcon;

/** The table of stages and ages, over the whole width. */
class ManagerOverview extends HomeSection {

    private final transient ProcessOverview overview;
    private final transient Actor actor;

    ManagerOverview(ProcessOverview overview, Actor actor) {
        super(UI.getCurrent().getTranslation("overview.home.ages"));
        this.overview = overview;
        this.actor = actor;
        setWide();
    }

    void refresh() {
        AgeTable counts = overview.ages(actor);
        if (counts.total() == 0) {
            show(new EmptyState(VaadinIcon.ROAD, getTranslation("overview.home.ages.none"),
                    getTranslation("overview.home.ages.noneText")));
        } else {
            Div scroll = new Div(table(counts));
            scroll.addClassName("table-scroll");
            show(scroll);
        }
    }

    private NativeTable table(AgeTable counts) {
        NativeTable table = new NativeTable();
        table.addClassNames("data-table", "age-table");
        NativeTableRow head = new NativeTableRow(heading(getTranslation("onboarding.stage"), "col"));
        for (AgeClass age : AgeClass.values()) {
            head.add(heading(getTranslation(age.key()), "col"));
        }
        table.getHead().add(head);
        AgeTable.stages().forEach(stage -> table.getBody().add(row(stage, counts)));
        return table;
    }

    private NativeTableRow row(Stage stage, AgeTable counts) {
        NativeTableRow row = new NativeTableRow(heading(getTranslation(stage.key()), "row"));
        for (AgeClass age : AgeClass.values()) {
            NativeTableCell cell = new NativeTableCell();
            int count = counts.count(stage, age);
            cell.addClassName(count == 0 ? "nothing" : "age-" + age.ordinal());
            if (count == 0) {
                cell.setText("0");
            } else {
                Anchor link = new Anchor(ListAddress.path(Routes.ONBOARDINGS, age.of(stage)),
                        getTranslation("overview.home.number", count));
                link.setAriaLabel(getTranslation("overview.home.ages.cell", count, getTranslation(stage.key()),
                        getTranslation(age.key())));
                cell.add(link);
            }
            row.add(cell);
        }
        return row;
    }

    private static NativeTableHeaderCell heading(String text, String scope) {
        NativeTableHeaderCell cell = new NativeTableHeaderCell(text);
        cell.getElement().setAttribute("scope", scope);
        return cell;
    }
}
