package com.texchange.common.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.UIDetachedException;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.progressbar.ProgressBar;

/** Says that something takes its time, and how far it is where that is known. */
final class LongWait extends Composite<Div> {

    private final ProgressBar bar = new ProgressBar();
    private final transient UI page = UI.getCurrent();

    LongWait() {
        Span text = new Span(getTranslation("common.wait"));
        text.addClassName("hint");
        bar.getElement().setAttribute("aria-label", getTranslation("common.wait"));
        getContent().getElement().setAttribute("role", "status");
        getContent().add(text, bar);
    }

    void show(boolean waiting) {
        bar.setIndeterminate(true);
        setVisible(waiting);
    }

    /** From whatever thread. */
    void progress(int done, int all) {
        try {
            page.access(() -> {
                bar.setIndeterminate(false);
                bar.setMax(all);
                bar.setValue(done);
            });
        } catch (UIDetachedException closed) {
            // Nobody is there to be told; what is being done goes on.
        }
    }
}
