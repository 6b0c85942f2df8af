package com.texchange.batches.ui;

import com.texchange.batches.Batch;
import com.texchange.batches.BatchRow;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.badge.Badge;
import com.vaadin.flow.component.badge.BadgeVariant;

/** Batches and their rows in words. */
final class BatchWords {

    private BatchWords() {
    }

    static String kind(Batch batch) {
        return text("batches.kind." + batch.kind());
    }

    static Badge state(Batch batch) {
        Badge badge = new Badge(text("batches.state." + batch.state()));
        if (batch.state() == Batch.State.FINISHED) {
            badge.addThemeVariants(BadgeVariant.SUCCESS);
        } else if (batch.state() == Batch.State.STOPPED) {
            badge.addThemeVariants(BadgeVariant.WARNING);
        }
        return badge;
    }

    static String counts(Batch batch) {
        return text("batches.progress", batch.done(), batch.refused(), batch.waiting(), batch.total());
    }

    /** What became of a row, with the reason if it was refused. */
    static String result(Batch batch, BatchRow row, BatchLayout layout) {
        return switch (row.state()) {
            case WAITING -> text("batches.row.WAITING");
            case DONE -> text("batches.row.DONE." + batch.kind(), layout.toldOf(row));
            case REFUSED -> row.refusal() == null ? ""
                    : text(row.refusal().key(), row.refusal().arguments().toArray());
        };
    }

    private static String text(String key, Object... arguments) {
        return UI.getCurrent().getTranslation(key, arguments);
    }
}
