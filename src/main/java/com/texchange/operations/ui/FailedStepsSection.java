package com.texchange.operations.ui;

import com.texchange.common.Actor;
import com.texchange.common.Routes;
import com.texchange.common.ui.HomeSection;
import com.texchange.operations.EngineSnapshot;
import com.texchange.operations.EngineWatch;
import com.texchange.process.EngineAnswer;
import com.texchange.process.FailedStep;
import com.texchange.process.FailedSteps;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.time.Duration;
import java.time.Instant;

/** On a process manager's home page: the steps that stand still now. Asks the engine as long as the page is open. */
class FailedStepsSection extends HomeSection {

    private static final Duration ASK_AGAIN_AFTER = Duration.ofSeconds(30);
    private static final int SHOWN = 3;

    private final transient Polling<EngineSnapshot> polling;

    FailedStepsSection(EngineWatch watch, FailedSteps steps, Actor actor) {
        super(UI.getCurrent().getTranslation("operations.failed.title"));
        show(new Paragraph(getTranslation("operations.asking")), link());
        Instant opened = steps.now();
        polling = Polling.of(this, () -> watch.look(SHOWN, opened, actor), ASK_AGAIN_AFTER, this::show);
    }

    /** Asks now, unless it has yet to ask for the first time. */
    void refresh() {
        if (isAttached()) {
            polling.soon();
        }
    }

    private void show(EngineSnapshot snapshot) {
        if (snapshot.failed().answer() != EngineAnswer.ANSWERED) {
            show(new Paragraph(getTranslation("operations.answer." + snapshot.failed().answer())), link());
        } else if (snapshot.failed().total() == 0) {
            Paragraph none = new Paragraph(getTranslation("operations.failed.none"));
            none.addClassName("home-none");
            show(none, link());
        } else {
            UnorderedList list = new UnorderedList();
            list.addClassName("home-list");
            snapshot.failed().steps().forEach(step -> list.add(line(step, snapshot)));
            show(new Paragraph(getTranslation("operations.home.failed", snapshot.failed().total())), list, link());
        }
    }

    private ListItem line(FailedStep step, EngineSnapshot snapshot) {
        String name = StepNames.of(this, step.place().nameKey(), step.place().elementId());
        Span title = new Span(name);
        title.addClassName("home-line-name");
        Span subject = new Span(SubjectLink.of(this, snapshot.about(step)));
        subject.addClassName("home-line-why");
        return new ListItem(title, subject);
    }

    private Anchor link() {
        Anchor link = new Anchor(Routes.PROCESSES, getTranslation("operations.home.link"));
        link.addClassName("quiet-link");
        return link;
    }
}
