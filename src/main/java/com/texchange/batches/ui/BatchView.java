package com.texchange.batches.ui;

import com.texchange.batches.Batch;
import com.texchange.batches.Batches;
import com.texchange.common.Actor;
import com.texchange.common.Change;
import com.texchange.common.ChangeFeed;
import com.texchange.common.CurrentActor;
import com.texchange.common.ui.BackLink;
import com.texchange.common.ui.DateTimes;
import com.texchange.common.ui.LiveUpdates;
import com.texchange.common.ui.Notices;
import com.texchange.common.ui.PageHeader;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.orderedlayout.VerticalLayout;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.NotFoundException;
import org.jspecify.annotations.Nullable;

/**
 * The page of one batch: how far it is, what became of each row, and the buttons to undo, stop and resume it. Each module that
 * begins batches has one below the address that its {@link BatchLayout} says, with {@code /:}{@value #ID}.
 */
public abstract class BatchView extends VerticalLayout implements BeforeEnterObserver, HasDynamicTitle {

    public static final String ID = "batch";
    private final transient Batches batches;
    private final transient BatchLayouts layouts;
    private final transient RefusedRows refusedRows;
    private final transient ChangeFeed feed;
    private final transient Actor actor;
    private @Nullable Batch batch;
    private @Nullable BatchProgress progress;
    private @Nullable BatchRowGrid rows;

    protected BatchView(Batches batches, BatchLayouts layouts, RefusedRows refusedRows, ChangeFeed feed,
            CurrentActor currentActor) {
        this.batches = batches;
        this.layouts = layouts;
        this.refusedRows = refusedRows;
        this.actor = currentActor.get();
        this.feed = feed;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        removeAll();
        progress = new BatchProgress(batches, refusedRows, actor, this::undone);
        LiveUpdates.follow(progress, feed, change -> change.concerns(Change.Topic.BATCHES, actor.companyId()),
                this::refresh);
        Batch found = event.getRouteParameters().get(ID).flatMap(BatchAddress::parse)
                .flatMap(id -> batches.find(id, actor)).orElseThrow(NotFoundException::new);
        BatchLayout layout = layouts.of(found.kind());
        rows = new BatchRowGrid(batches, found.id(), layout, actor, event.getLocation().getQueryParameters());
        add(new BackLink(layout.home(), getTranslation(layout.homeTitle())), new PageHeader(BatchWords.kind(found)),
                new Paragraph(getTranslation("batches.startedBy", found.startedBy(),
                        DateTimes.dateTime(found.createdAt()))));
        found.parameters().forEach((name, value) ->
                add(new Paragraph(getTranslation("batches.parameter." + name, value))));
        add(progress, rows);
        show(found);
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
            String home = layouts.of(batch.kind()).home();
            batch = null;
            Notices.success(getTranslation("batches.undone"));
            getUI().ifPresent(ui -> ui.navigate(home));
        }
    }

    @Override
    public String getPageTitle() {
        return batch == null ? getTranslation("batches.title") : BatchWords.kind(batch);
    }
}
