package com.texchange.onboarding.ui;

import com.texchange.common.Actor;
import com.texchange.common.ui.DateTimes;
import com.texchange.onboarding.OnboardingFilter;
import com.texchange.onboarding.OnboardingQueries;
import com.texchange.onboarding.OnboardingRow;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.data.provider.CallbackDataProvider;
import com.vaadin.flow.data.provider.ConfigurableFilterDataProvider;
import com.vaadin.flow.data.provider.Query;
import com.vaadin.flow.function.ValueProvider;
import com.vaadin.flow.spring.data.VaadinSpringDataHelpers;
import java.util.Objects;
import org.springframework.data.domain.Sort;

/** Onboardings, lazily, one a line; for a supplier its distributors, for a process manager all. */
class OnboardingGrid extends Grid<OnboardingRow> {

    private final transient ConfigurableFilterDataProvider<OnboardingRow, Void, OnboardingFilter> provider;

    OnboardingGrid(OnboardingQueries queries, Actor actor, boolean withSupplier) {
        CallbackDataProvider<OnboardingRow, OnboardingFilter> pages = new CallbackDataProvider<>(
                query -> queries.page(query.getFilter().orElse(OnboardingFilter.NONE), sort(query), query.getOffset(),
                        query.getLimit(), actor).stream(),
                query -> queries.count(query.getFilter().orElse(OnboardingFilter.NONE), actor),
                OnboardingRow::id);
        provider = pages.withConfigurableFilter();
        setDataProvider(provider);
        setSizeFull();
        addThemeVariants(GridVariant.LUMO_ROW_STRIPES);
        addColumns(withSupplier);
    }

    private static Sort sort(Query<OnboardingRow, OnboardingFilter> query) {
        return VaadinSpringDataHelpers.toSpringDataSort(query);
    }

    private void addColumns(boolean withSupplier) {
        if (withSupplier) {
            text("supplier", OnboardingRow::supplier).setWidth("12rem").setFlexGrow(2);
        }
        text("distributor", OnboardingRow::distributor).setWidth("14rem").setFlexGrow(3);
        text("code", row -> row.code().value()).setWidth("7rem").setFlexGrow(0);
        text("city", row -> Objects.requireNonNullElse(row.city(), "")).setWidth("9rem").setFlexGrow(1);
        addComponentColumn(row -> StageBadge.of(row.stage())).setKey("stage")
                .setHeader(getTranslation("onboarding.stage")).setSortProperty("stage").setWidth("12rem").setFlexGrow(0);
        text("since", row -> DateTimes.dateTime(row.since())).setWidth("12rem").setFlexGrow(0);
        addComponentColumn(row -> StageBadge.of(row.letter())).setKey("letter")
                .setHeader(getTranslation("onboarding.letter")).setWidth("9rem").setFlexGrow(0);
    }

    private Column<OnboardingRow> text(String key,
            ValueProvider<OnboardingRow, String> value) {
        return addColumn(value).setKey(key).setHeader(getTranslation("onboarding.column." + key)).setSortProperty(key)
                .setTooltipGenerator(value::apply);
    }

    void filter(OnboardingFilter filter) {
        provider.setFilter(filter);
    }

    void refresh() {
        provider.refreshAll();
    }
}
