package com.texchange.audit;

import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A check of a table that may be large: it is read in portions by its ids, so that no statement holds the others up for long. */
public abstract class PortionedCheck implements HistoryCheck {

    private static final UUID BEFORE_ALL = new UUID(0, 0);
    /** PostgreSQL has no {@code max} of uuids before 18; as texts they have the same order. */
    private static final String PORTION = "select max(id::text)::uuid as last, count(*) as rows from (%s) portion";

    protected final JdbcClient jdbc;
    private final String portion;
    private final int atOnce;

    /**
     * @param ids    selects the ids of a portion in their order, with the parameters {@code :after} and {@code :most}
     * @param atOnce rows of a portion
     */
    protected PortionedCheck(JdbcClient jdbc, String ids, int atOnce) {
        this.jdbc = jdbc;
        this.portion = PORTION.formatted(ids);
        this.atOnce = atOnce;
    }

    private record Portion(@Nullable UUID last, long rows) {
    }

    @Override
    public long look(Consumer<HistoryDifference> differing) {
        long looked = 0;
        UUID after = BEFORE_ALL;
        while (after != null) {
            Portion next = jdbc.sql(portion).param("after", after).param("most", atOnce).query(Portion.class).single();
            if (next.last() != null) {
                compare(after, next.last(), differing);
            }
            looked += next.rows();
            after = next.last();
        }
        return looked;
    }

    /**
     * @param after the id before the first one of the portion
     * @param last  the last one of the portion
     */
    protected abstract void compare(UUID after, UUID last, Consumer<HistoryDifference> differing);
}
