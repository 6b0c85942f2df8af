package com.texchange.tables.ui;

import com.texchange.tables.RowFault;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What keeps rows of a table from being taken: how many there are of each kind, the most frequent first, and what to do. */
public final class TableFaults extends Composite<UnorderedList> {

    /** What a person reads before looking at the rows. */
    private static final int MOST = 10;

    public TableFaults() {
        getContent().addClassName("table-faults");
        setVisible(false);
    }

    public void show(Collection<RowFault> faults) {
        Map<RowFault, Integer> counts = new HashMap<>();
        faults.forEach(fault -> counts.merge(fault, 1, Integer::sum));
        show(counts, Map.of());
    }

    /**
     * @param rows   how many there are of each
     * @param others how many are not taken for another reason, by the words that say it
     */
    public void show(Map<RowFault, Integer> rows, Map<String, Integer> others) {
        Map<Reason, Integer> counts = new HashMap<>();
        rows.forEach((fault, count) -> counts.merge(
                new Reason(words(this, fault), getTranslation(fault.fault().remedyKey())), count, Integer::sum));
        others.forEach((words, count) -> counts.merge(new Reason(words, ""), count, Integer::sum));
        List<Map.Entry<Reason, Integer>> reasons = counts.entrySet().stream().sorted(Comparator
                .comparing((Map.Entry<Reason, Integer> count) -> -count.getValue()).thenComparing(count -> count.getKey().words())).toList();
        int told = reasons.size() > MOST ? MOST - 1 : reasons.size();
        getContent().removeAll();
        reasons.subList(0, told).forEach(count -> getContent().add(item(count.getKey(), count.getValue())));
        if (told < reasons.size()) {
            int left = reasons.subList(told, reasons.size()).stream().mapToInt(Map.Entry::getValue).sum();
            getContent().add(item(new Reason(getTranslation("tables.faults.others"), ""), left));
        }
        setVisible(!reasons.isEmpty());
    }

    /** @param remedy empty where the words tell what to do */
    private record Reason(String words, String remedy) {
    }

    private ListItem item(Reason reason, int count) {
        Span title = new Span(getTranslation("tables.faults", reason.words(), count));
        title.addClassName("table-fault");
        ListItem item = new ListItem(title);
        if (!reason.remedy().isEmpty()) {
            item.add(new Span(reason.remedy()));
        }
        return item;
    }

    /** A few words that name the fault and, if it is in one, the column. */
    public static String words(Component page, RowFault fault) {
        return page.getTranslation(fault.fault().key(), fault.column().isEmpty() ? ""
                : page.getTranslation(fault.column()));
    }
}
