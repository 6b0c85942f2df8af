package com.texchange.overview.ui;

import com.texchange.common.OnboardingId;
import com.texchange.common.ui.GridOrder;
import com.texchange.onboarding.Stage;
import com.texchange.onboarding.ui.OnboardingLinks;
import com.texchange.overview.OnboardingFilter;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.router.QueryParameters;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Where a person is in a list of onboardings, as the address of the page says: which one is open, and
 * {@code ?text=&stage=&age=&below=} for the filter, age and below in days at the stage; the stage can be {@code UNDER_WAY},
 * which is all that have not ended; and {@code sort=} for the order, as {@link GridOrder} has it. What an address has that is none of
 * these is left out.
 */
record ListAddress(@Nullable OnboardingId open, OnboardingFilter filter, String sort) {

    private static final String TEXT = "text";
    private static final String STAGE = "stage";
    private static final String AGE = "age";
    private static final String BELOW = "below";
    private static final String SORT = "sort";
    private static final String UNDER_WAY = "UNDER_WAY";
    /** A damaged id leads where an unknown one does. */
    private static final OnboardingId NOBODYS = new OnboardingId(new UUID(0, 0));
    private static final int MAX_TEXT = 200;
    private static final int MAX_DAYS = 10_000;

    static ListAddress of(@Nullable String id, QueryParameters parameters) {
        String text = parameters.getSingleParameter(TEXT).orElse("");
        return new ListAddress(id == null ? null : Objects.requireNonNullElse(OnboardingLinks.parse(id), NOBODYS), new OnboardingFilter(
                text.substring(0, Math.min(text.length(), MAX_TEXT)),
                parameters.getSingleParameter(STAGE).map(ListAddress::stage).orElse(null),
                parameters.getSingleParameter(STAGE).filter(UNDER_WAY::equals).isPresent(),
                parameters.getSingleParameter(AGE).map(ListAddress::days).orElse(0),
                parameters.getSingleParameter(BELOW).map(ListAddress::days).orElse(0)), parameters.getSingleParameter(SORT).orElse(""));
    }

    private static @Nullable Stage stage(String name) {
        return Arrays.stream(Stage.values()).filter(stage -> stage.name().equals(name)).findFirst().orElse(null);
    }

    private static int days(String number) {
        return number.matches("\\d{1,5}") ? Math.min(Integer.parseInt(number), MAX_DAYS) : 0;
    }

    ListAddress opening(@Nullable OnboardingId other) {
        return new ListAddress(other, filter, sort);
    }

    ListAddress filtered(OnboardingFilter other) {
        return new ListAddress(open, other, sort);
    }

    ListAddress sorted(String other) {
        return new ListAddress(open, filter, other);
    }

    /** @param route of the list */
    void go(UI ui, String route) {
        ui.navigate(open == null ? route : route + "/" + open, parameters(filter, sort));
    }

    /** @param route of the list */
    static String path(String route, OnboardingFilter filter) {
        return route + "?" + parameters(filter, "").getQueryString();
    }

    private static QueryParameters parameters(OnboardingFilter filter, String sort) {
        Map<String, String> parameters = new LinkedHashMap<>();
        if (!filter.text().isEmpty()) {
            parameters.put(TEXT, filter.text());
        }
        if (filter.stage() != null) {
            parameters.put(STAGE, filter.stage().name());
        }
        if (filter.underWay()) {
            parameters.put(STAGE, UNDER_WAY);
        }
        if (filter.minDays() > 0) {
            parameters.put(AGE, String.valueOf(filter.minDays()));
        }
        if (filter.belowDays() > 0) {
            parameters.put(BELOW, String.valueOf(filter.belowDays()));
        }
        if (!sort.isEmpty()) {
            parameters.put(SORT, sort);
        }
        return QueryParameters.simple(parameters);
    }
}
