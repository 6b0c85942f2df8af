package com.texchange.licenses;

import com.texchange.licenses.SheetRow.Verdict;
import com.texchange.tables.RowFault;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How many rows of a load have which verdict, and why those that cannot be read cannot. */
public record LoadTally(Map<Verdict, Integer> verdicts, Map<RowFault, Integer> faults) {

    /** Rows of one verdict and fault. */
    record Entry(Verdict verdict, @Nullable RowFault fault, int rowCount) {
    }

    static LoadTally of(List<Entry> entries) {
        Map<Verdict, Integer> verdicts = new EnumMap<>(Verdict.class);
        Map<RowFault, Integer> faults = new HashMap<>();
        entries.forEach(entry -> {
            verdicts.merge(entry.verdict(), entry.rowCount(), Integer::sum);
            if (entry.fault() != null) {
                faults.merge(entry.fault(), entry.rowCount(), Integer::sum);
            }
        });
        return new LoadTally(verdicts, faults);
    }

    public int all() {
        return verdicts.values().stream().mapToInt(Integer::intValue).sum();
    }

    public int of(Verdict verdict) {
        return verdicts.getOrDefault(verdict, 0);
    }

    /** Rows that are loaded, or will be. */
    public int valid() {
        return of(Verdict.VALID);
    }
}
