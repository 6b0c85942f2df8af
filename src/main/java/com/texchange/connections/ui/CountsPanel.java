package com.texchange.connections.ui;

import com.texchange.connections.ServiceCounts;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;

/** How many licenses are selected, in service and out of it, and, if there are any, blocked. */
public final class CountsPanel extends Composite<Div> {

    private final Paragraph selected = new Paragraph();
    private final Paragraph inService = new Paragraph();
    private final Paragraph outOfService = new Paragraph();
    private final Paragraph blocked = new Paragraph();

    public CountsPanel() {
        getContent().addClassName("license-counts");
        getContent().getElement().setAttribute("role", "status");
        getContent().add(selected, inService, outOfService, blocked);
        show(ServiceCounts.NONE);
    }

    /** Where they stand with no supplier in particular. */
    public void withoutService() {
        inService.setVisible(false);
        outOfService.setVisible(false);
    }

    public void show(ServiceCounts counts) {
        selected.setText(getTranslation("connections.count.selected", counts.selected()));
        inService.setText(getTranslation("connections.count.inService", counts.inService()));
        outOfService.setText(getTranslation("connections.count.outOfService", counts.outOfService()));
        blocked.setText(getTranslation("connections.count.blocked", counts.blocked()));
        blocked.setVisible(counts.blocked() > 0);
    }
}
