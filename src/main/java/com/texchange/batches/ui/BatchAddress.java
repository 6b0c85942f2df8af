package com.texchange.batches.ui;

import com.texchange.batches.Batch;
import com.texchange.batches.BatchId;
import com.texchange.batches.Batches;
import com.texchange.common.CurrentActor;
import com.texchange.common.Routes;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.util.Optional;

/** The address of any batch, for who does not know where its page is; leads there. */
@Route(Routes.BATCHES + "/:" + BatchView.ID)
@PermitAll
class BatchAddress extends Div implements BeforeEnterObserver {

    private final transient Batches batches;
    private final transient BatchLayouts layouts;
    private final transient CurrentActor actor;

    BatchAddress(Batches batches, BatchLayouts layouts, CurrentActor actor) {
        this.batches = batches;
        this.layouts = layouts;
        this.actor = actor;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        Batch found = event.getRouteParameters().get(BatchView.ID).flatMap(BatchAddress::parse)
                .flatMap(id -> batches.find(id, actor.get())).orElseThrow(NotFoundException::new);
        event.forwardTo(layouts.of(found.kind()).address(found.id()));
    }

    static Optional<BatchId> parse(String id) {
        try {
            return Optional.of(BatchId.of(id));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
