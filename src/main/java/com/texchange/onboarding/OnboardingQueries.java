package com.texchange.onboarding;

import com.texchange.common.Actor;
import com.texchange.common.DistributorCode;
import com.texchange.common.OnboardingId;
import com.texchange.common.Role;
import com.texchange.mail.Delivery;
import com.texchange.mail.Letters;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Sort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Reads onboardings for the grids and details: a supplier sees its own, a process manager all. */
@Service
@Transactional(readOnly = true)
public class OnboardingQueries {

    private static final String ROWS = """
            from onboarding o
              join partnership p on p.id = o.partnership_id
              join company s on s.id = o.supplier_id
              left join company d on d.id = o.distributor_id
              join account a on a.id = o.invited_by
            where (:all or o.supplier_id = :supplier)
            """;
    private static final String COLUMNS = """
            select o.id, s.name as supplier, coalesce(d.name, p.invitee_name) as distributor,
                   p.invitee_email as email, p.code, coalesce(d.city, p.invitee_city) as city, o.stage, o.stage_since,
                   o.letter_state, coalesce(d.tax_id, p.invitee_tax_id) as tax_id, a.name as inviter, o.invited_at,
                   o.expires_at, o.reason
            """;
    private static final String MATCHES = """
              and (:stage::text is null or o.stage = :stage)
              and (:text = '' or coalesce(d.name, p.invitee_name) ilike :part or p.invitee_email ilike :part
                   or s.name ilike :part or p.code like :beginning)
            """;
    /** Grid columns and what they sort by; nothing else reaches the statement. */
    private static final Map<String, String> SORTS = Map.of("supplier", "supplier", "distributor", "distributor",
            "code", "p.code", "city", "city", "stage", "o.stage", "since", "o.stage_since");

    private final JdbcClient jdbc;
    private final ActivityLog activities;
    private final Letters letters;
    private final Stories stories;

    OnboardingQueries(JdbcClient jdbc, ActivityLog activities, Letters letters, Stories stories) {
        this.jdbc = jdbc;
        this.activities = activities;
        this.letters = letters;
        this.stories = stories;
    }

    /** @param sort by the names of {@link OnboardingRow}'s components; the latest first if empty */
    public List<OnboardingRow> page(OnboardingFilter filter, Sort sort, int offset, int limit, Actor actor) {
        return jdbc.sql(COLUMNS + ROWS + MATCHES + orderBy(sort) + " offset :offset limit :limit")
                .params(scope(actor))
                .params(filterParameters(filter))
                .param("offset", offset)
                .param("limit", limit)
                .query(OnboardingQueries::row)
                .list();
    }

    public int count(OnboardingFilter filter, Actor actor) {
        return jdbc.sql("select count(*) " + ROWS + MATCHES)
                .params(scope(actor))
                .params(filterParameters(filter))
                .query(Integer.class)
                .single();
    }

    /** Empty for an onboarding that the person may not see, as for one that does not exist. */
    public Optional<OnboardingDetails> details(OnboardingId id, Actor actor) {
        return jdbc.sql(COLUMNS + ROWS + " and o.id = :id")
                .params(scope(actor))
                .param("id", id.value())
                .query((row, number) -> details(id, row, actor))
                .optional();
    }

    private OnboardingDetails details(OnboardingId id, ResultSet row, Actor actor) throws SQLException {
        return new OnboardingDetails(row(row, 0), row.getString("tax_id"), row.getString("inviter"),
                instant(row, "invited_at"), instant(row, "expires_at"), row.getString("reason"), activities.story(id),
                letters.deliveriesOf(id.value()), stories.find(id, actor).orElseThrow());
    }

    private static Map<String, @Nullable Object> scope(Actor actor) {
        boolean all = actor.has(Role.PROCESS_MANAGER);
        if (!all && !actor.has(Role.SUPPLIER)) {
            throw new AccessDeniedException("onboardings are for suppliers and process managers");
        }
        Map<String, @Nullable Object> scope = new HashMap<>();
        scope.put("all", all);
        scope.put("supplier", all ? null : actor.companyAs(Role.SUPPLIER).value());
        return scope;
    }

    private static Map<String, @Nullable Object> filterParameters(OnboardingFilter filter) {
        String text = filter.text().strip().replaceAll("([\\\\%_])", "\\\\$1");
        Map<String, @Nullable Object> parameters = new HashMap<>();
        parameters.put("stage", filter.stage() == null ? null : filter.stage().name());
        parameters.put("text", text);
        parameters.put("part", "%" + text + "%");
        parameters.put("beginning", text + "%");
        return parameters;
    }

    private static String orderBy(Sort sort) {
        StringBuilder clause = new StringBuilder(" order by ");
        for (Sort.Order order : sort) {
            String column = SORTS.get(order.getProperty());
            if (column != null) {
                clause.append(column).append(order.isAscending() ? " asc, " : " desc, ");
            }
        }
        return clause.append(sort.isUnsorted() ? "o.invited_at desc, " : "").append("o.id").toString();
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
