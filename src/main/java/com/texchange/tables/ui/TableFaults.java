package com.texchange.tables.ui;

import com.texchange.tables.CellFault;
import com.texchange.tables.RowFault;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

/** What keeps rows of a table from being read: how many there are of each kind, and what to do. */
public final class TableFaults extends Composite<UnorderedList> {

    public TableFaults() {
        getContent().addClassName("table-faults");
        setVisible(false);
    }

    public void show(Collection<RowFault> faults) {
        Map<RowFault, Integer> counts = new HashMap<>();
        faults.forEach(fault -> counts.merge(fault, 1, Integer::sum));
        show(counts);
    }

    /** @param rows how many there are of each */
    public void show(Map<RowFault, Integer> rows) {
        Map<CellFault, Map<String, Integer>> counts = new EnumMap<>(CellFault.class);
        rows.forEach((fault, count) -> counts.computeIfAbsent(fault.fault(), kind -> new TreeMap<>())
                .merge(words(this, fault), count, Integer::sum));
        getContent().removeAll();
        counts.forEach((kind, byWords) -> byWords.forEach((words, count) -> getContent().add(item(kind, words, count))));
        setVisible(!counts.isEmpty());
    }

    private ListItem item(CellFault kind, String words, int count) {
        Span title = new Span(getTranslation("tables.faults", words, count));
        title.addClassName("table-fault");
        return new ListItem(title, new Span(getTranslation(kind.remedyKey())));
    }

    /** A few words that name the fault and, if it is in one, the column. */
    public static String words(Component page, RowFault fault) {
        return page.getTranslation(fault.fault().key(), fault.column().isEmpty() ? ""
                : page.getTranslation(fault.column()));
    }
}
