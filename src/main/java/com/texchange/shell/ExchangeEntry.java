package com.texchange.shell;

import com.texchange.common.Actor;
import com.texchange.common.CurrentActor;
import com.texchange.common.Role;
import com.texchange.common.Routes;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;

/** «Т-Обмен» itself has no page: it leads to the first of those below it in the menu. */
@Route(Routes.EXCHANGE_ENTRY)
@RolesAllowed({"SUPPLIER", "DISTRIBUTOR"})
class ExchangeEntry extends Composite<Div> implements BeforeEnterObserver {

    private final transient Actor actor;

    ExchangeEntry(CurrentActor currentActor) {
        this.actor = currentActor.get();
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        event.forwardTo(actor.has(Role.SUPPLIER) ? Routes.DISTRIBUTORS : Routes.SUPPLIERS);
    }
}
