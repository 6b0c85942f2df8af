package com.texchange.overview;

import com.texchange.batches.BatchId;
import com.texchange.batches.BatchKind;
import com.texchange.batches.BatchRow;
import com.texchange.batches.Batches;
import com.texchange.common.Actor;
import com.texchange.common.DistributorCode;
import com.texchange.common.EmailAddress;
import com.texchange.common.OnboardingId;
import com.texchange.common.RefusedException;
import com.texchange.common.Role;
import com.texchange.common.SingleLine;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Sort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.validation.annotation.Validated;

/** Steps that a supplier takes with many of its onboardings at once. They run in the background as a batch. */
@Service
@Validated
@Transactional
public class SelectionSteps {

    /** The most that can be chosen one by one. */
    public static final int MAX_CHOSEN = Batches.MAX_ROWS;

    private final Batches batches;
    private final JdbcClient jdbc;
    private final Clock clock;

    SelectionSteps(Batches batches, JdbcClient jdbc, Clock clock) {
        this.batches = batches;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** How many are chosen, and with how many of them each step is possible now. */
    public record Counts(int chosen, int resend, int remind, int revoke) {

        public int of(BatchKind kind) {
            return switch (kind) {
                case RESEND -> resend;
                case REMIND -> remind;
                case REVOKE -> revoke;
                case INVITE -> 0;
            };
        }
    }

    @Transactional(readOnly = true)
    public Counts count(Selection selection, Actor actor) {
        OnboardingSearch search = search(selection, actor);
        return jdbc.sql(search.aggregate("""
                count(*) as chosen, count(*) filter (where %s) as resend, count(*) filter (where %s) as remind,
                count(*) filter (where %s) as revoke
                """.formatted(possible(BatchKind.RESEND), possible(BatchKind.REMIND), possible(BatchKind.REVOKE)),
                chosen(selection)))
                .params(parameters(search, selection))
                .query(Counts.class).single();
    }

    /**
     * Begins a batch for those of the chosen with whom the step is possible now.
     *
     * @throws RefusedException if there are none, or too many
     */
    public BatchId resend(Selection selection, Actor actor) {
        return start(BatchKind.RESEND, selection, null, actor);
    }

    /** As {@link #resend}: each reminder goes out at once, whenever the next automatic one is due. */
    public BatchId remind(Selection selection, Actor actor) {
        return start(BatchKind.REMIND, selection, null, actor);
    }

    /** As {@link #resend}. @param reason for all; it goes into the letters */
    public BatchId revoke(Selection selection, @NotBlank @Size(max = 1000) @SingleLine String reason, Actor actor) {
        return start(BatchKind.REVOKE, selection, reason.strip(), actor);
    }

    private BatchId start(BatchKind kind, Selection selection, @Nullable String reason, Actor actor) {
        OnboardingSearch search = search(selection, actor);
        String condition = " and " + possible(kind) + chosen(selection);
        List<BatchRow> rows = jdbc.sql(search.select(condition, Sort.unsorted()) + " limit :limit")
                .params(parameters(search, selection))
                .param("limit", Batches.MAX_ROWS + 1)
                .query((row, number) -> BatchRow.waiting(number + 1, new OnboardingId(row.getObject("id", UUID.class)),
                        row.getString("distributor"), EmailAddress.stored(row.getString("email")),
                        row.getString("tax_id"), row.getString("city"), Locale.of(row.getString("language")),
                        new DistributorCode(row.getString("code"))))
                .list();
        return batches.start(kind, rows, reason, actor);
    }

    /** A supplier's own, also for a person who is a process manager too. */
    private OnboardingSearch search(Selection selection, Actor actor) {
        OnboardingFilter filter = selection instanceof Selection.Matching(OnboardingFilter matching)
                ? matching : OnboardingFilter.NONE;
        return new OnboardingSearch(actor.companyAs(Role.SUPPLIER), filter, clock.instant());
    }

    private static String chosen(Selection selection) {
        return selection instanceof Selection.Chosen ? " and o.id = any(:ids::uuid[])" : "";
    }

    private static Map<String, @Nullable Object> parameters(OnboardingSearch search, Selection selection) {
        Map<String, @Nullable Object> parameters = new HashMap<>(search.parameters());
        if (selection instanceof Selection.Chosen(var ids)) {
            parameters.put("ids", ids.stream().map(OnboardingId::toString).toArray(String[]::new));
        }
        return parameters;
    }

    /** As the aggregate decides when the step is taken; what changes until then is refused for its row. */
    private static String possible(BatchKind kind) {
        return switch (kind) {
            case RESEND -> "o.stage = 'INVITED' and o.expires_at > now()";
            case REMIND -> "(o.stage = 'ACCEPTING' or o.stage = 'INVITED' and o.expires_at > now()"
                    + " or o.stage = 'CONNECTING' and o.connection_order_id is null)";
            case REVOKE -> "o.stage in ('INVITED', 'REGISTERING', 'ACCEPTING')";
            case INVITE -> throw new IllegalArgumentException("not for what is there already");
        };
    }
}
