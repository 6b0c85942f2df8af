package com.texchange.shell;

import com.texchange.common.Actor;
import com.texchange.common.Change;
import com.texchange.common.ChangeFeed;
import com.texchange.common.CurrentActor;
import com.texchange.common.ui.LiveUpdates;
import com.texchange.tasks.Tasks;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.badge.Badge;
import com.vaadin.flow.component.badge.BadgeVariant;
import com.vaadin.flow.component.icon.Icon;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.sidenav.SideNav;
import com.vaadin.flow.component.sidenav.SideNavItem;
import com.vaadin.flow.server.menu.MenuConfiguration;
import com.vaadin.flow.server.menu.MenuEntry;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Scope;
import org.springframework.stereotype.Component;

/** The menu entries that the views declare and the person's roles admit; the count of open tasks keeps itself up to date. */
@Component
@Scope("prototype")
class NavigationMenu extends Composite<SideNav> {

    /** Entries with this beginning are nested under one item. */
    private static final String EXCHANGE = "exchange/";
    private static final String TASKS = "tasks";
    private final transient Tasks tasks;
    private final transient Actor actor;
    private final Badge openTasks = new Badge();
    private @Nullable SideNavItem exchange;

    NavigationMenu(CurrentActor currentActor, Tasks tasks, ChangeFeed feed) {
        this.tasks = tasks;
        this.actor = currentActor.get();
        getContent().getElement().setAttribute("aria-label", getTranslation("shell.menu"));
        MenuConfiguration.getMenuEntries().forEach(this::add);
        openTasks.addThemeVariants(BadgeVariant.FILLED, BadgeVariant.NUMBER_ONLY);
        openTasks.addClassName("open-tasks");
        count();
        LiveUpdates.follow(this, feed, this::concernsMyTasks, this::count);
    }

    private void add(MenuEntry entry) {
        SideNavItem item = new SideNavItem(getTranslation(entry.title()), entry.path());
        if (entry.icon() != null) {
            item.setPrefixComponent(new Icon(entry.icon()));
        }
        String path = entry.path().startsWith("/") ? entry.path().substring(1) : entry.path();
        if (path.startsWith(EXCHANGE)) {
            exchange().addItem(item);
        } else {
            getContent().addItem(item);
        }
        item.setMatchNested(!path.isEmpty());
        if (path.equals(TASKS)) {
            item.setSuffixComponent(openTasks);
        }
    }

    private SideNavItem exchange() {
        SideNavItem group = exchange;
        if (group == null) {
            group = new SideNavItem(getTranslation("shell.exchange"));
            group.setPrefixComponent(VaadinIcon.EXCHANGE.create());
            group.setExpanded(true);
            getContent().addItem(group);
            exchange = group;
        }
        return group;
    }

    private boolean concernsMyTasks(Change change) {
        return change.topic() == Change.Topic.TASKS && actor.groups().contains(change.id());
    }

    private void count() {
        int open = tasks.openCount(actor);
        openTasks.setNumber(open);
        openTasks.setText(getTranslation("shell.openTasks", open));
        openTasks.setVisible(open > 0);
    }
}
