package com.texchange.onboarding.ui;

import com.texchange.common.Actor;
import com.texchange.common.Change;
import com.texchange.common.ChangeFeed;
import com.texchange.common.OnboardingId;
import com.texchange.common.ui.LiveUpdates;
import com.texchange.common.ui.PageHeader;
import com.texchange.onboarding.OnboardingDetails;
import com.texchange.onboarding.OnboardingFilter;
import com.texchange.onboarding.OnboardingQueries;
import com.texchange.onboarding.Stage;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.masterdetaillayout.MasterDetailLayout;
import com.vaadin.flow.component.orderedlayout.HorizontalLayout;
import com.vaadin.flow.component.orderedlayout.VerticalLayout;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The grid of onboardings with search, and beside it the details of the selected one; both keep themselves current. */
class OnboardingBrowser extends Composite<MasterDetailLayout> {

    private final transient OnboardingQueries queries;
    private final transient Actor actor;
    private final OnboardingGrid grid;
    private final TextField search = new TextField();
    private final Select<Stage> stage = new Select<>();
    private final HorizontalLayout tools = new HorizontalLayout();
    private final Div list = new Div();
    private Component emptyState = new Div();
    private transient Function<OnboardingDetails, Component> actions = details -> new Div();
    private transient Consumer<@Nullable OnboardingId> select = id -> { };
    private @Nullable OnboardingId selected;

    /** @param title of the page, translated */
    OnboardingBrowser(OnboardingQueries queries, ChangeFeed feed, Actor actor, boolean withSupplier,
            String title) {
        this.queries = queries;
        this.actor = actor;
        this.grid = new OnboardingGrid(queries, actor, withSupplier);
        list.setSizeFull();
        VerticalLayout master = new VerticalLayout(new PageHeader(title), tools, list);
        master.setSizeFull();
        master.setPadding(false);
        getContent().setSizeFull();
        getContent().setMaster(master);
        // Too narrow for both side by side, the details lie over the grid.
        getContent().setMasterSize("42rem", true);
        getContent().setDetailSize("26rem");
        getContent().setOverlayContainment(MasterDetailLayout.OverlayContainment.PAGE);
        getContent().addDetailEscapePressListener(escape -> select.accept(null));
        getContent().addBackdropClickListener(click -> select.accept(null));
        addTools();
        grid.addItemClickListener(click -> select.accept(click.getItem().id()));
        LiveUpdates.follow(this, feed, change -> concerns(change, withSupplier), this::refresh);
    }

    /** A supplier follows its own; a process manager everything. */
    private boolean concerns(Change change, boolean all) {
        return change.topic() == Change.Topic.ONBOARDING
                && (all || String.valueOf(actor.companyId()).equals(change.id()));
    }

    private void addTools() {
        search.setPlaceholder(getTranslation("onboarding.search"));
        search.setAriaLabel(getTranslation("onboarding.search"));
        search.setPrefixComponent(VaadinIcon.SEARCH.create());
        search.setClearButtonVisible(true);
        search.setMaxLength(200);
        search.setWidth("20rem");
        search.setValueChangeMode(ValueChangeMode.LAZY);
        search.addValueChangeListener(change -> filter());
        stage.setItems(Stage.values());
        stage.setEmptySelectionAllowed(true);
        stage.setAriaLabel(getTranslation("onboarding.stage"));
        stage.setEmptySelectionCaption(getTranslation("onboarding.allStages"));
        stage.setItemLabelGenerator(value ->
                getTranslation(value == null ? "onboarding.allStages" : value.key()));
        stage.addValueChangeListener(change -> filter());
        tools.setWidthFull();
        tools.setWrap(true);
        tools.add(search, stage);
    }

    private void filter() {
        grid.filter(new OnboardingFilter(search.getValue(), stage.getValue()));
    }

    /** Puts buttons at the end of the tool bar. */
    void addTool(Button tool) {
        tool.addClassName("tool-at-end");
        tools.add(tool);
    }

    /** @param empty what stands in the grid's place while there is no onboarding at all */
    void setEmptyState(Component empty) {
        emptyState = empty;
        showList();
    }

    private void showList() {
        boolean any = queries.count(OnboardingFilter.NONE, actor) > 0;
        search.setVisible(any);
        stage.setVisible(any);
        list.removeAll();
        list.add(any ? grid : emptyState);
    }

    /** @param action the buttons under the details */
    void setActions(Function<OnboardingDetails, Component> action) {
        actions = action;
    }

    /** @param listener takes the id of the clicked line, or null when the details are closed */
    void onSelect(Consumer<@Nullable OnboardingId> listener) {
        select = listener;
    }

    void showDetails(@Nullable OnboardingId id) {
        selected = id;
        getContent().setDetail(id == null ? null : queries.details(id, actor).map(this::details).orElse(null));
    }

    private Component details(OnboardingDetails details) {
        return new OnboardingDetailsPanel(details, actions.apply(details), () -> select.accept(null));
    }

    void refresh() {
        if (grid.getParent().isEmpty()) {
            showList();
        }
        grid.refresh();
        showDetails(selected);
    }
}
