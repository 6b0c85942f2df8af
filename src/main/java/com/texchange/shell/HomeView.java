package com.texchange.shell;

import com.texchange.common.Actor;
import com.texchange.common.Change;
import com.texchange.common.ChangeFeed;
import com.texchange.common.CurrentActor;
import com.texchange.common.Role;
import com.texchange.common.ui.LiveUpdates;
import com.texchange.common.ui.PageHeader;
import com.texchange.tasks.Tasks;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;

/** Says in one sentence what is asked of the person now, and leads there. */
@Route("")
@PermitAll
@Menu(title = "shell.home", order = 0, icon = "vaadin:home-o")
class HomeView extends Composite<Div> implements HasDynamicTitle {

    private final transient Tasks tasks;
    private final transient Actor actor;

    HomeView(CurrentActor currentActor, Tasks tasks, ChangeFeed feed) {
        this.tasks = tasks;
        this.actor = currentActor.get();
        getContent().addClassName("page");
        show();
        LiveUpdates.follow(this, feed, this::concernsMyTasks, this::show);
    }

    @Override
    public String getPageTitle() {
        return getTranslation("shell.home");
    }

    private boolean concernsMyTasks(Change change) {
        return change.topic() == Change.Topic.TASKS && actor.groups().contains(change.id());
    }

    private void show() {
        int open = tasks.openCount(actor);
        getContent().removeAll();
        getContent().add(new PageHeader(getTranslation("shell.home.welcome", actor.name())));
        if (open > 0) {
            getContent().add(card(getTranslation("shell.home.tasks", open), "shell.home.toTasks", "tasks"));
        } else if (actor.has(Role.SUPPLIER)) {
            getContent().add(card(getTranslation("shell.home.supplier"), "shell.home.toDistributors",
                    "exchange/distributors"));
        } else if (actor.has(Role.DISTRIBUTOR)) {
            getContent().add(card(getTranslation("shell.home.distributor"), "shell.home.toServices", "services"));
        } else if (actor.has(Role.SALES)) {
            getContent().add(card(getTranslation("shell.home.sales"), "shell.home.toLoading", "licenses/load"));
        } else {
            getContent().add(card(getTranslation("shell.home.manager"), "shell.home.toOnboardings", "onboardings"));
        }
    }

    private Div card(String sentence, String buttonKey, String path) {
        Button button = new Button(getTranslation(buttonKey), click -> UI.getCurrent().navigate(path));
        button.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        Div card = new Div(new Paragraph(sentence), button);
        card.addClassNames("card", "home-card");
        return card;
    }
}
