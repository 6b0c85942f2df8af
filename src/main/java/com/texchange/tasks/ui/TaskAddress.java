package com.texchange.tasks.ui;

import com.texchange.common.Routes;
import com.texchange.tasks.TaskFilter;
import com.texchange.tasks.TaskQuery;
import com.texchange.tasks.TaskSort;
import com.vaadin.flow.router.QueryParameters;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Writes and reads the page's address: {@code tasks/<key>?show=mine&kind=<element>&text=<words>&sort=created}. What is as
 * usual is left out.
 */
final class TaskAddress {

    private static final String SHOW = "show";
    private static final String KIND = "kind";
    private static final String TEXT = "text";
    private static final String SORT = "sort";

    private TaskAddress() {
    }

    static String path(@Nullable Long taskKey) {
        return taskKey == null ? Routes.TASKS : Routes.of(Routes.TASKS, taskKey);
    }

    static QueryParameters parameters(TaskQuery query) {
        Map<String, String> parameters = new LinkedHashMap<>();
        if (query.show() != TaskQuery.DEFAULT.show()) {
            parameters.put(SHOW, query.show().name().toLowerCase(Locale.ROOT));
        }
        if (query.element() != null) {
            parameters.put(KIND, query.element());
        }
        if (!query.text().isEmpty()) {
            parameters.put(TEXT, query.text());
        }
        if (query.sort() != TaskQuery.DEFAULT.sort()) {
            parameters.put(SORT, query.sort().name().toLowerCase(Locale.ROOT));
        }
        return QueryParameters.simple(parameters);
    }

    /** Of all tasks in the usual order, said though it is as usual. */
    static QueryParameters all() {
        return QueryParameters.of(SHOW, TaskFilter.ALL.name().toLowerCase(Locale.ROOT));
    }

    /**
     * Empty if the address says nothing; what it says wrongly is as usual.
     *
     * @param known whether there is such a kind of tasks
     */
    static Optional<TaskQuery> parse(QueryParameters parameters, Predicate<String> known) {
        Optional<String> show = parameters.getSingleParameter(SHOW);
        Optional<String> kind = parameters.getSingleParameter(KIND).filter(known);
        Optional<String> text = parameters.getSingleParameter(TEXT);
        Optional<String> sort = parameters.getSingleParameter(SORT);
        if (show.isEmpty() && kind.isEmpty() && text.isEmpty() && sort.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new TaskQuery(named(TaskFilter.values(), show, TaskQuery.DEFAULT.show()),
                kind.orElse(null), text.orElse(""), named(TaskSort.values(), sort, TaskQuery.DEFAULT.sort())));
    }

    private static <E extends Enum<E>> E named(E[] values, Optional<String> name, E otherwise) {
        return name.flatMap(wanted -> Arrays.stream(values)
                .filter(value -> value.name().equalsIgnoreCase(wanted)).findFirst()).orElse(otherwise);
    }
}
