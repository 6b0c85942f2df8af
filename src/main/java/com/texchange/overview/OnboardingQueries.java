package com.texchange.overview;

import com.texchange.common.Actor;
import com.texchange.common.DistributorCode;
import com.texchange.common.OnboardingId;
import com.texchange.mail.Delivery;
import com.texchange.onboarding.Stage;
import com.texchange.stories.Stories;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.springframework.data.domain.Sort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Reads onboardings for the lists and details: a supplier sees its own, a process manager all. */
@Service
@Transactional(readOnly = true)
public class OnboardingQueries {

    private static final int FETCHED_AT_ONCE = 500;
    /** From so many rows on it is worth a count to know which end of the list is nearer. */
    private static final int FAR = 1000;

    private final OnboardingSearches searches;
    private final JdbcClient jdbc;
    private final Stories stories;

    OnboardingQueries(OnboardingSearches searches, JdbcClient jdbc, Stories stories) {
        this.searches = searches;
        this.jdbc = jdbc;
        this.stories = stories;
    }

    /** @param sort by the names of {@link OnboardingRow}'s components; the latest first if empty */
    public List<OnboardingRow> page(OnboardingFilter filter, Sort sort, int offset, int limit, Actor actor) {
        OnboardingSearch search = searches.of(filter, actor);
        int count = offset >= FAR && search.isCounted() ? searches.count(search) : Integer.MAX_VALUE;
        return page(search, OnboardingOrder.of(sort), new OnboardingWindow(offset, limit, count, List.of()));
    }

    /** The same for who knows more of the list: it is read from where that is nearest. */
    public List<OnboardingRow> page(OnboardingFilter filter, Sort sort, OnboardingWindow window, Actor actor) {
        return page(searches.of(filter, actor, window.count().named()), OnboardingOrder.of(sort), window);
    }

    private List<OnboardingRow> page(OnboardingSearch search, OnboardingOrder order, OnboardingWindow window) {
        OnboardingWindow.Start start = window.nearest(order.hasKeys());
        OnboardingRow before = start.row();
        String condition = before == null ? "" : order.behind(start.backward());
        boolean foundFirst = searches.isFoundFirst(search, start.skipped() + start.limit(), window.count().number());
        List<OnboardingRow> rows = jdbc.sql(search.page(order, condition, start, foundFirst))
                .params(search.parameters())
                .params(before == null ? Map.of() : order.parameters(before))
                .param("offset", start.skipped())
                .query(OnboardingQueries::row)
                .list();
        return start.backward() ? rows.reversed() : rows;
    }

    public OnboardingCount count(OnboardingFilter filter, Actor actor) {
        OnboardingSearch search = searches.of(filter, actor);
        return new OnboardingCount(searches.count(search), search.named());
    }

    /** Hands on all that match, one by one and without holding many at a time. */
    public void each(OnboardingFilter filter, Sort sort, Actor actor, Consumer<OnboardingLine> reader) {
        OnboardingSearch search = searches.of(filter, actor);
        // Within the transaction, PostgreSQL's driver fetches as it goes.
        try (Stream<OnboardingLine> lines = jdbc.sql(search.select("", sort)).params(search.parameters())
                .withFetchSize(FETCHED_AT_ONCE).query(OnboardingQueries::line).stream()) {
            lines.forEach(reader);
        }
    }

    /** Empty for an onboarding that the person may not see, as for one that does not exist. */
    public Optional<OnboardingDetails> details(OnboardingId id, Actor actor) {
        OnboardingSearch search = searches.of(OnboardingFilter.NONE, actor);
        return jdbc.sql(search.select("and o.id = :id", Sort.unsorted()))
                .params(search.parameters())
                .param("id", id)
                .query((row, number) -> details(id, row, actor))
                .optional();
    }

    private OnboardingDetails details(OnboardingId id, ResultSet row, Actor actor) throws SQLException {
        return new OnboardingDetails(row(row, 0), row.getString("tax_id"), row.getString("inviter"),
                instant(row, "expires_at"), row.getString("reason"), stories.find(id, actor).orElseThrow());
    }

    /** Named by hand, since thousands are read at once: Spring finds each name by trial (docs/decisions/013). */
    private static OnboardingLine line(ResultSet row, int number) throws SQLException {
        return new OnboardingLine(row(row, number), row.getString("tax_id"), row.getString("inviter"),
                instant(row, "expires_at"), row.getString("reason"));
    }

    private static OnboardingRow row(ResultSet row, int number) throws SQLException {
        String letter = row.getString("letter_state");
        return new OnboardingRow(new OnboardingId(row.getObject("id", UUID.class)), row.getString("supplier"),
                row.getString("distributor"), row.getString("email"), new DistributorCode(row.getString("code")),
                row.getString("city"), Stage.valueOf(row.getString("stage")), instant(row, "stage_since"),
                letter == null ? null : Delivery.State.valueOf(letter), instant(row, "invited_at"));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}
