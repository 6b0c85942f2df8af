package com.texchange.overview;

import com.texchange.batches.BatchId;
import com.texchange.batches.BatchRow;
import com.texchange.batches.Batches;
import com.texchange.common.Actor;
import com.texchange.common.CleanText;
import com.texchange.common.DistributorCode;
import com.texchange.common.OnboardingId;
import com.texchange.common.RefusedException;
import com.texchange.common.Selection;
import com.texchange.common.SingleLine;
import com.texchange.onboarding.InvitationBatches;
import com.texchange.onboarding.InviteRequest;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
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
    private static final String AMONG = " and o.id = any(:ids::uuid[])";

    private final Batches batches;
    private final OnboardingSearches searches;
    private final JdbcClient jdbc;

    SelectionSteps(Batches batches, OnboardingSearches searches, JdbcClient jdbc) {
        this.batches = batches;
        this.searches = searches;
        this.jdbc = jdbc;
    }

    /** How many are chosen, and with how many of them each step is possible now. */
    public record Counts(int chosen, int resend, int remind, int revoke) {

        public int of(SelectionStep step) {
            return switch (step) {
                case RESEND -> resend;
                case REMIND -> remind;
                case REVOKE -> revoke;
            };
        }
    }

    @Transactional(readOnly = true)
    public Counts count(Selection<OnboardingId, OnboardingFilter> selection, Actor actor) {
        OnboardingSearch search = search(selection, actor);
        String steps = Arrays.stream(SelectionStep.values())
                .map(step -> ", count(*) filter (where %s) as %s".formatted(step.possible(), step.name().toLowerCase(Locale.ROOT)))
                .collect(Collectors.joining());
        return jdbc.sql(search.aggregateUnderWay(":chosen::int as chosen" + steps, chosen(selection)))
                .params(parameters(search, selection))
                .param("chosen", countChosen(search, selection))
                .query(Counts.class).single();
    }

    /** Exceptions are few: it is quicker to count them than to leave them out. */
    private int countChosen(OnboardingSearch search, Selection<OnboardingId, OnboardingFilter> selection) {
        boolean all = selection instanceof Selection.Matching;
        int count = all ? searches.count(search) : 0;
        if (all && ids(selection).isEmpty()) {
            return count;
        }
        int some = jdbc.sql(search.aggregate("count(*)", AMONG)).params(parameters(search, selection)).query(Integer.class).single();
        return all ? count - some : some;
    }

    /**
     * Begins a batch for those of the chosen with whom the step is possible now.
     *
     * @throws RefusedException if there are none, or too many
     */
    public BatchId resend(Selection<OnboardingId, OnboardingFilter> selection, Actor actor) {
        return start(SelectionStep.RESEND, selection, Map.of(), actor);
    }

    /** As {@link #resend}: each reminder goes out at once, whenever the next automatic one is due. */
    public BatchId remind(Selection<OnboardingId, OnboardingFilter> selection, Actor actor) {
        return start(SelectionStep.REMIND, selection, Map.of(), actor);
    }

    /** As {@link #resend}. @param reason for all; it goes into the letters */
    public BatchId revoke(Selection<OnboardingId, OnboardingFilter> selection,
            @NotBlank @Size(max = 1000) @SingleLine String reason, Actor actor) {
        return start(SelectionStep.REVOKE, selection, Map.of(InvitationBatches.REASON, reason.strip()), actor);
    }

    private BatchId start(SelectionStep step, Selection<OnboardingId, OnboardingFilter> selection,
            Map<String, String> parameters, Actor actor) {
        OnboardingSearch search = search(selection, actor);
        String condition = " and " + step.possible() + chosen(selection);
        List<BatchRow> rows = jdbc.sql(search.select(condition, Sort.unsorted()) + " limit :limit")
                .params(parameters(search, selection))
                .param("limit", Batches.MAX_ROWS + 1)
                .query(SelectionSteps::row)
                .list();
        return batches.start(step.kind(), rows, parameters, actor);
    }

    private static BatchRow row(ResultSet row, int number) throws SQLException {
        return InvitationBatches.row(number + 1, new OnboardingId(row.getObject("id", UUID.class)),
                new InviteRequest(CleanText.line(row.getString("distributor")), row.getString("email"), row.getString("tax_id"),
                        CleanText.lineOrNull(row.getString("city")), Locale.of(row.getString("language"))),
                new DistributorCode(row.getString("code")));
    }

    private OnboardingSearch search(Selection<OnboardingId, OnboardingFilter> selection, Actor actor) {
        OnboardingFilter filter = switch (selection) {
            case Selection.Chosen<OnboardingId, OnboardingFilter> chosen -> OnboardingFilter.NONE;
            case Selection.Matching<OnboardingId, OnboardingFilter> matching -> matching.filter();
        };
        return searches.ofOwn(filter, actor);
    }

    private static String chosen(Selection<OnboardingId, OnboardingFilter> selection) {
        return switch (selection) {
            case Selection.Chosen<OnboardingId, OnboardingFilter> chosen -> AMONG;
            case Selection.Matching<OnboardingId, OnboardingFilter> matching -> matching.except().isEmpty() ? ""
                    : " and o.id <> all(:ids::uuid[])";
        };
    }

    private static Set<OnboardingId> ids(Selection<OnboardingId, OnboardingFilter> selection) {
        return switch (selection) {
            case Selection.Chosen<OnboardingId, OnboardingFilter> chosen -> chosen.ids();
            case Selection.Matching<OnboardingId, OnboardingFilter> matching -> matching.except();
        };
    }

    private static Map<String, @Nullable Object> parameters(OnboardingSearch search,
            Selection<OnboardingId, OnboardingFilter> selection) {
        Map<String, @Nullable Object> parameters = new HashMap<>(search.parameters());
        parameters.put("ids", ids(selection).stream().map(OnboardingId::toString).toArray(String[]::new));
        return parameters;
    }
}
