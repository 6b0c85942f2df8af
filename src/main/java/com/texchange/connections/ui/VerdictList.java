package com.texchange.connections.ui;

import com.texchange.common.Actor;
import com.texchange.connections.DryRunExport;
import com.texchange.connections.OrderKind;
import com.texchange.connections.OrderRequest;
import com.texchange.connections.Verdict;
import com.texchange.tables.TableFormat;
import com.texchange.tables.ui.TableLinks;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.di.Instantiator;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What an order would do: how many licenses it would change, and how many it would leave as they are for which reason, be it for now. */
final class VerdictList extends Composite<Div> {

    private final UnorderedList list = new UnorderedList();
    private final Paragraph waits = new Paragraph(getTranslation("connections.order.notAllowedWaits"));
    private final TableLinks download;
    /** A download asks it without the page's lock. */
    private volatile transient Rows rows = (export, locale, format, out) -> { };

    /** Writes what would become of each license. */
    interface Rows {

        void write(DryRunExport export, Locale locale, TableFormat format, OutputStream out) throws IOException;

        static Rows of(List<OrderRequest> requests, Actor actor) {
            return (export, locale, format, out) -> export.write(requests, actor, locale, format, out);
        }
    }

    VerdictList() {
        DryRunExport export = Instantiator.get(UI.getCurrent()).getOrCreate(DryRunExport.class);
        Locale locale = getLocale();
        Div told = new Div(list, waits);
        told.getElement().setAttribute("role", "status");
        list.addClassName("order-verdicts");
        download = new TableLinks(getTranslation("connections.order.dryRun"), "dry-run",
                (format, out) -> rows.write(export, locale, format, out));
        download.setVisible(false);
        getContent().add(told, download);
    }

    /** For orders that take back others: these wait for nothing. */
    void withoutWaiting() {
        waits.removeFromParent();
    }

    /** Lets the person look at each license: they can be a million, so that these are a file. */
    void offer(Rows all) {
        rows = all;
        download.setVisible(true);
    }

    void show(OrderKind kind, Map<Verdict, Integer> counts) {
        list.removeAll();
        add(getTranslation("connections.order.will." + kind), counts.getOrDefault(Verdict.CHANGES, 0));
        counts.forEach((verdict, count) -> {
            if (verdict != Verdict.CHANGES) {
                add(getTranslation(verdict.key()), count);
            }
        });
        waits.setVisible(counts.containsKey(Verdict.NOT_ALLOWED));
    }

    private void add(String verdict, int count) {
        list.add(new ListItem(getTranslation("connections.order.verdict", verdict, count)));
    }
}
