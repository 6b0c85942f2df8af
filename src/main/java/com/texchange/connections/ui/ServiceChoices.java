package com.texchange.connections.ui;

import com.texchange.common.Actor;
import com.texchange.common.CompanyId;
import com.texchange.common.LicenseId;
import com.texchange.common.Selection;
import com.texchange.connections.ChosenLicenses;
import com.texchange.connections.LicenseFilter;
import com.texchange.connections.LicenseRow;
import com.texchange.connections.ServiceCounts;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Sort;

/**
 * Which licenses a person has chosen under which supplier. A search does not change that, it only shows less of it. However many
 * they are, no more than {@link #MOST_IDS} ids are held.
 */
final class ServiceChoices {

    /** So many rows can be put to others that are chosen, or taken from them. */
    static final int MOST_IDS = 10_000;

    /** Of a supplier's licenses that are shown: all chosen, none of the supplier's at all, or something between. */
    enum State {
        NONE, SOME, ALL
    }

    /** @param shown how many of the chosen ones the list shows */
    private record Choice(Selection<LicenseId, LicenseFilter> licenses, ServiceCounts counts, int shown) {
    }

    private final ChosenLicenses licenses;
    private final Actor actor;
    private final Map<CompanyId, Choice> choices = new LinkedHashMap<>();
    private LicenseFilter filter = LicenseFilter.NONE;
    private ToIntFunction<CompanyId> listed = supplier -> 0;

    ServiceChoices(ChosenLicenses licenses, Actor actor) {
        this.licenses = licenses;
        this.actor = actor;
    }

    /**
     * What the list shows from now on. Where it is read anew with the filter it had, what has become of the chosen licenses is asked
     * anew too; another filter alone changes nothing of that.
     *
     * @param count how many licenses under a supplier
     * @return how many of those that were chosen one by one are not the company's any more; they are chosen no longer
     */
    int show(LicenseFilter shown, ToIntFunction<CompanyId> count) {
        boolean readAnew = shown.equals(filter);
        filter = shown;
        listed = count;
        if (readAnew) {
            return List.copyOf(choices.entrySet()).stream().mapToInt(entry -> chooseAgain(entry.getKey(), entry.getValue().licenses())).sum();
        }
        choices.replaceAll((supplier, choice) ->
                new Choice(choice.licenses(), choice.counts(), shown(supplier, choice.licenses(), choice.counts())));
        return 0;
    }

    /** Chooses this, and nothing else. @return as {@link #show} */
    int restore(Map<CompanyId, Selection<LicenseId, LicenseFilter>> selections) {
        clear();
        return selections.entrySet().stream().mapToInt(entry -> chooseAgain(entry.getKey(), entry.getValue())).sum();
    }

    private int chooseAgain(CompanyId supplier, Selection<LicenseId, LicenseFilter> before) {
        choose(supplier, before);
        if (!(before instanceof Selection.Chosen<LicenseId, LicenseFilter> some) || some.ids().size() <= selected(supplier)) {
            return 0;
        }
        int gone = some.ids().size() - selected(supplier);
        chooseIds(supplier, ids(some, LicenseFilter.NONE));
        return gone;
    }

    boolean has(LicenseRow license) {
        Choice choice = choices.get(license.supplierId());
        return choice != null && switch (choice.licenses()) {
            case Selection.Chosen<LicenseId, LicenseFilter> some -> some.ids().contains(license.licenseId());
            case Selection.Matching<LicenseId, LicenseFilter> all ->
                    !all.except().contains(license.licenseId()) && license.matches(all.filter());
        };
    }

    State state(CompanyId supplier) {
        Choice choice = choices.get(supplier);
        int all = listed.applyAsInt(supplier);
        return choice == null ? State.NONE : choice.shown() < all || all == 0 ? State.SOME : State.ALL;
    }

    /** @return false if it can't be put to what is chosen, since they are too many together; then nothing changes */
    boolean set(LicenseRow license, boolean chosen) {
        Set<LicenseId> one = Set.of(license.licenseId());
        return chosen == has(license) || (chosen ? add(license.supplierId(), one, isCovered(license))
                : remove(license.supplierId(), one));
    }

    /** All that is shown under a supplier. @return as {@link #set} */
    boolean setShown(CompanyId supplier, boolean chosen) {
        Choice choice = choices.get(supplier);
        if (choice == null || choice.counts().selected() == choice.shown()) {
            choose(supplier, chosen ? new Selection.Matching<>(filter.under(supplier), Set.of()) : null);
            return true;
        }
        if (!chosen) {
            return choice.shown() <= MOST_IDS && remove(supplier, ids(choice.licenses(), filter.under(supplier)));
        }
        if (choice.licenses() instanceof Selection.Matching<LicenseId, LicenseFilter> all && all.filter().isAll()) {
            return add(supplier, ids(new Selection.Chosen<>(all.except()), filter.under(supplier)), true);
        }
        return listed.applyAsInt(supplier) <= MOST_IDS
                && add(supplier, ids(new Selection.Matching<>(filter.under(supplier), Set.of()), LicenseFilter.NONE), false);
    }

    /** Rows from one to another in the list's order; the other alone if the one is not shown any more. @return as {@link #set} */
    boolean addRange(LicenseRow from, LicenseRow to, Sort sort) {
        Set<LicenseId> range = licenses.range(filter.under(to.supplierId()), sort, from.licenseId(), to.licenseId(), MOST_IDS + 1, actor);
        return range.isEmpty() ? set(to, true) : range.size() <= MOST_IDS && add(to.supplierId(), range, false);
    }

    /** @param covered whether all of them would be chosen, were they not excepted */
    private boolean add(CompanyId supplier, Set<LicenseId> rows, boolean covered) {
        Choice choice = choices.get(supplier);
        if (choice != null && choice.licenses() instanceof Selection.Matching<LicenseId, LicenseFilter> all
                && (covered || all.filter().isAll())) {
            choose(supplier, new Selection.Matching<>(all.filter(), without(all.except(), rows)));
        } else if (choice == null) {
            chooseIds(supplier, rows);
        } else if (choice.counts().selected() + rows.size() <= MOST_IDS) {
            chooseIds(supplier, with(ids(choice.licenses(), LicenseFilter.NONE), rows));
        } else {
            return false;
        }
        return true;
    }

    private boolean remove(CompanyId supplier, Set<LicenseId> rows) {
        switch (selection(supplier)) {
            case null -> choose(supplier, null);
            case Selection.Chosen<LicenseId, LicenseFilter> some -> chooseIds(supplier, without(some.ids(), rows));
            case Selection.Matching<LicenseId, LicenseFilter> all when all.except().size() + rows.size() > MOST_IDS -> {
                return false;
            }
            case Selection.Matching<LicenseId, LicenseFilter> all ->
                    choose(supplier, new Selection.Matching<>(all.filter(), with(all.except(), rows)));
        }
        return true;
    }

    private boolean isCovered(LicenseRow license) {
        return selection(license.supplierId()) instanceof Selection.Matching<LicenseId, LicenseFilter> all
                && license.matches(all.filter());
    }

    void clear() {
        choices.clear();
    }

    /** Of all suppliers together. */
    ServiceCounts counts() {
        return choices.values().stream().map(Choice::counts).reduce(ServiceCounts.NONE, ServiceCounts::plus);
    }

    /** How many chosen licenses the list does not show. */
    int hidden() {
        return choices.values().stream().mapToInt(choice -> choice.counts().selected() - choice.shown()).sum();
    }

    /** Under which something is chosen. */
    Set<CompanyId> suppliers() {
        return Set.copyOf(choices.keySet());
    }

    /** What is chosen under each supplier. */
    Map<CompanyId, Selection<LicenseId, LicenseFilter>> bySupplier() {
        return choices.entrySet().stream().collect(Collectors.toMap(Map.Entry::getKey, entry -> entry.getValue().licenses()));
    }

    /**
     * All that is chosen, each license once, whichever the supplier under which it was chosen.
     *
     * @return null for nothing, and if several suppliers' licenses are too many to be put together
     */
    @Nullable Selection<LicenseId, LicenseFilter> together() {
        List<Selection<LicenseId, LicenseFilter>> all = choices.values().stream().map(Choice::licenses).distinct().toList();
        if (all.size() < 2) {
            return all.isEmpty() ? null : all.getFirst();
        }
        if (counts().selected() > MOST_IDS) {
            return null;
        }
        return new Selection.Chosen<>(all.stream().map(some -> ids(some, LicenseFilter.NONE)).flatMap(Collection::stream)
                .collect(Collectors.toSet()));
    }

    private int selected(CompanyId supplier) {
        Choice choice = choices.get(supplier);
        return choice == null ? 0 : choice.counts().selected();
    }

    private @Nullable Selection<LicenseId, LicenseFilter> selection(CompanyId supplier) {
        Choice choice = choices.get(supplier);
        return choice == null ? null : choice.licenses();
    }

    private void chooseIds(CompanyId supplier, Set<LicenseId> ids) {
        choose(supplier, ids.isEmpty() ? null : new Selection.Chosen<>(ids));
    }

    private void choose(CompanyId supplier, @Nullable Selection<LicenseId, LicenseFilter> selection) {
        ServiceCounts counts = selection == null ? ServiceCounts.NONE : licenses.counts(supplier, selection, actor);
        if (selection == null || counts.selected() == 0) {
            choices.remove(supplier);
        } else {
            choices.put(supplier, new Choice(selection, counts, shown(supplier, selection, counts)));
        }
    }

    /** How many of the selected licenses the list shows; of all that there are it shows as many as it has. */
    private int shown(CompanyId supplier, Selection<LicenseId, LicenseFilter> selection, ServiceCounts counts) {
        LicenseFilter shown = filter.under(supplier);
        if (shown.isAll()) {
            return counts.selected();
        }
        if (selection instanceof Selection.Matching<LicenseId, LicenseFilter>(var chosen, var except)) {
            if (chosen.equals(shown)) {
                return counts.selected();
            }
            if (chosen.isAll()) {
                return listed.applyAsInt(supplier)
                        - (except.isEmpty() ? 0 : licenses.count(new Selection.Chosen<>(except), shown, actor));
            }
        }
        return licenses.count(selection, shown, actor);
    }

    private Set<LicenseId> ids(Selection<LicenseId, LicenseFilter> selection, LicenseFilter shown) {
        return licenses.ids(selection, shown, MOST_IDS, actor);
    }

    private static Set<LicenseId> with(Set<LicenseId> ids, Set<LicenseId> others) {
        return Stream.of(ids, others).flatMap(Set::stream).collect(Collectors.toSet());
    }

    private static Set<LicenseId> without(Set<LicenseId> ids, Set<LicenseId> others) {
        return ids.stream().filter(id -> !others.contains(id)).collect(Collectors.toSet());
    }
}
