package com.texchange.overview.ui;

import com.texchange.common.Routes;
import com.texchange.common.ui.HomeSection;
import com.texchange.onboarding.Stage;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.Collections;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/** How many onboardings stand at each stage, as bars; those that ended early below. Each leads to the list of them. */
class StageFunnel extends HomeSection {

    StageFunnel() {
        super(UI.getCurrent().getTranslation("overview.home.funnel"));
    }

    void show(Map<Stage, Integer> stages) {
        int longest = Collections.max(stages.values());
        OrderedList bars = new OrderedList();
        bars.addClassName("funnel");
        Stream.of(Stage.values()).filter(stage -> !stage.isEndedEarly())
                .forEach(stage -> bars.add(bar(stage, stages.getOrDefault(stage, 0), longest)));
        UnorderedList ends = new UnorderedList();
        ends.addClassName("funnel-ends");
        Stream.of(Stage.values()).filter(stage -> stage.isEndedEarly() && stages.containsKey(stage))
                .forEach(stage -> ends.add(new ListItem(link(stage, stages.getOrDefault(stage, 0)))));
        show(bars, ends);
    }

    private ListItem bar(Stage stage, int count, int longest) {
        Div bar = new Div();
        bar.addClassName("funnel-bar");
        bar.getStyle().set("--share", String.valueOf((double) count / longest));
        ListItem item = new ListItem(link(stage, count, bar));
        item.addClassName("funnel-" + stage.name().toLowerCase(Locale.ROOT));
        return item;
    }

    private Anchor link(Stage stage, int count, Component... inside) {
        Span name = new Span(getTranslation(stage.key()));
        name.addClassName("funnel-name");
        Span number = new Span(getTranslation("overview.home.number", count));
        number.addClassName("funnel-number");
        Anchor link = new Anchor(Routes.with(Routes.DISTRIBUTORS, "stage", stage), name, number);
        link.add(inside);
        return link;
    }
}
