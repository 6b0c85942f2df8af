package com.texchange.overview.ui;

import com.texchange.common.Plural;
import com.texchange.common.ui.SearchField;
import com.texchange.onboarding.Stage;
import com.texchange.overview.OnboardingFilter;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The search above a list of onboardings: by text, stage, and days at the stage. */
class OnboardingFilters extends Composite<Div> {

    private static final int[] AGES = {7, 30, 90};
    private final SearchField search = new SearchField(getTranslation("overview.search"));
    private final Select<StageChoice> stage = new Select<>();
    private final Select<DaysAtStage> age = new Select<>();
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
        stage.setItems(StageChoice.ALL);
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
        age.setItemLabelGenerator(days -> days == null ? getTranslation("overview.anyAge") : label(days));
        offerAges(null);
    }

    private String label(DaysAtStage days) {
        return days.below() == 0 ? getTranslation(Plural.key("overview.minDays", days.from(), getLocale()), days.from())
                : days.from() == 0 ? getTranslation(Plural.key("overview.belowDays", days.below(), getLocale()), days.below())
                : getTranslation(Plural.key("overview.betweenDays", days.below(), getLocale()), days.from() + 1, days.below());
    }

    /** A figure or a shared address can ask for other ages than the usual ones. */
    private void offerAges(@Nullable DaysAtStage asked) {
        Set<DaysAtStage> ages = new LinkedHashSet<>();
        if (asked != null) {
            ages.add(asked);
        }
        for (int usual : AGES) {
            ages.add(new DaysAtStage(usual, 0));
        }
        age.setItems(ages);
    }

    private void tell() {
        if (!setting) {
            @Nullable StageChoice chosen = stage.getValue();
            DaysAtStage days = Objects.requireNonNullElse(age.getValue(), DaysAtStage.ANY);
            changed.accept(new OnboardingFilter(search.getValue(), chosen == null ? null : chosen.stage(),
                    StageChoice.UNDER_WAY.equals(chosen), days.from(), days.below()));
        }
    }

    void show(OnboardingFilter filter) {
        setting = true;
        // While one is still typing, a space at the end must stay.
        if (!search.getValue().strip().equals(filter.text())) {
            search.setValue(filter.text());
        }
        stage.setValue(StageChoice.of(filter));
        @Nullable DaysAtStage days = DaysAtStage.of(filter);
        if (!Objects.equals(age.getValue(), days)) {
            offerAges(days);
            age.setValue(days);
        }
        setting = false;
    }

    /** A stage, or all at which an onboarding has not ended. */
    private record StageChoice(@Nullable Stage stage) {

        static final StageChoice UNDER_WAY = new StageChoice(null);
        static final List<StageChoice> ALL =
                Stream.concat(Stream.of(UNDER_WAY), Stream.of(Stage.values()).map(StageChoice::new)).toList();

        static @Nullable StageChoice of(OnboardingFilter filter) {
            return filter.underWay() ? UNDER_WAY : filter.stage() == null ? null : new StageChoice(filter.stage());
        }

        String key() {
            return stage == null ? "overview.underWay" : stage.key();
        }
    }

    /** From so many days at the stage, and, unless that is 0, below so many. */
    private record DaysAtStage(int from, int below) {

        static final DaysAtStage ANY = new DaysAtStage(0, 0);

        static @Nullable DaysAtStage of(OnboardingFilter filter) {
            DaysAtStage days = new DaysAtStage(filter.minDays(), filter.belowDays());
            return days.equals(ANY) ? null : days;
        }
    }
}
