package com.texchange.batches.ui;

import com.texchange.batches.BatchAction;
import com.texchange.batches.BatchKind;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.stereotype.Component;

/** The layouts that the modules bring: one for each kind that there is an action for. */
@Component
public class BatchLayouts {

    private final Map<BatchKind, BatchLayout> byKind = new HashMap<>();

    BatchLayouts(List<BatchLayout> layouts, List<BatchAction> actions) {
        layouts.forEach(layout -> layout.kinds().forEach(kind -> byKind.put(kind, layout)));
        actions.stream().map(BatchAction::kind).filter(kind -> !byKind.containsKey(kind)).forEach(kind -> {
            throw new IllegalStateException("batches of kind " + kind + " could not be shown: there is no layout");
        });
    }

    /** @param kind of a batch that there is an action for, as those are that a person may see */
    BatchLayout of(BatchKind kind) {
        return Objects.requireNonNull(byKind.get(kind));
    }
}
