package com.texchange.registry.ui;

import com.texchange.common.Actor;
import com.texchange.common.CurrentActor;
import com.texchange.common.Routes;
import com.texchange.common.ui.FilterAddress;
import com.texchange.common.ui.NarrowScreen;
import com.texchange.common.ui.PageHeader;
import com.texchange.common.ui.SearchField;
import com.texchange.common.ui.UnbrokenText;
import com.texchange.common.ui.WholeParts;
import com.texchange.registry.CompanyRegister;
import com.texchange.registry.CompanyRegister.Listed;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.orderedlayout.VerticalLayout;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** «Компании»: all companies, for the sales department. */
@Route(Routes.ALL_COMPANIES)
@Menu(title = "registry.title", order = 29, icon = "vaadin:building-o")
@RolesAllowed("SALES")
class CompaniesView extends VerticalLayout implements HasDynamicTitle, BeforeEnterObserver {

    private final transient CompanyRegister register;
    private final transient Actor actor;
    private final Grid<Listed> grid = new Grid<>();
    private final FilterAddress address;
    private String words = "";

    CompaniesView(CompanyRegister register, CurrentActor currentActor) {
        this.register = register;
        this.actor = currentActor.get();
        SearchField search = new SearchField(getTranslation("registry.search"), getTranslation("registry.search.whole"));
        search.setWidth("min(100%, 30rem)");
        search.addValueChangeListener(change -> {
            words = change.getValue();
            grid.getDataProvider().refreshAll();
        });
        address = FilterAddress.ofOpenPage().search(search);
        setSizeFull();
        addClassName("wide-page");
        add(new PageHeader(getTranslation("registry.title")), search, columns());
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        address.read(event.getLocation().getQueryParameters());
    }

    private Grid<Listed> columns() {
        grid.addComponentColumn(company -> composed(named(company), new Span(textOf(company.taxId())), new WholeParts(contact(company)), new Span(state(company))))
                .setKey("composed");
        grid.addComponentColumn(this::named).setKey("name").setWidth("14rem").setFlexGrow(3);
        grid.addColumn(company -> textOf(company.taxId())).setKey("taxId").setWidth("8.5rem").setFlexGrow(0);
        grid.addColumn(company -> textOf(company.city())).setKey("city").setWidth("9rem").setFlexGrow(1);
        grid.addComponentColumn(company -> new WholeParts(contact(company))).setKey("contact").setWidth("14rem").setFlexGrow(5);
        grid.addColumn(this::state).setKey("roles").setWidth("11rem").setFlexGrow(1);
        grid.getColumns().forEach(column -> column.setHeader(getTranslation("registry.column." + column.getKey())));
        grid.setSelectionMode(Grid.SelectionMode.NONE);
        grid.setItems(query -> register.page(words, query.getOffset(), query.getLimit(), actor).stream(),
                query -> register.count(words, actor));
        grid.addThemeVariants(GridVariant.LUMO_WRAP_CELL_CONTENT);
        grid.addClassName("people-grid");
        grid.setAriaLabel(getTranslation("registry.title"));
        grid.setEmptyStateText(getTranslation("common.nothingFound"));
        grid.setSizeFull();
        NarrowScreen.follow(grid, narrow -> grid.getColumns().forEach(column ->
                column.setVisible(narrow == Objects.equals(column.getKey(), "composed"))));
        return grid;
    }

    private static Anchor link(Listed company) {
        return new Anchor(Routes.of(Routes.ALL_COMPANIES, company.id()), company.name());
    }

    /** With the people by whom it was found. */
    private Component named(Listed company) {
        Div cell = new Div(new Div(link(company)));
        company.matchingPeople().forEach(person -> {
            Div found = new Div(new UnbrokenText(getTranslation("registry.matching", person)));
            found.addClassName("hint");
            cell.add(found);
        });
        return cell;
    }

    private static Component composed(Component... lines) {
        Div cell = new Div(lines);
        cell.addClassName("composed-cell");
        return cell;
    }

    /** Whom to ask, and how to reach them. */
    static List<String> contact(Listed company) {
        return Stream.of(company.contactName(), company.contactPhone(), company.contactEmail()).filter(Objects::nonNull)
                .map(Object::toString).toList();
    }

    /** As what it works, and whether it is kept out. */
    private String state(Listed company) {
        String roles = getTranslation(company.supplier() && company.distributor() ? "registry.state.both"
                : company.supplier() ? "registry.state.supplier" : "registry.state.distributor");
        return company.off() ? getTranslation("registry.state.off", roles) : roles;
    }

    static String textOf(@Nullable Object value) {
        return Objects.toString(value, "");
    }

    @Override
    public String getPageTitle() {
        return getTranslation("registry.title");
    }
}
