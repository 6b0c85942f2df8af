package com.texchange.onboarding.ui;

import com.texchange.common.ChangeFeed;
import com.texchange.common.CurrentActor;
import com.texchange.common.OnboardingId;
import com.texchange.common.ui.EmptyState;
import com.texchange.onboarding.OnboardingQueries;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.orderedlayout.VerticalLayout;
import com.vaadin.flow.router.BeforeEvent;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.HasUrlParameter;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.OptionalParameter;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import org.jspecify.annotations.Nullable;

/** All onboardings, for a process manager: where each stands, its letters and its story. */
@Route("onboardings")
@Menu(title = "onboarding.all.title", order = 60, icon = "vaadin:road")
@RolesAllowed("PROCESS_MANAGER")
class OnboardingsView extends Composite<VerticalLayout> implements HasUrlParameter<String>, HasDynamicTitle {

    private final OnboardingBrowser browser;

    OnboardingsView(OnboardingQueries queries, ChangeFeed feed, CurrentActor currentActor) {
        browser = new OnboardingBrowser(queries, feed, currentActor.get(), true, getTranslation("onboarding.all.title"));
        browser.onSelect(this::select);
        browser.setEmptyState(new EmptyState(VaadinIcon.ROAD, getTranslation("onboarding.all.empty"),
                getTranslation("onboarding.all.emptyText")));
        getContent().setSizeFull();
        getContent().setPadding(false);
        getContent().add(browser);
    }

    private void select(@Nullable OnboardingId id) {
        getUI().ifPresent(ui -> {
            if (id == null) {
                ui.navigate(OnboardingsView.class);
            } else {
                ui.navigate(OnboardingsView.class, id.toString());
            }
        });
    }

    @Override
    public void setParameter(BeforeEvent event, @OptionalParameter @Nullable String id) {
        browser.showDetails(OnboardingLinks.parse(id));
    }

    @Override
    public String getPageTitle() {
        return getTranslation("onboarding.all.title");
    }
}
