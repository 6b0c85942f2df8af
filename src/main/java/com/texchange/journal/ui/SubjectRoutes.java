package com.texchange.journal.ui;

import com.texchange.common.Routes;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The pages of what entries and differences are about; whether the person may see one, the page decides. */
final class SubjectRoutes {

    private SubjectRoutes() {
    }

    /** @param type as the database keeps it; a later version may have others */
    static Optional<String> of(@Nullable String type, @Nullable String id) {
        if (type == null || id == null || id.isEmpty()) {
            return Optional.empty();
        }
        return Optional.ofNullable(switch (type) {
            case "ONBOARDING" -> Routes.of(Routes.STORY, id);
            case "ORDER" -> Routes.of(Routes.LICENSE_ORDERS, id);
            case "LICENSE" -> Routes.of(Routes.LICENSE, id);
            case "BATCH" -> Routes.of(Routes.BATCHES, id);
            case "TASK" -> Routes.of(Routes.TASKS, id);
            case "LOAD" -> Routes.of(Routes.LOAD_LICENSES, id);
            case "RECONCILIATION" -> Routes.of(Routes.RECONCILIATION, id);
            default -> null;
        });
    }
}
