package com.texchange.overview.ui;

import com.texchange.common.Routes;
import com.texchange.common.ui.DateTimes;
import com.texchange.common.ui.DescriptionList;
import com.texchange.onboarding.Stage;
import com.texchange.onboarding.ui.StageBadge;
import com.texchange.overview.OnboardingDetails;
import com.texchange.overview.OnboardingRow;
import com.texchange.stories.Story;
import com.texchange.stories.Viewpoint;
import com.texchange.stories.ui.ProgressSteps;
import com.texchange.stories.ui.StoryTimeline;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.orderedlayout.HorizontalLayout;

/** What is known of one onboarding, what can be done, and its story in short with the way to the whole of it. */
class OnboardingDetailsPanel extends Composite<Div> {

    OnboardingDetailsPanel(OnboardingDetails details, Component actions, Runnable close) {
        getContent().addClassName("detail-panel");
        getContent().add(header(details.row(), close), facts(details), actions,
                new H3(getTranslation("overview.story")));
        next(details.story());
        getContent().add(new StoryTimeline(details.story().lines()));
    }

    private Component header(OnboardingRow row, Runnable close) {
        Button closing = new Button(VaadinIcon.CLOSE.create(), click -> close.run());
        closing.addThemeVariants(ButtonVariant.LUMO_TERTIARY, ButtonVariant.LUMO_ICON);
        closing.setAriaLabel(getTranslation("common.close"));
        HorizontalLayout header = new HorizontalLayout();
        header.setWidthFull();
        H2 name = new H2(row.distributor());
        name.addClassName("long-name");
        name.setTitle(row.distributor());
        header.addToStart(name);
        header.addToEnd(closing);
        return header;
    }

    private Component facts(OnboardingDetails details) {
        OnboardingRow row = details.row();
        boolean own = details.story().viewpoint() == Viewpoint.SUPPLIER;
        DescriptionList facts = new DescriptionList()
                .add(getTranslation("onboarding.stage"), StageBadge.of(row.stage()))
                .add(getTranslation("onboarding.reason"), details.reason())
                .add(getTranslation("onboarding.supplier"), own ? null : row.supplier())
                .add(getTranslation("onboarding.code"), row.code().value())
                .add(getTranslation("onboarding.email"), row.email())
                .add(getTranslation("onboarding.city"), row.city())
                .add(getTranslation("onboarding.taxId"), details.taxId())
                .add(getTranslation("overview.invitedBy"), details.invitedBy())
                .add(getTranslation("onboarding.letter"), StageBadge.of(row.letter()));
        if (row.stage().isUndecided()) {
            facts.add(getTranslation("onboarding.expiresAt"), DateTimes.until(details.expiresAt()));
        }
        return facts;
    }

    private void next(Story story) {
        Anchor whole = new Anchor(Routes.of(Routes.STORY, story.id()), getTranslation("onboarding.story.whole"));
        whole.addClassName("story-whole");
        getContent().add(new ProgressSteps(story));
        if (story.stage().isUnderWay()) {
            Paragraph next = new Paragraph(getTranslation("overview.next."
                    + (story.stage() == Stage.CONNECTING && story.ordered() ? "ORDERED" : story.stage().name())));
            next.addClassName("story-now");
            getContent().add(next);
        }
        getContent().add(whole);
    }
}
