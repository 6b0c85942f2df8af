package com.texchange.batches.ui;

import com.texchange.batches.Batch;
import com.texchange.batches.BatchKind;
import com.texchange.batches.Batches;
import com.texchange.common.Actor;
import com.texchange.common.Change;
import com.texchange.common.ChangeFeed;
import com.texchange.common.Routes;
import com.texchange.common.ui.DateTimes;
import com.texchange.common.ui.LiveUpdates;
import com.texchange.common.ui.NarrowScreen;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import java.util.Set;

/** What the people of a company have begun for many distributors, the latest first. */
public final class BatchGrid extends Composite<Div> {

    /** A list this short has the height of its rows. */
    private static final int FEW = 8;
    private final transient Batches batches;
    private final transient Actor actor;
    private final Grid<Batch> grid = new Grid<>();
    private final Set<BatchKind> kinds;
    private final Paragraph none;

    /** @param empty what is said while there are none, translated */
    public BatchGrid(Batches batches, Set<BatchKind> kinds, String empty, ChangeFeed feed, Actor actor) {
        this.batches = batches;
        this.kinds = kinds;
        this.none = new Paragraph(empty);
        this.actor = actor;
        grid.addComponentColumn(this::composed).setKey("composed").setVisible(false);
        grid.addComponentColumn(this::link).setKey("kind").setWidth("13rem").setFlexGrow(1);
        grid.addColumn(batch -> DateTimes.dateTime(batch.createdAt())).setKey("when").setWidth("14rem").setFlexGrow(0);
        grid.addColumn(Batch::startedBy).setKey("who").setWidth("10rem").setFlexGrow(1);
        grid.addComponentColumn(BatchWords::state).setKey("state").setWidth("9rem").setFlexGrow(0);
        grid.addColumn(BatchWords::counts).setKey("counts").setWidth("16.5rem").setFlexGrow(2);
        grid.getColumns().forEach(column -> column.setHeader(getTranslation("batches.list." + column.getKey())));
        grid.setSelectionMode(Grid.SelectionMode.NONE);
        grid.setItems(query -> batches.page(kinds, query.getOffset(), query.getLimit(), actor).stream(),
                query -> batches.count(kinds, actor));
        grid.addClassName("batch-grid");
        grid.addThemeVariants(GridVariant.LUMO_WRAP_CELL_CONTENT);
        NarrowScreen.follow(grid, narrow -> grid.getColumns().forEach(column ->
                column.setVisible(narrow == column.getKey().equals("composed"))));
        getContent().setWidthFull();
        LiveUpdates.follow(this, feed, change -> change.concerns(Change.Topic.BATCHES,
                actor.companyId()), this::refresh);
        getContent().add(none, grid);
        refresh();
    }

    private void refresh() {
        int count = batches.count(kinds, actor);
        none.setVisible(count == 0);
        grid.setVisible(count > 0);
        grid.setAllRowsVisible(count <= FEW);
        grid.getDataProvider().refreshAll();
    }

    private Anchor link(Batch batch) {
        return new Anchor(Routes.of(Routes.BATCHES, batch.id()), BatchWords.kind(batch));
    }

    private Component composed(Batch batch) {
        Div cell = new Div(link(batch), new Span(DateTimes.dateTime(batch.createdAt()) + " · " + batch.startedBy()),
                BatchWords.state(batch), new Span(BatchWords.counts(batch)));
        cell.addClassName("composed-cell");
        return cell;
    }
}
