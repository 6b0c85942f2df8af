package com.texchange.overview;

import com.texchange.common.Actor;
import com.texchange.common.DistributorCode;
import com.texchange.common.OnboardingId;
import com.texchange.mail.Delivery;
import com.texchange.onboarding.Stage;
import com.texchange.stories.Stories;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
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

    private final JdbcClient jdbc;
    private final Stories stories;
    private final Clock clock;

    OnboardingQueries(JdbcClient jdbc, Stories stories, Clock clock) {
        this.jdbc = jdbc;
        this.stories = stories;
        this.clock = clock;
    }

    /** @param sort by the names of {@link OnboardingRow}'s components; the latest first if empty */
    public List<OnboardingRow> page(OnboardingFilter filter, Sort sort, int offset, int limit, Actor actor) {
        OnboardingSearch search = OnboardingSearch.of(filter, actor, clock.instant());
        return jdbc.sql(search.select("", sort) + " offset :offset limit :limit")
                .params(search.parameters())
                .param("offset", offset)
                .param("limit", limit)
                .query(OnboardingQueries::row)
                .list();
    }

    public int count(OnboardingFilter filter, Actor actor) {
        OnboardingSearch search = OnboardingSearch.of(filter, actor, clock.instant());
        return jdbc.sql(search.aggregate("count(*)", "")).params(search.parameters()).query(Integer.class).single();
    }

    /** Hands on all that match, one by one and without holding many at a time. */
    public void each(OnboardingFilter filter, Sort sort, Actor actor, Consumer<OnboardingLine> reader) {
        OnboardingSearch search = OnboardingSearch.of(filter, actor, clock.instant());
        // Within the transaction, PostgreSQL's driver fetches as it goes.
        try (Stream<OnboardingLine> lines = jdbc.sql(search.select("", sort)).params(search.parameters())
                .withFetchSize(FETCHED_AT_ONCE).query(OnboardingQueries::line).stream()) {
            lines.forEach(reader);
        }
    }

    /** Empty for an onboarding that the person may not see, as for one that does not exist. */
    public Optional<OnboardingDetails> details(OnboardingId id, Actor actor) {
        OnboardingSearch search = OnboardingSearch.of(OnboardingFilter.NONE, actor, clock.instant());
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
                instant(row, "invited_at"), instant(row, "expires_at"), row.getString("reason"));
    }

    private static OnboardingRow row(ResultSet row, int number) throws SQLException {
        String letter = row.getString("letter_state");
        return new OnboardingRow(new OnboardingId(row.getObject("id", UUID.class)), row.getString("supplier"),
                row.getString("distributor"), row.getString("email"), new DistributorCode(row.getString("code")),
                row.getString("city"), Stage.valueOf(row.getString("stage")), instant(row, "stage_since"),
                letter == null ? null : Delivery.State.valueOf(letter));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}
