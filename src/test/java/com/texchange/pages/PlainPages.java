package com.texchange.pages;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.applayout.AppLayout;
import com.vaadin.flow.component.applayout.DrawerToggle;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.menubar.MenuBar;
import com.vaadin.flow.component.orderedlayout.HorizontalLayout;
import com.vaadin.flow.component.orderedlayout.VerticalLayout;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.sidenav.SideNav;
import com.vaadin.flow.component.sidenav.SideNavItem;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.RouteConfiguration;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import java.util.List;
import java.util.stream.IntStream;

/**
 * What the pages are measured beside: a home page and a list with a menu at its side, made of the framework's components and
 * nothing else. Its rows are in memory, so it tells what the browser, the network and the framework take on this machine.
 */
final class PlainPages {

    /** As a list of licenses has. */
    private static final int COLUMNS = 10;
    private static final int ROWS = 10_000;
    private static final int ENTRIES = 12;
    /** Sorted upwards, downwards and not at all, the rows stand in three orders. */
    private static final int SCATTER = 7919;
    private static final String HOME = "timing/plain";
    private static final String LIST = "timing/plain/list";
    private static final String GRID = "vaadin-grid";
    private static final String DETAIL = ".plain-detail";

    /** All that is measured of it, under the names that such clicks have on the product's pages. */
    static final ShownPage SHOWN = new ShownPage("plain list", null, "/" + LIST, GRID,
            Click.byMenu("/" + HOME, "/" + LIST), Click.onRow(DETAIL), Click.sorting(), Click.scrolling(),
            Click.toOpen("open a dialog", ".plain-tools vaadin-button", "vaadin-dialog"));

    private PlainPages() {
    }

    static void register() {
        RouteConfiguration routes = RouteConfiguration.forApplicationScope();
        routes.setRoute(HOME, Home.class, List.of(Frame.class));
        routes.setRoute(LIST, Rows.class, List.of(Frame.class));
    }

    /** Header, menu, content. */
    @AnonymousAllowed
    public static class Frame extends AppLayout {

        Frame() {
            MenuBar person = new MenuBar();
            person.addItem("Person").getSubMenu().addItem("Leave");
            addToNavbar(new DrawerToggle(), new H1("Plain"), person);
            SideNav menu = new SideNav();
            menu.addItem(new SideNavItem("List", LIST, VaadinIcon.LIST.create()));
            IntStream.range(1, ENTRIES).forEach(i -> menu.addItem(new SideNavItem("Entry " + i, HOME, VaadinIcon.CIRCLE.create())));
            addToDrawer(menu);
        }
    }

    /** Where the menu's click begins. */
    @AnonymousAllowed
    public static class Home extends Composite<VerticalLayout> {

        Home() {
            getContent().add(new H2("Home"), new Paragraph("Nothing else."));
        }
    }

    /** A list with its search, filters, buttons and rows that can be selected, and the details of one of them. */
    @AnonymousAllowed
    public static class Rows extends Composite<VerticalLayout> {

        private static final List<String> WORDS = List.of("First", "Second", "Third", "Fourth", "Fifth", "Sixth");
        private final Div detail = new Div();

        Rows() {
            detail.addClassName("plain-detail");
            getContent().add(new H2("List"), tools(), grid(), detail);
        }

        private static HorizontalLayout tools() {
            MenuBar export = new MenuBar();
            export.addItem("Export").getSubMenu().addItem("As a table");
            HorizontalLayout tools = new HorizontalLayout(new Button("Open", VaadinIcon.PLUS.create(), click -> dialog().open()),
                    new Button("Other", VaadinIcon.LIST.create()), export, new TextField("Search"), choice(), choice());
            tools.addClassName("plain-tools");
            return tools;
        }

        private static Select<String> choice() {
            Select<String> choice = new Select<>();
            choice.setItems(WORDS);
            return choice;
        }

        private Grid<Integer> grid() {
            Grid<Integer> grid = new Grid<>();
            grid.setSelectionMode(Grid.SelectionMode.MULTI);
            IntStream.range(0, COLUMNS).forEach(i -> grid.addColumn(row -> "Cell " + row * (i + 1)).setHeader("Column " + i)
                    .setComparator(row -> row * SCATTER % ROWS));
            grid.setItems(IntStream.range(0, ROWS).boxed().toList());
            grid.addItemClickListener(click -> show(click.getItem()));
            grid.setHeight("40rem");
            return grid;
        }

        private void show(int row) {
            detail.removeAll();
            detail.add(new H3("Row " + row));
            IntStream.range(0, COLUMNS).forEach(i -> detail.add(new Div(new Span("Column " + i), new Span("Cell " + row * (i + 1)))));
            WORDS.forEach(word -> detail.add(new Div(VaadinIcon.CHECK.create(), new Span(word)), new Button(word)));
        }

        private static Dialog dialog() {
            Dialog dialog = new Dialog("Dialog");
            VerticalLayout fields = new VerticalLayout();
            WORDS.forEach(word -> fields.add(new TextField(word)));
            dialog.add(fields);
            dialog.getFooter().add(new Button("Close", click -> dialog.close()), new Button("Save"));
            return dialog;
        }
    }
}
