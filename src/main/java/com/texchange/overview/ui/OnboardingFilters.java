package com.texchange.overview.ui;

import com.texchange.common.Plural;
import com.texchange.onboarding.Stage;
import com.texchange.overview.OnboardingFilter;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import java.util.Objects;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The search above a list of onboardings: by text, stage, and days at the stage. */
class OnboardingFilters extends Composite<Div> {

    private static final int[] AGES = {7, 30, 90};
    private final TextField search = new TextField();
    private final Select<Stage> stage = new Select<>();
    private final Select<Integer> age = new Select<>();
    private final transient Consumer<OnboardingFilter> changed;
    private boolean setting;

    /** @param changed hears of what the person chooses, not of {@link #show} */
    OnboardingFilters(Consumer<OnboardingFilter> changed) {
        this.changed = changed;
        describe();
        search.addValueChangeListener(change -> tell());
        stage.addValueChangeListener(change -> tell());
        age.addValueChangeListener(change -> tell());
        getContent().addClassName("onboarding-filters");
        getContent().add(search, stage, age);
    }

    private void describe() {
        search.setPlaceholder(getTranslation("overview.search"));
        search.setAriaLabel(getTranslation("overview.search"));
        search.setPrefixComponent(VaadinIcon.SEARCH.create());
        search.setClearButtonVisible(true);
        search.setMaxLength(200);
        search.setValueChangeMode(ValueChangeMode.LAZY);
        stage.setItems(Stage.values());
        stage.setEmptySelectionAllowed(true);
        stage.setAriaLabel(getTranslation("onboarding.stage"));
        stage.setEmptySelectionCaption(getTranslation("overview.allStages"));
        stage.setPlaceholder(getTranslation("overview.allStages"));
        stage.setItemLabelGenerator(value ->
                getTranslation(value == null ? "overview.allStages" : value.key()));
        age.setEmptySelectionAllowed(true);
        age.setAriaLabel(getTranslation("overview.age"));
        age.setEmptySelectionCaption(getTranslation("overview.anyAge"));
        age.setPlaceholder(getTranslation("overview.anyAge"));
        age.setItemLabelGenerator(days -> days == null ? getTranslation("overview.anyAge")
                : getTranslation(Plural.key("overview.minDays", days, getLocale()), days));
        offerAges(0);
    }

    /** A shared address can ask for other ages than the usual ones. */
    private void offerAges(int asked) {
        TreeSet<Integer> ages = new TreeSet<>();
        for (int usual : AGES) {
            ages.add(usual);
        }
        if (asked > 0) {
            ages.add(asked);
        }
        age.setItems(ages);
    }

    private void tell() {
        if (!setting) {
            changed.accept(new OnboardingFilter(search.getValue(), stage.getValue(),
                    Objects.requireNonNullElse(age.getValue(), 0)));
        }
    }

    void show(OnboardingFilter filter) {
        setting = true;
        // While one is still typing, a space at the end must stay.
        if (!search.getValue().strip().equals(filter.text())) {
            search.setValue(filter.text());
        }
        stage.setValue(filter.stage());
        @Nullable Integer days = filter.minDays() == 0 ? null : filter.minDays();
        if (!Objects.equals(age.getValue(), days)) {
            offerAges(filter.minDays());
            age.setValue(days);
        }
        setting = false;
    }
}
