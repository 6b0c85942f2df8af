package com.texchange.onboarding;

import com.texchange.common.Actor;
import com.texchange.common.CompanyId;
import com.texchange.common.DistributorCode;
import com.texchange.common.OnboardingId;
import com.texchange.common.Role;
import com.texchange.licenses.Delegation;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The suppliers of a distributor: those that invite it and those that it works with. A card tells the latest onboarding. */
@Service
@Transactional(readOnly = true)
public class SupplierCards {

    private static final String LATEST = """
            from (select distinct on (o.partnership_id) o.id, o.partnership_id, o.supplier_id, o.distributor_id, o.stage,
                         o.reason, o.expires_at, o.connection_order_id is not null as ordered
                  from onboarding o
                  where o.distributor_id = :distributor
                  order by o.partnership_id, o.invited_at desc) latest
              join partnership p on p.id = latest.partnership_id
              join company s on s.id = latest.supplier_id
            """;
    private static final String DELEGATION = """
              join licenses_delegation delegation on delegation.supplier_id = latest.supplier_id
                  and delegation.distributor_id = latest.distributor_id
            """;
    private static final String COLUMNS = """
            select latest.*, p.code, s.name, s.city, s.contact_name, s.contact_phone, s.contact_email,
                   delegation.granted, delegation.locked
            """;
    private static final String TO_DO = "(stage = 'ACCEPTING' or stage = 'CONNECTING' and not ordered)";
    private static final String WORKING = "stage in ('CONNECTING', 'CONNECTED')";
    private static final String MATCHES = """
            where (:text = '' or s.name ilike :part or p.code like :beginning)
              and case :show when 'TO_DO' then %1$s when 'WORKING' then %2$s
                             when 'OVER' then stage <> 'ACCEPTING' and not %2$s else true end
            """.formatted(TO_DO, WORKING);
    private static final String ORDER = """
            order by stage = 'ACCEPTING' desc, %s desc, %s desc, s.name, latest.id
            """.formatted(TO_DO, WORKING);

    private final JdbcClient jdbc;

    SupplierCards(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** What waits for a decision comes first, then licenses to choose, those worked with, what is over; each by name. */
    public List<SupplierCard> page(SupplierCardFilter filter, int limit, Actor actor) {
        return jdbc.sql(COLUMNS + LATEST + DELEGATION + MATCHES + ORDER + "limit :limit")
                .params(parameters(filter, actor))
                .param("limit", limit)
                .query(SupplierCards::card)
                .list();
    }

    public int count(SupplierCardFilter filter, Actor actor) {
        return jdbc.sql("select count(*) " + LATEST + MATCHES).params(parameters(filter, actor))
                .query(Integer.class).single();
    }

    /** The card of an onboarding, unless a later one has taken its place. */
    public Optional<SupplierCard> find(OnboardingId id, Actor actor) {
        return ofSameSupplier(id, actor).filter(card -> card.id().equals(id));
    }

    /** The card of the supplier that an onboarding, be it an earlier one, belongs to. */
    public Optional<SupplierCard> ofSameSupplier(OnboardingId id, Actor actor) {
        return jdbc.sql(COLUMNS + LATEST + DELEGATION + """
                where latest.partnership_id = (select partnership_id from onboarding where id = :id)
                """)
                .param("distributor", actor.companyAs(Role.DISTRIBUTOR).value())
                .param("id", id.value())
                .query(SupplierCards::card)
                .optional();
    }

    private static Map<String, @Nullable Object> parameters(SupplierCardFilter filter, Actor actor) {
        String text = filter.text().strip().replaceAll("([\\\\%_])", "\\\\$1");
        Map<String, @Nullable Object> parameters = new HashMap<>();
        parameters.put("distributor", actor.companyAs(Role.DISTRIBUTOR).value());
        parameters.put("text", text);
        parameters.put("part", "%" + text + "%");
        parameters.put("beginning", text + "%");
        parameters.put("show", filter.show().name());
        return parameters;
    }

    private static SupplierCard card(ResultSet row, int number) throws SQLException {
        return new SupplierCard(new OnboardingId(row.getObject("id", UUID.class)),
                new CompanyId(row.getObject("supplier_id", UUID.class)), row.getString("name"),
                new DistributorCode(row.getString("code")), row.getString("city"), row.getString("contact_name"),
                row.getString("contact_phone"), row.getString("contact_email"), Stage.valueOf(row.getString("stage")),
                row.getObject("expires_at", OffsetDateTime.class).toInstant(), row.getBoolean("ordered"),
                new Delegation(row.getBoolean("granted"), row.getBoolean("locked")), row.getString("reason"));
    }
}
