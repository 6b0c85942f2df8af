package com.texchange.connections.ui;

import com.texchange.connections.OrderKind;
import com.texchange.connections.Verdict;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.Map;

/** What an order would do: how many licenses it would change, and how many it would leave as they are for which reason. */
final class VerdictList extends Composite<Div> {

    private final UnorderedList list = new UnorderedList();

    VerdictList() {
        list.addClassName("order-verdicts");
        getContent().add(list);
        getContent().getElement().setAttribute("role", "status");
    }

    void show(OrderKind kind, Map<Verdict, Integer> counts) {
        list.removeAll();
        add(getTranslation("connections.order.will." + kind), counts.getOrDefault(Verdict.CHANGES, 0));
        counts.forEach((verdict, count) -> {
            if (verdict != Verdict.CHANGES) {
                add(getTranslation(verdict.key()), count);
            }
        });
    }

    private void add(String verdict, int count) {
        list.add(new ListItem(getTranslation("connections.order.verdict", verdict, count)));
    }
}
