package com.texchange.onboarding.ui;

import com.texchange.common.ui.DateTimes;
import com.texchange.common.ui.DescriptionList;
import com.texchange.onboarding.Activity;
import com.texchange.onboarding.OnboardingDetails;
import com.texchange.onboarding.OnboardingRow;
import com.texchange.onboarding.Stage;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.orderedlayout.HorizontalLayout;

/** What is known of one onboarding, what can be done, and its story. */
class OnboardingDetailsPanel extends Composite<Div> {

    OnboardingDetailsPanel(OnboardingDetails details, Component actions, Runnable close) {
        getContent().addClassName("detail-panel");
        getContent().add(header(details.row(), close), facts(details), actions,
                new H3(getTranslation("onboarding.story")), story(details));
    }

    private Component header(OnboardingRow row, Runnable close) {
        Button closing = new Button(VaadinIcon.CLOSE.create(), click -> close.run());
        closing.addThemeVariants(ButtonVariant.LUMO_TERTIARY, ButtonVariant.LUMO_ICON);
        closing.setAriaLabel(getTranslation("common.close"));
        HorizontalLayout header = new HorizontalLayout();
        header.setWidthFull();
        header.addToStart(new H2(row.distributor()));
        header.addToEnd(closing);
        return header;
    }

    private Component facts(OnboardingDetails details) {
        OnboardingRow row = details.row();
        DescriptionList facts = new DescriptionList()
                .add(getTranslation("onboarding.stage"), StageBadge.of(row.stage()))
                .add(getTranslation("onboarding.reason"), details.reason())
                .add(getTranslation("onboarding.supplier"), row.supplier())
                .add(getTranslation("onboarding.code"), row.code().value())
                .add(getTranslation("onboarding.email"), row.email())
                .add(getTranslation("onboarding.city"), row.city())
                .add(getTranslation("onboarding.taxId"), details.taxId())
                .add(getTranslation("onboarding.invitedBy"), details.invitedBy())
                .add(getTranslation("onboarding.letter"), StageBadge.of(row.letter()));
        if (row.stage().isUndecided()) {
            facts.add(getTranslation("onboarding.expiresAt"), DateTimes.date(details.expiresAt()));
        }
        return facts;
    }

    private Component story(OnboardingDetails details) {
        OrderedList story = new OrderedList();
        story.addClassName("story");
        details.story().forEach(activity -> story.add(entry(activity)));
        if (details.row().stage().isUnderWay()) {
            story.add(next(details.row().stage()));
        }
        return story;
    }

    private ListItem entry(Activity activity) {
        Span when = new Span(DateTimes.dateTime(activity.at()));
        when.addClassName("story-when");
        return new ListItem(new Span(getTranslation(activity.messageKey(), arguments(activity))), when);
    }

    /** Letters are told by their names, not by their templates'. */
    private Object[] arguments(Activity activity) {
        Object[] arguments = activity.messageArguments();
        if (activity.isAboutLetter()) {
            arguments[2] = getTranslation("onboarding.letterName." + arguments[2]);
        }
        return arguments;
    }

    private ListItem next(Stage stage) {
        ListItem next = new ListItem(new Span(getTranslation("onboarding.next." + stage)));
        next.addClassName("story-next");
        return next;
    }
}
