package com.texchange.shell;

import com.texchange.common.Actor;
import com.texchange.common.ChangeFeed;
import com.texchange.common.CurrentActor;
import com.texchange.common.Routes;
import com.texchange.common.ui.MenuCount;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.icon.Icon;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.sidenav.SideNav;
import com.vaadin.flow.component.sidenav.SideNavItem;
import com.vaadin.flow.server.menu.MenuConfiguration;
import com.vaadin.flow.server.menu.MenuEntry;
import java.util.List;
import org.springframework.context.annotation.Scope;
import org.springframework.stereotype.Component;

/** The menu entries that the views declare and the person's roles admit, with the numbers that modules count for them. */
@Component
@Scope("prototype")
class NavigationMenu extends Composite<SideNav> {

    private boolean exchange;

    NavigationMenu(CurrentActor currentActor, List<MenuCount> counts, ChangeFeed feed) {
        Actor actor = currentActor.get();
        getContent().getElement().setAttribute("aria-label", getTranslation("shell.menu"));
        List<MenuCount> own = counts.stream().filter(count -> actor.hasOneOf(count.roles())).toList();
        List<MenuEntry> entries = MenuConfiguration.getMenuEntries();
        for (MenuEntry entry : entries) {
            SideNavItem item = add(entry);
            // The pages below it are its own, unless one of them has an entry too.
            item.setMatchNested(!path(entry).isEmpty()
                    && entries.stream().noneMatch(other -> path(other).startsWith(path(entry) + "/")));
            own.stream().filter(count -> count.path().equals(path(entry))).findFirst()
                    .ifPresent(count -> item.setSuffixComponent(new MenuNumber(count, actor, feed)));
        }
    }

    private SideNavItem add(MenuEntry entry) {
        SideNavItem item = new SideNavItem(getTranslation(entry.title()), entry.path());
        item.getElement().setAttribute("title", item.getLabel());
        if (entry.icon() != null) {
            item.setPrefixComponent(new Icon(entry.icon()));
        }
        if (path(entry).startsWith(Routes.EXCHANGE)) {
            addExchangeHeading();
            item.addClassName("nested");
        }
        getContent().addItem(item);
        return item;
    }

    private static String path(MenuEntry entry) {
        return entry.path().startsWith("/") ? entry.path().substring(1) : entry.path();
    }

    /** Not to be folded: it has one entry or two, and the component's own switch has no name in the page's language. */
    private void addExchangeHeading() {
        if (!exchange) {
            exchange = true;
            SideNavItem heading = new SideNavItem(getTranslation("shell.exchange"), Routes.EXCHANGE_ENTRY);
            heading.setPrefixComponent(VaadinIcon.EXCHANGE.create());
            heading.getElement().setAttribute("title", heading.getLabel());
            getContent().addItem(heading);
        }
    }
}
