package com.texchange.shell;

import com.texchange.common.Actor;
import com.texchange.common.ChangeFeed;
import com.texchange.common.CurrentActor;
import com.texchange.common.Routes;
import com.texchange.common.ui.HomePart;
import com.texchange.common.ui.PageHeader;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.util.Comparator;
import java.util.List;

/** What the person's roles have to do and to know, from the parts that the modules contribute. */
@Route(Routes.HOME)
@PermitAll
@Menu(title = "shell.home", order = 0, icon = "vaadin:home-o")
class HomeView extends Composite<Div> implements HasDynamicTitle {

    HomeView(CurrentActor currentActor, List<HomePart> parts, ChangeFeed feed) {
        Actor actor = currentActor.get();
        Div cards = new Div();
        cards.addClassName("home-parts");
        parts.stream().filter(part -> part.isFor(actor)).sorted(Comparator.comparingInt(HomePart::order))
                .map(part -> part.create(actor, feed)).forEach(cards::add);
        getContent().addClassName("page");
        getContent().add(new PageHeader(getTranslation("shell.home.welcome", actor.name())), cards);
    }

    @Override
    public String getPageTitle() {
        return getTranslation("shell.home");
    }
}
