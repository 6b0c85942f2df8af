package com.texchange.licenselists.ui;

import com.texchange.common.LicenseId;
import com.texchange.common.Selection;
import com.texchange.connections.LicenseFilter;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Sort;

/**
 * Which licenses of a list are selected: some, or all that it showed when they were selected, but some. A search does not change
 * that, it only shows less of it. However many they are, no more than {@link #MOST_IDS} ids are held.
 */
final class ListChoice {

    /** So many can be chosen one by one, or be left out of all. */
    static final int MOST_IDS = 10_000;
    /** Rows on the page and around it, many times over. */
    private static final int MOST_READ = 2_000;
    private final Source source;
    /** Those that are selected or, of all, those that are not. */
    private final Set<LicenseId> ids = new HashSet<>();
    /** Of the rows read last those that all are of, where another filter shows them. */
    private final LinkedHashSet<LicenseId> covered = new LinkedHashSet<>();
    /** What showed all that are selected; null where these were chosen one by one. */
    private @Nullable LicenseFilter all;
    private LicenseFilter shown = LicenseFilter.NONE;

    /** The licenses that can be selected. */
    interface Source {

        /** What stands between two rows, both among them; more than {@link #MOST_IDS} for too many. */
        Set<LicenseId> between(LicenseFilter shown, Sort sort, LicenseId from, LicenseId to);

        /** Those of a selection that a filter shows, at most so many. */
        Set<LicenseId> ids(Selection<LicenseId, LicenseFilter> selection, LicenseFilter shown, int limit);

        /** How many of a selection a filter shows. */
        int count(Selection<LicenseId, LicenseFilter> selection, LicenseFilter shown);
    }

    ListChoice(Source source) {
        this.source = source;
    }

    /** Null where nothing is selected. */
    @Nullable Selection<LicenseId, LicenseFilter> selection() {
        return all != null ? new Selection.Matching<>(all, ids) : ids.isEmpty() ? null : new Selection.Chosen<>(ids);
    }

    boolean isSelected(LicenseId license) {
        return all == null ? ids.contains(license)
                : !ids.contains(license) && (isShown(all) || covered.contains(license));
    }

    /** Whether the list shows all of it. */
    private boolean isShown(LicenseFilter filter) {
        return filter.isAll() || filter.equals(shown);
    }

    /** What the list shows from now on. */
    void show(LicenseFilter filter) {
        shown = filter;
        covered.clear();
    }

    /** Hears of rows before it is asked whether they are selected. */
    void read(Set<LicenseId> rows) {
        if (all != null && !isShown(all) && !rows.isEmpty()) {
            covered.removeAll(rows);
            covered.addAll(source.ids(new Selection.Chosen<>(rows), all, rows.size()));
            while (covered.size() > MOST_READ) {
                covered.removeFirst();
            }
        }
    }

    /** How many of so many selected licenses the list does not show. */
    int hidden(int selected) {
        Selection<LicenseId, LicenseFilter> selection = selection();
        return selection == null || shown.isAll() || shown.equals(all) ? 0 : Math.max(0, selected - source.count(selection, shown));
    }

    /** Nothing else is selected. */
    void clear() {
        choose(null, Set.of());
    }

    /** Selects this, and nothing else. */
    void restore(Selection<LicenseId, LicenseFilter> selection) {
        switch (selection) {
            case Selection.Chosen<LicenseId, LicenseFilter> some -> choose(null, some.ids());
            case Selection.Matching<LicenseId, LicenseFilter> matching -> choose(matching.filter(), matching.except());
        }
    }

    private void choose(@Nullable LicenseFilter filter, Collection<LicenseId> these) {
        all = filter;
        covered.clear();
        ids.clear();
        ids.addAll(these);
    }

    /** Selects all that is shown, too. @return false if it can't be put to what is selected, since they are too many together */
    boolean addShown() {
        Selection<LicenseId, LicenseFilter> before = selection();
        if (before == null || shown.isAll() || shown.equals(all)) {
            choose(shown, Set.of());
            return true;
        }
        if (all != null && all.isAll()) {
            ids.removeAll(source.ids(new Selection.Chosen<>(ids), shown, MOST_IDS));
            return true;
        }
        if (hidden(source.count(before, LicenseFilter.NONE)) == 0) {
            choose(shown, Set.of());
            return true;
        }
        return add(source.ids(new Selection.Matching<>(shown, Set.of()), LicenseFilter.NONE, MOST_IDS + 1));
    }

    /** @return as {@link #addShown} */
    boolean add(Set<LicenseId> rows) {
        if (rows.size() > MOST_IDS) {
            return false;
        }
        if (all == null) {
            return put(rows);
        }
        if (isShown(all) || source.ids(new Selection.Chosen<>(rows), all, rows.size()).containsAll(rows)) {
            ids.removeAll(rows);
            return true;
        }
        Set<LicenseId> together = new HashSet<>(source.ids(new Selection.Matching<>(all, ids), LicenseFilter.NONE, MOST_IDS + 1));
        together.addAll(rows);
        if (together.size() > MOST_IDS) {
            return false;
        }
        choose(null, together);
        return true;
    }

    /** @return false if too many would have to be left out of all */
    boolean remove(Set<LicenseId> rows) {
        if (all == null) {
            ids.removeAll(rows);
            return true;
        }
        return put(rows);
    }

    private boolean put(Set<LicenseId> rows) {
        if (ids.size() + rows.stream().filter(row -> !ids.contains(row)).count() > MOST_IDS) {
            return false;
        }
        ids.addAll(rows);
        return true;
    }
}
