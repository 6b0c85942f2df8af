package com.texchange.overview.ui;

import com.texchange.common.OnboardingId;
import com.texchange.onboarding.Stage;
import com.texchange.onboarding.ui.OnboardingLinks;
import com.texchange.overview.OnboardingFilter;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.router.QueryParameters;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Where a person is in a list of onboardings, as the address of the page says: which one is open, and
 * {@code ?text=&stage=&age=} for the filter, the age in days at the stage. What an address has that is none of these is left
 * out.
 */
record ListAddress(@Nullable OnboardingId open, OnboardingFilter filter) {

    private static final String TEXT = "text";
    private static final String STAGE = "stage";
    private static final String AGE = "age";
    /** A damaged id leads where an unknown one does. */
    private static final OnboardingId NOBODYS = new OnboardingId(new UUID(0, 0));
    private static final int MAX_TEXT = 200;
    private static final int MAX_DAYS = 10_000;

    static ListAddress of(@Nullable String id, QueryParameters parameters) {
        String text = parameters.getSingleParameter(TEXT).orElse("");
        return new ListAddress(id == null ? null : Objects.requireNonNullElse(OnboardingLinks.parse(id), NOBODYS), new OnboardingFilter(
                text.substring(0, Math.min(text.length(), MAX_TEXT)),
                parameters.getSingleParameter(STAGE).map(ListAddress::stage).orElse(null),
                parameters.getSingleParameter(AGE).map(ListAddress::days).orElse(0)));
    }

    private static @Nullable Stage stage(String name) {
        return Arrays.stream(Stage.values()).filter(stage -> stage.name().equals(name)).findFirst().orElse(null);
    }

    private static int days(String number) {
        return number.matches("\\d{1,5}") ? Math.min(Integer.parseInt(number), MAX_DAYS) : 0;
    }

    ListAddress opening(@Nullable OnboardingId other) {
        return new ListAddress(other, filter);
    }

    ListAddress filtered(OnboardingFilter other) {
        return new ListAddress(open, other);
    }

    /** @param route of the list */
    void go(UI ui, String route) {
        Map<String, String> parameters = new HashMap<>();
        if (!filter.text().isEmpty()) {
            parameters.put(TEXT, filter.text());
        }
        if (filter.stage() != null) {
            parameters.put(STAGE, filter.stage().name());
        }
        if (filter.minDays() > 0) {
            parameters.put(AGE, String.valueOf(filter.minDays()));
        }
        ui.navigate(open == null ? route : route + "/" + open, QueryParameters.simple(parameters));
    }
}
