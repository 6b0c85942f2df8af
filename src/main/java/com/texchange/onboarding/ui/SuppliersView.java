package com.texchange.onboarding.ui;

import com.texchange.common.Actor;
import com.texchange.common.Change;
import com.texchange.common.ChangeFeed;
import com.texchange.common.CurrentActor;
import com.texchange.common.OnboardingId;
import com.texchange.common.Routes;
import com.texchange.common.ui.EmptyState;
import com.texchange.common.ui.FilterAddress;
import com.texchange.common.ui.LiveUpdates;
import com.texchange.common.ui.PageHeader;
import com.texchange.common.ui.SearchField;
import com.texchange.grants.ui.GrantDialogs;
import com.texchange.onboarding.Acceptance;
import com.texchange.onboarding.Joining;
import com.texchange.onboarding.SupplierCard;
import com.texchange.onboarding.SupplierCardFilter;
import com.texchange.onboarding.SupplierCardFilter.Show;
import com.texchange.onboarding.SupplierCards;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.router.BeforeEvent;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.HasUrlParameter;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.OptionalParameter;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** «Поставщики»: the cards of the suppliers that invite this distributor or work with it; an address can name one. */
@Route(Routes.SUPPLIERS)
@Menu(title = "onboarding.suppliers.title", order = 30, icon = "vaadin:factory")
@RolesAllowed("DISTRIBUTOR")
class SuppliersView extends Composite<Div> implements HasUrlParameter<String>, HasDynamicTitle {

    private static final int PAGE = 24;
    /** So few are seen at a glance. */
    private static final int FEW = 5;
    private static final int TYPING_MILLIS = 300;

    private final transient SupplierCards cards;
    private final transient Acceptance acceptance;
    private final transient Joining joining;
    private final transient GrantDialogs grants;
    private final transient Actor actor;
    private final SearchField search = new SearchField(getTranslation("onboarding.cards.search"));
    private final Select<Show> show = new Select<>();
    private final FilterAddress address = FilterAddress.of(Routes.SUPPLIERS);
    private final Div tools = new Div(search, show);
    private final Div list = new Div();
    /** Instead of the card that the address names. */
    private final Paragraph unknown = new Paragraph();
    private final Button more = new Button();
    private final Map<OnboardingId, SupplierCardPanel> panels = new LinkedHashMap<>();
    private @Nullable OnboardingId linked;
    private int limit = PAGE;

    SuppliersView(SupplierCards cards, Acceptance acceptance, Joining joining, GrantDialogs grants, ChangeFeed feed,
            CurrentActor currentActor) {
        this.cards = cards;
        this.acceptance = acceptance;
        this.joining = joining;
        this.grants = grants;
        this.actor = currentActor.get();
        list.addClassName("cards");
        more.addClickListener(click -> showMore());
        more.addClassName("cards-more");
        buildTools();
        getContent().addClassName("page");
        unknown.setText(getTranslation("common.unknown.text"));
        unknown.addClassName("warning");
        unknown.setVisible(false);
        getContent().add(new PageHeader(getTranslation("onboarding.suppliers.title")), unknown, tools, list, more);
        LiveUpdates.follow(this, feed, this::concerns, this::refresh);
    }

    private void buildTools() {
        tools.addClassName("cards-tools");
        search.setValueChangeTimeout(TYPING_MILLIS);
        search.addValueChangeListener(change -> filterChanged());
        show.setAriaLabel(getTranslation("onboarding.cards.show"));
        show.setItems(Show.values());
        show.setItemLabelGenerator(value -> getTranslation(value.key()));
        show.setValue(Show.ALL);
        show.addValueChangeListener(change -> filterChanged());
        address.search(search).choice("show", show, Show.class, Show.ALL);
    }

    @Override
    public void setParameter(BeforeEvent event, @OptionalParameter @Nullable String id) {
        address.read(event.getLocation().getQueryParameters());
        linked = OnboardingLinks.parse(id);
        unknown.setVisible(id != null && linkedCard().isEmpty());
        refresh();
        linkedCard().map(SupplierCard::id).map(panels::get).ifPresent(SupplierCardPanel::pointOut);
    }

    private boolean concerns(Change change) {
        return change.concerns(Change.Topic.ONBOARDING, actor.companyId()) || change.concerns(Change.Topic.ONBOARDING, actor.id().toString());
    }

    private void filterChanged() {
        limit = PAGE;
        linked = null;
        unknown.setVisible(false);
        refresh();
    }

    private void showMore() {
        limit += PAGE;
        refresh();
    }

    private SupplierCardFilter filter() {
        return new SupplierCardFilter(search.getValue(), show.getValue());
    }

    private void refresh() {
        // One more than shown tells whether there are more.
        List<SupplierCard> found = cards.page(filter(), limit + 1, actor);
        more.setVisible(found.size() > limit);
        more.setText(getTranslation("onboarding.cards.more"));
        List<SupplierCard> shown = withLinked(found.subList(0, Math.min(limit, found.size())));
        tools.setVisible(isFiltered() || cards.count(SupplierCardFilter.NONE, actor) > FEW);
        Map<OnboardingId, SupplierCardPanel> earlier = Map.copyOf(panels);
        panels.clear();
        shown.forEach(card -> panels.put(card.id(), panel(card, earlier.get(card.id()))));
        show(shown.isEmpty() ? List.of(isFiltered() ? nothingFound() : noSuppliers()) : List.copyOf(panels.values()));
    }

    /** What stands there already is not taken out and put in again: it would lose the focus, and a click on its way. */
    private void show(List<Component> cards) {
        if (!list.getChildren().toList().equals(cards)) {
            list.removeAll();
            list.add(cards);
        }
    }

    /** The card that the address names comes first, wherever it would stand. */
    private List<SupplierCard> withLinked(List<SupplierCard> found) {
        List<SupplierCard> shown = new ArrayList<>(found);
        linkedCard().ifPresent(card -> {
            shown.removeIf(other -> other.id().equals(card.id()));
            shown.addFirst(card);
        });
        return shown;
    }

    private Optional<SupplierCard> linkedCard() {
        return linked == null ? Optional.empty() : cards.ofSameSupplier(linked, actor);
    }

    private boolean isFiltered() {
        return !filter().equals(SupplierCardFilter.NONE);
    }

    private Component noSuppliers() {
        return new EmptyState(VaadinIcon.FACTORY, getTranslation("onboarding.suppliers.empty"),
                getTranslation("onboarding.suppliers.emptyText"));
    }

    private Component nothingFound() {
        return new EmptyState(VaadinIcon.SEARCH, getTranslation("onboarding.cards.none"),
                getTranslation("onboarding.cards.noneText"),
                new Button(getTranslation("onboarding.cards.showAll"), click -> {
                    show.setValue(Show.ALL);
                    search.clear();
                    address.write();
                }));
    }

    private SupplierCardPanel panel(SupplierCard card, @Nullable SupplierCardPanel earlier) {
        return earlier != null && earlier.shows(card) ? earlier
                : new SupplierCardPanel(card, acceptance, joining, grants, actor, () -> decided(card.id())).keepingChoiceOf(earlier);
    }

    /** Who has just decided goes on at the same card, which is another one now. */
    private void decided(OnboardingId id) {
        refresh();
        SupplierCardPanel panel = panels.get(id);
        if (panel != null) {
            panel.focus();
        }
    }

    @Override
    public String getPageTitle() {
        return getTranslation("onboarding.suppliers.title");
    }
}
