package com.texchange.onboarding.ui;

import com.texchange.common.Actor;
import com.texchange.common.Change;
import com.texchange.common.ChangeFeed;
import com.texchange.common.CurrentActor;
import com.texchange.common.OnboardingId;
import com.texchange.common.ui.EmptyState;
import com.texchange.common.ui.LiveUpdates;
import com.texchange.common.ui.PageHeader;
import com.texchange.onboarding.Acceptance;
import com.texchange.onboarding.SupplierCard;
import com.texchange.onboarding.SupplierCards;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** «Поставщики»: the cards of the suppliers that invite this distributor or work with it. */
@Route("exchange/suppliers")
@Menu(title = "onboarding.suppliers.title", order = 30, icon = "vaadin:factory")
@RolesAllowed("DISTRIBUTOR")
class SuppliersView extends Composite<Div> implements HasDynamicTitle {

    private final transient SupplierCards cards;
    private final transient Acceptance acceptance;
    private final transient Actor actor;
    private final Div list = new Div();
    private final Map<OnboardingId, SupplierCardPanel> panels = new LinkedHashMap<>();

    SuppliersView(SupplierCards cards, Acceptance acceptance, ChangeFeed feed, CurrentActor currentActor) {
        this.cards = cards;
        this.acceptance = acceptance;
        this.actor = currentActor.get();
        list.addClassName("cards");
        getContent().addClassName("page");
        getContent().add(new PageHeader(getTranslation("onboarding.suppliers.title")), list);
        LiveUpdates.follow(this, feed, this::concerns, this::refresh);
        refresh();
    }

    private boolean concerns(Change change) {
        return change.topic() == Change.Topic.ONBOARDING && change.id().equals(String.valueOf(actor.companyId()));
    }

    private void refresh() {
        List<SupplierCard> all = cards.all(actor);
        list.removeAll();
        if (all.isEmpty()) {
            list.add(new EmptyState(VaadinIcon.FACTORY, getTranslation("onboarding.suppliers.empty"),
                    getTranslation("onboarding.suppliers.emptyText")));
        }
        Map<OnboardingId, SupplierCardPanel> earlier = Map.copyOf(panels);
        panels.clear();
        all.forEach(card -> panels.put(card.id(), panel(card, earlier.get(card.id()))));
        panels.values().forEach(list::add);
    }

    private SupplierCardPanel panel(SupplierCard card, @Nullable SupplierCardPanel earlier) {
        return earlier != null && earlier.shows(card) ? earlier
                : new SupplierCardPanel(card, acceptance, actor, this::refresh).keepingChoiceOf(earlier);
    }

    @Override
    public String getPageTitle() {
        return getTranslation("onboarding.suppliers.title");
    }
}
