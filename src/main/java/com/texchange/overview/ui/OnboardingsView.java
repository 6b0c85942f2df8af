package com.texchange.overview.ui;

import com.texchange.common.ChangeFeed;
import com.texchange.common.CurrentActor;
import com.texchange.common.Routes;
import com.texchange.common.ui.EmptyState;
import com.texchange.overview.OnboardingExport;
import com.texchange.overview.OnboardingQueries;
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
@Route(Routes.ONBOARDINGS)
@Menu(title = "overview.all.title", order = 60, icon = "vaadin:road")
@RolesAllowed("PROCESS_MANAGER")
class OnboardingsView extends Composite<VerticalLayout> implements HasUrlParameter<String>, HasDynamicTitle {

    private final OnboardingBrowser browser;

    OnboardingsView(OnboardingQueries queries, OnboardingExport export, ChangeFeed feed, CurrentActor currentActor) {
        browser = new OnboardingBrowser(queries, export, feed, currentActor.get(), true,
                getTranslation("overview.all.title"));
        browser.onGo(place -> getUI().ifPresent(ui -> place.go(ui, Routes.ONBOARDINGS)));
        browser.setEmptyState(new EmptyState(VaadinIcon.ROAD, getTranslation("overview.all.empty"),
                getTranslation("overview.all.emptyText")));
        getContent().setSizeFull();
        getContent().setPadding(false);
        getContent().add(browser);
    }

    @Override
    public void setParameter(BeforeEvent event, @OptionalParameter @Nullable String id) {
        browser.show(ListAddress.of(id, event.getLocation().getQueryParameters()));
    }

    @Override
    public String getPageTitle() {
        return getTranslation("overview.all.title");
    }
}
