package com.texchange.stories.ui;

import com.texchange.stories.Story;
import com.texchange.stories.Viewpoint;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Span;
import java.util.List;

/** The way of an onboarding in four steps, as the companies know it; one that ended early says where and how. */
public final class ProgressSteps extends Composite<OrderedList> {

    private static final List<String> STEPS = List.of("invitation", "account", "acceptance", "licenses");

    public ProgressSteps(Story story) {
        getContent().addClassName("progress-steps");
        getContent().getElement().setAttribute("aria-label", getTranslation("stories.progress"));
        for (int step = 0; step < STEPS.size(); step++) {
            getContent().add(item(step, story));
        }
    }

    private ListItem item(int step, Story story) {
        boolean current = step == story.stepsDone();
        String state = step < story.stepsDone() ? "done" : !current ? "ahead" : story.stage().isEndedEarly() ? "ended" : "current";
        Span sign = new Span(switch (state) {
            case "done" -> "✓";
            case "ended" -> "×";
            default -> String.valueOf(step + 1);
        });
        sign.addClassName("progress-sign");
        sign.getElement().setAttribute("aria-hidden", "true");
        Span name = new Span(getTranslation("stories.progress." + STEPS.get(step)));
        name.addClassName("progress-name");
        ListItem item = new ListItem(sign, name);
        item.addClassName("progress-" + state);
        if (current) {
            item.getElement().setAttribute("aria-current", "step");
            item.add(note(getTranslation(key(story))));
        } else {
            Span told = new Span(getTranslation("stories.progress." + state));
            told.addClassName("for-the-ear");
            item.add(told);
        }
        return item;
    }

    private static Span note(String text) {
        Span note = new Span(text);
        note.addClassName("progress-note");
        return note;
    }

    /** How it stands, in the reader's words. */
    private static String key(Story story) {
        boolean ordered = story.ordered() && story.stage().isUnderWay();
        if (story.viewpoint() == Viewpoint.DISTRIBUTOR) {
            return "onboarding.own." + (story.decidesOnRefused() ? "ACCEPTING" : ordered ? "ORDERED" : story.stage().name());
        }
        return story.stage().key();
    }
}
