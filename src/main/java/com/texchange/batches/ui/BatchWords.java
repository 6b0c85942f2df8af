package com.texchange.batches.ui;

import com.texchange.batches.Batch;
import com.texchange.batches.BatchRow;
import com.texchange.common.ui.Tone;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Span;

/** Batches and their rows in words. */
final class BatchWords {

    private BatchWords() {
    }

    static String kind(Batch batch) {
        return text("batches.kind." + batch.kind());
    }

    static Span state(Batch batch) {
        if (batch.state() == Batch.State.FINISHED && batch.refused() > 0) {
            return Tone.CONTRAST.badge(text("batches.state.IN_PART"));
        }
        Tone tone = switch (batch.state()) {
            case FINISHED -> Tone.SUCCESS;
            case STOPPED -> Tone.WARNING;
            default -> Tone.UNDER_WAY;
        };
        return tone.badge(text("batches.state." + batch.state()));
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
