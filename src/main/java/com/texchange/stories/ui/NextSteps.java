package com.texchange.stories.ui;

import com.texchange.common.Routes;
import com.texchange.common.ui.DateTimes;
import com.texchange.onboarding.Stage;
import com.texchange.stories.Milestone;
import com.texchange.stories.Story;
import com.texchange.stories.Viewpoint;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.Text;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.icon.Icon;
import com.vaadin.flow.component.icon.VaadinIcon;
import java.util.List;

/** For whom an onboarding waits, what happens by itself and when, and what follows after. */
class NextSteps extends Composite<Div> {

    NextSteps(Story story) {
        getContent().addClassName("story-next-steps");
        Paragraph now = new Paragraph(sentence(story));
        now.addClassName("story-now");
        getContent().add(now);
        if (story.invitationFailed()) {
            getContent().add(attention(getTranslation(story.viewpoint() == Viewpoint.SUPPLIER
                    ? "stories.now.letterFailed.you" : "stories.now.letterFailed")));
        }
        if (story.isReadersTurn()) {
            getContent().add(action(story));
        }
        Story.OpenTask task = story.task();
        if (task != null && task.claimedBy() != null) {
            getContent().add(new Paragraph(getTranslation("stories.now.claimedBy", task.claimedBy())));
        }
        getContent().add(milestones(story.milestones()));
        if (story.stage().isUnderWay()) {
            Paragraph then = new Paragraph(getTranslation("stories.then." + story.stage()));
            then.addClassName("hint");
            getContent().add(then);
        }
    }

    private String sentence(Story story) {
        boolean resolving = story.stage() == Stage.CONNECTING && story.ordered();
        String stage = story.asksCompany() ? "ASKED" : !resolving ? story.stage().name() : story.task() == null ? "ORDERED" : "REFUSED";
        boolean own = story.isReadersTurn() && !stage.equals("ORDERED");
        boolean partner = story.viewpoint() == Viewpoint.SUPPLIER || story.viewpoint() == Viewpoint.DISTRIBUTOR;
        // Companies read on their own page: both names stand above and in the header.
        String suffix = own ? ".you" : partner && stage.equals("CONNECTED") ? ".partner" : "";
        return getTranslation("stories.now." + stage + suffix, story.supplier(), story.distributor());
    }

    private Component action(Story story) {
        Anchor action = switch (story.stage()) {
            case ACCEPTING -> new Anchor(Routes.of(Routes.SUPPLIERS, story.id()), getTranslation("stories.now.toCard"));
            case CONNECTING -> story.ordered()
                    ? new Anchor(Routes.ALL_TASKS, getTranslation("stories.now.toTasks"))
                    : new Anchor(Routes.with(Routes.SERVICES, "supplier", story.supplierId()), getTranslation("stories.now.toLicenses"));
            default -> new Anchor(Routes.ALL_TASKS, getTranslation("stories.now.toTasks"));
        };
        action.addClassName("button-link");
        return action;
    }

    private Component milestones(List<Milestone> milestones) {
        UnorderedList list = new UnorderedList();
        list.addClassName("story-milestones");
        list.setVisible(!milestones.isEmpty());
        milestones.forEach(milestone -> list.add(item(milestone)));
        return list;
    }

    private ListItem item(Milestone milestone) {
        Icon icon = icon(milestone).create();
        icon.getElement().setAttribute("aria-hidden", "true");
        Span text = new Span(new Text(getTranslation(milestone.key(), DateTimes.dateTime(milestone.at()),
                milestone.number(), milestone.of()) + " · "), Moment.ago(milestone.at()));
        ListItem item = new ListItem(icon, text);
        if (milestone.overdue()) {
            item.addClassName("story-overdue");
        }
        return item;
    }

    private static VaadinIcon icon(Milestone milestone) {
        return milestone.overdue() ? VaadinIcon.WARNING : switch (milestone.kind()) {
            case LETTER_RETRY -> VaadinIcon.REFRESH;
            case REMINDER -> VaadinIcon.BELL;
            case DUE -> VaadinIcon.CALENDAR_CLOCK;
            case ESCALATION -> VaadinIcon.EXCLAMATION_CIRCLE;
            case EXPIRY -> VaadinIcon.HOURGLASS;
        };
    }

    private static Component attention(String text) {
        Paragraph attention = new Paragraph(text);
        attention.addClassName("warning");
        return attention;
    }
}
