package com.texchange.operations.ui;

import com.texchange.common.Actor;
import com.texchange.common.Change;
import com.texchange.common.ChangeFeed;
import com.texchange.common.Role;
import com.texchange.common.Routes;
import com.texchange.common.ui.HomePart;
import com.texchange.common.ui.HomeSection;
import com.texchange.common.ui.LiveUpdates;
import com.texchange.operations.EngineSnapshot;
import com.texchange.operations.EngineWatch;
import com.texchange.process.EngineAnswer;
import com.texchange.process.FailedStep;
import com.texchange.process.FailedSteps;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.time.Duration;
import java.time.Instant;
import org.springframework.stereotype.Component;

/** On a process manager's home page: the steps that stand still now. */
@Component
class FailedStepsHome implements HomePart {

    private static final Duration ASK_AGAIN_AFTER = Duration.ofSeconds(30);
    private static final int SHOWN = 3;

    private final EngineWatch watch;
    private final FailedSteps steps;
    private final ChangeFeed feed;

    FailedStepsHome(EngineWatch watch, FailedSteps steps, ChangeFeed feed) {
        this.watch = watch;
        this.steps = steps;
        this.feed = feed;
    }

    @Override
    public int order() {
        return 10;
    }

    @Override
    public boolean suits(Actor actor) {
        return actor.has(Role.PROCESS_MANAGER);
    }

    @Override
    public com.vaadin.flow.component.Component create(Actor actor) {
        HomeSection section = new HomeSection("");
        section.setTitle(section.getTranslation("operations.failed.title"));
        section.show(new Paragraph(section.getTranslation("operations.asking")), link(section));
        Instant opened = steps.now();
        Polling<EngineSnapshot> polling = Polling.of(section, () -> watch.look(SHOWN, opened, actor), ASK_AGAIN_AFTER,
                snapshot -> show(section, snapshot));
        LiveUpdates.follow(section, feed, change -> change.topic() == Change.Topic.PROCESSES, Duration.ofSeconds(1),
                polling::soon);
        return section;
    }

    private static void show(HomeSection section, EngineSnapshot snapshot) {
        if (snapshot.failed().answer() != EngineAnswer.ANSWERED) {
            section.show(new Paragraph(section.getTranslation("operations.answer." + snapshot.failed().answer())),
                    link(section));
        } else if (snapshot.failed().total() == 0) {
            Paragraph none = new Paragraph(section.getTranslation("operations.failed.none"));
            none.addClassName("home-none");
            section.show(none, link(section));
        } else {
            UnorderedList list = new UnorderedList();
            list.addClassName("home-list");
            snapshot.failed().steps().forEach(step -> list.add(line(section, step, snapshot)));
            section.show(new Paragraph(section.getTranslation("operations.home.failed", snapshot.failed().total())), list,
                    link(section));
        }
    }

    private static ListItem line(HomeSection section, FailedStep step, EngineSnapshot snapshot) {
        String name = StepNames.of(section, step.place().nameKey(), step.place().elementId());
        Span title = new Span(name);
        title.addClassName("home-line-name");
        Span subject = new Span(SubjectLink.of(section, snapshot.about(step)));
        subject.addClassName("home-line-why");
        return new ListItem(title, subject);
    }

    private static Anchor link(HomeSection section) {
        Anchor link = new Anchor(Routes.PROCESSES, section.getTranslation("operations.home.link"));
        link.addClassName("quiet-link");
        return link;
    }
}
