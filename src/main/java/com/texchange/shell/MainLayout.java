package com.texchange.shell;

import com.vaadin.flow.component.HasElement;
import com.vaadin.flow.component.applayout.AppLayout;
import com.vaadin.flow.component.applayout.DrawerToggle;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.orderedlayout.Scroller;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import com.vaadin.flow.router.Layout;
import jakarta.annotation.security.PermitAll;

/** The frame around all pages of people who are signed in: menu at the left, header, foot. */
@Layout
@PermitAll
class MainLayout extends AppLayout implements AfterNavigationObserver {

    /** Only the browser knows for sure whether the menu lies over the page. */
    private static final String CLOSE_OVERLAY = "if (this.overlay) { this.drawerOpened = false; }";
    private final Main page = new Main();

    MainLayout(NavigationMenu menu, MenuWidth width, HeaderBar header, Foot foot) {
        setPrimarySection(Section.DRAWER);
        setI18n(new AppLayoutI18n().setDrawer(getTranslation("shell.menu")));
        DrawerToggle toggle = new DrawerToggle();
        toggle.setAriaLabel(getTranslation("shell.menu"));
        page.addClassName("frame-page");
        page.getElement().setAttribute("tabindex", "-1");
        addToNavbar(skipLink(), toggle, header);
        Scroller scroller = new Scroller(menu, Scroller.ScrollDirection.VERTICAL);
        scroller.addClassName("menu");
        addToDrawer(brand(), scroller, width.switchOf(this), foot);
        setContent(page);
    }

    /** Keeps the page's landmark, and puts the view into it. */
    @Override
    public void showRouterLayoutContent(HasElement view) {
        page.removeAll();
        page.getElement().appendChild(view.getElement());
    }

    /** Also within one page, as from its list to what is opened there: the menu would stand open over it. */
    @Override
    public void afterNavigation(AfterNavigationEvent event) {
        getElement().executeJs(CLOSE_OVERLAY);
    }

    @Override
    public void removeRouterLayoutContent(HasElement view) {
        view.getElement().removeFromParent();
    }

    private NativeButton skipLink() {
        NativeButton skip = new NativeButton(getTranslation("shell.skip"),
                click -> page.getElement().callJsFunction("focus"));
        skip.addClassName("skip-link");
        return skip;
    }

    private Div brand() {
        Div mark = new Div();
        mark.addClassName("product-mark");
        Span name = new Span(getTranslation("common.product"));
        name.addClassName("product-name");
        Div brand = new Div(mark, name);
        brand.getElement().setAttribute("role", "region");
        brand.getElement().setAttribute("aria-label", getTranslation("common.product"));
        brand.addClassName("brand");
        return brand;
    }
}
