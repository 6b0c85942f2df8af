package com.texchange.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import com.texchange.benchmark.SeededLicenses.Cast;
import com.texchange.testing.Page;
import com.texchange.testing.SignedIn;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.internal.UIInternals;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.component.treegrid.TreeGrid;
import com.vaadin.flow.data.provider.hierarchy.HierarchicalQuery;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntSupplier;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * Lists of licenses and what is done with them, beside the best SQL for the same rows; first with a tenth of the data, so that it is
 * seen how each grows.
 */
@Benchmark
class LicenseBenchmarkIT extends Page {

    /** Far enough from each other that each scroll reads another page. */
    private static final int SCROLLS = 20;
    /** So many that what else happens to live, or to die, meanwhile counts for little. */
    private static final int HELD_PAGES = 25;

    @Autowired
    SeededLicenses licenses;
    @Autowired
    List<Measures> measures;
    @Autowired
    CountedStatements statements;
    @Autowired
    Report report;

    @Test
    void licenses() throws Exception {
        Sizes all = Sizes.asked();
        Sizes tenth = all.tenth();
        Cast cast = licenses.cast();
        List<String> differences = new ArrayList<>();

        licenses.grow(cast, 0, tenth.licenses(), all);
        differences.addAll(measure(cast, tenth, true));
        licenses.grow(cast, tenth.licenses(), all.licenses(), all);
        differences.addAll(measure(cast, all, false));

        report.write();
        System.out.println(report.table());
        assertThat(differences).as("what the application and its floor do not have alike").isEmpty();
    }

    private List<String> measure(Cast cast, Sizes sizes, boolean tenth) throws Exception {
        Race race = new Race(sizes.rounds(), line -> report.add(line, tenth));
        for (Measures some : measures) {
            some.measure(cast, sizes, race);
        }
        SignedIn.as(cast.person(), "ru");
        statements(sizes, race);
        return race.differences();
    }

    /** How often PostgreSQL is asked while a person scrolls and searches. The floor is the aim: nothing is counted twice. */
    private void statements(Sizes sizes, Race race) throws Exception {
        for (boolean selected : new boolean[] {false, true}) {
            open("services");
            if (selected) {
                selectAll(find(TreeGrid.class).single());
            }
            answer();
            String all = selected ? ", all selected" : "";
            count("services" + all, find(TreeGrid.class).single(), sizes, race);
        }
        open("devices");
        count("devices", find(Grid.class).single(), sizes, race);
        race.count(List.of("heap of an open grid of services, all selected ÷ none"), "KiB",
                () -> new double[] {heap(true)}, () -> new double[] {heap(false)});
    }

    /** What stays of each of some pages with all that they hold, in KiB. */
    private double heap(boolean selected) {
        List<Object> held = new ArrayList<>();
        open("services");
        long before = LiveHeap.bytes();
        for (int i = 0; i < HELD_PAGES; i++) {
            open("devices");
            open("services");
            if (selected) {
                selectAll(find(TreeGrid.class).single());
            }
            answer();
            held.add(find(TreeGrid.class).single());
        }
        double bytes = LiveHeap.bytes() - before;
        assertThat(held).hasSize(HELD_PAGES);
        return bytes / HELD_PAGES / 1024;
    }

    private void count(String page, Grid<?> grid, Sizes sizes, Race race) throws Exception {
        AtomicInteger scrolls = new AtomicInteger();
        IntSupplier nextRow = () -> 2 * ServiceListMeasures.PAGE * scrolls.incrementAndGet() % (sizes.distributor() - 2 * ServiceListMeasures.PAGE);
        race.count(List.of(page + ": statements of a scroll", page + ": counts of a scroll"), "statements",
                () -> counted(() -> scroll(grid, nextRow), SCROLLS), () -> new double[] {1, 0});
        race.count(List.of(page + ": statements of a search", page + ": counts of a search"), "statements",
                () -> counted(() -> search("Ёлкин"), 2), () -> new double[] {2, 1});
    }

    private double[] counted(Runnable steps, int number) {
        List<String> asked = statements.during(steps);
        return new double[] {(double) asked.size() / number, (double) CountedStatements.counts(asked) / number};
    }

    /** To rows that were not shown before: the grid keeps those that were. */
    private static void scroll(Grid<?> grid, IntSupplier nextRow) {
        for (int i = 0; i < SCROLLS; i++) {
            grid.getDataCommunicator().setViewportRange(nextRow.getAsInt(), ServiceListMeasures.PAGE);
            answer();
        }
    }

    /** And takes it back. */
    private void search(String word) {
        for (String text : List.of(word, "")) {
            find(TextField.class).single().setValue(text);
            answer();
        }
    }

    /** The rest of a request, as far as it is not the network's: what is told to the browser is kept no longer. */
    private static void answer() {
        roundTrip();
        UIInternals internals = UI.getCurrent().getInternals();
        internals.getStateTree().collectChanges(change -> { });
        internals.dumpPendingJavaScriptInvocations();
    }

    /** Under each supplier. */
    @SuppressWarnings({"unchecked", "rawtypes"})
    private static void selectAll(TreeGrid grid) {
        grid.getDataProvider().fetchChildren(new HierarchicalQuery<>(null, null))
                .forEach(group -> grid.getSelectionModel().select(group));
    }
}
