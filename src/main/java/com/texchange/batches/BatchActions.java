package com.texchange.batches;

import com.texchange.common.Actor;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** The actions that the modules bring. */
@Component
class BatchActions {

    private final Map<BatchKind, BatchAction> byKind;

    BatchActions(List<BatchAction> actions) {
        byKind = actions.stream().collect(Collectors.toMap(BatchAction::kind, Function.identity()));
    }

    /** @throws IllegalStateException if there is none, as for a batch that a newer application has begun */
    BatchAction get(BatchKind kind) {
        BatchAction action = byKind.get(kind);
        if (action == null) {
            throw new IllegalStateException("no action for batches of kind " + kind);
        }
        return action;
    }

    boolean may(Actor actor, BatchKind kind) {
        BatchAction action = byKind.get(kind);
        return action != null && actor.has(action.role());
    }

    /** Those of the kinds whose batches the person may see. */
    List<BatchKind> visible(Collection<BatchKind> kinds, Actor actor) {
        return kinds.stream().filter(kind -> may(actor, kind)).toList();
    }
}
