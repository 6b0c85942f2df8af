package com.texchange.invitelists.ui;

import com.texchange.batches.Batch;
import com.texchange.batches.BatchId;
import com.texchange.batches.Batches;
import com.texchange.common.Actor;
import com.texchange.common.Change;
import com.texchange.common.ChangeFeed;
import com.texchange.common.CurrentActor;
import com.texchange.common.Routes;
import com.texchange.common.ui.DateTimes;
import com.texchange.common.ui.LiveUpdates;
import com.texchange.common.ui.Notices;
import com.texchange.common.ui.PageHeader;
import com.texchange.invitelists.FailedRows;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.orderedlayout.VerticalLayout;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One batch: how far it is, what became of each row, and the buttons to undo, stop and resume it. */
@Route(Routes.INVITE_LIST + "/:" + BatchView.ID)
@RolesAllowed("SUPPLIER")
class BatchView extends VerticalLayout implements BeforeEnterObserver, HasDynamicTitle {

    static final String ID = "batch";
    private final transient Batches batches;
    private final transient FailedRows failedRows;
    private final transient Actor actor;
    private @Nullable Batch batch;
    private @Nullable BatchProgress progress;
    private @Nullable BatchRowGrid rows;

    BatchView(Batches batches, FailedRows failedRows, ChangeFeed feed, CurrentActor currentActor) {
        this.batches = batches;
        this.failedRows = failedRows;
        this.actor = currentActor.get();
        LiveUpdates.follow(this, feed, change -> change.concerns(Change.Topic.BATCHES,
                actor.companyId()), this::refresh);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        Batch found = event.getRouteParameters().get(ID).flatMap(BatchView::parse)
                .flatMap(id -> batches.find(id, actor)).orElseThrow(NotFoundException::new);
        removeAll();
        progress = new BatchProgress(batches, failedRows, actor, this::undone);
        rows = new BatchRowGrid(batches, found.id(), actor);
        Anchor back = new Anchor(Routes.INVITE_LIST, getTranslation("invitelists.toList"));
        back.addClassName("story-back");
        add(back, new PageHeader(BatchWords.kind(found)),
                new Paragraph(getTranslation("invitelists.startedBy", found.startedBy(),
                        DateTimes.dateTime(found.createdAt()))));
        if (found.reason() != null) {
            add(new Paragraph(getTranslation("invitelists.reason", found.reason())));
        }
        add(progress, rows);
        show(found);
    }

    private static Optional<BatchId> parse(String id) {
        try {
            return Optional.of(BatchId.of(id));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private void refresh() {
        if (batch != null) {
            batches.find(batch.id(), actor).ifPresentOrElse(this::show, this::undone);
        }
    }

    private void show(Batch current) {
        batch = current;
        if (progress != null && rows != null) {
            progress.show(current);
            rows.show(current);
        }
    }

    /** Here, by a colleague, or in another window. */
    private void undone() {
        if (batch != null) {
            batch = null;
            Notices.success(getTranslation("invitelists.undone"));
            getUI().ifPresent(ui -> ui.navigate(ImportView.class));
        }
    }

    @Override
    public String getPageTitle() {
        return batch == null ? getTranslation("invitelists.title") : BatchWords.kind(batch);
    }
}
