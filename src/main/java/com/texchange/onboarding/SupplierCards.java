package com.texchange.onboarding;

import com.texchange.common.Actor;
import com.texchange.common.OnboardingId;
import com.texchange.common.Role;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The suppliers of a distributor: those that invite it, or the person's own address, and those that it works with. A card
 * tells the latest onboarding of a partnership; one that ended early stands only where nothing else does for its supplier.
 */
@Service
@Transactional(readOnly = true)
public class SupplierCards {

    /** When the licenses of the onboarding {@code o} are to be chosen by; null before the engine has said so. */
    static final String CHOOSE_BY = """
            (select min(task.due_at) from tasks_task task
             where task.subject_id = o.id and task.element_id = '%s' and task.state = 'OPEN')
            """.formatted(OnboardingTasks.CONNECT);
    private static final String LATEST = """
            from (select *, row_number() over (partition by supplier_id order by ended, stage = 'JOINED', invited_at desc) as rank
                  from (select distinct on (o.partnership_id) o.id, o.partnership_id, o.supplier_id, o.distributor_id,
                               o.stage, o.reason, o.invited_at, o.expires_at, o.connection_order_id is not null as ordered,
                               case when o.stage = 'CONNECTING' and o.connection_order_id is null then %s end as choose_by,
                               o.stage in ('DECLINED', 'EXPIRED', 'REVOKED', 'REJECTED', 'JOINED') as ended
                        from (select * from onboarding where distributor_id = :distributor
                              union all
                              select i.* from partners_partnership own join onboarding i on i.partnership_id = own.id
                              where own.invitee_email = :email and i.stage = 'INVITED' and i.expires_at > :now) o
                        order by o.partnership_id, o.invited_at desc) one_each) latest
              join partners_partnership p on p.id = latest.partnership_id
              join partners_company s on s.id = latest.supplier_id
            """.formatted(CHOOSE_BY);
    private static final String DELEGATION = """
              join grants_delegation delegation on delegation.supplier_id = latest.supplier_id
                  and delegation.distributor_id = :distributor
            """;
    private static final String COLUMNS = """
            select latest.*, p.code, s.name as supplier, s.city, s.contact_name, s.contact_phone, s.contact_email,
                   delegation.granted, delegation.acts, delegation.ends_at as grant_ends_at, delegation.locked
            """;
    private static final String SHOWN = " where (not latest.ended or latest.rank = 1) ";
    private static final String UNDECIDED = "stage in ('INVITED', 'ACCEPTING')";
    private static final String TO_DO = "(stage in ('INVITED', 'ACCEPTING') or stage = 'CONNECTING' and not ordered)";
    private static final String WORKING = "stage in ('CONNECTING', 'CONNECTED')";
    private static final String MATCHES = """
              and case :show when 'TO_DO' then %1$s when 'WORKING' then %2$s
                             when 'OVER' then not %3$s and not %2$s else true end
            """.formatted(TO_DO, WORKING, UNDECIDED);
    private static final String ORDER = """
            order by %s desc, case when %s then expires_at else choose_by end, %s desc, s.name collate common_alphabet, latest.id
            """.formatted(TO_DO, UNDECIDED, WORKING);

    private static final String WORD = """
            (' ' || p.code like %s or latest.supplier_id in (
                select w.company_id from partners_company_words w where w.words like %s))""";

    private final JdbcClient jdbc;
    private final Clock clock;

    SupplierCards(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** What is asked of the distributor comes first, by its deadline; then those worked with and what is over, by name. */
    public List<SupplierCard> page(SupplierCardFilter filter, int limit, Actor actor) {
        return jdbc.sql(COLUMNS + LATEST + DELEGATION + SHOWN + matches(filter) + ORDER + "limit :limit")
                .params(parameters(filter, actor))
                .param("limit", limit)
                .query(SupplierCard.class).list();
    }

    public int count(SupplierCardFilter filter, Actor actor) {
        return jdbc.sql("select count(*) " + LATEST + SHOWN + matches(filter)).params(parameters(filter, actor))
                .query(Integer.class).single();
    }

    /** The card of an onboarding, unless a later one has taken its place. */
    public Optional<SupplierCard> find(OnboardingId id, Actor actor) {
        return ofSameSupplier(id, actor).filter(card -> card.id().equals(id));
    }

    /** The card of the supplier that an onboarding, be it an earlier one, belongs to. */
    public Optional<SupplierCard> ofSameSupplier(OnboardingId id, Actor actor) {
        return jdbc.sql(COLUMNS + LATEST + DELEGATION + SHOWN + """
                  and latest.supplier_id = (select supplier_id from onboarding where id = :id)
                order by latest.id = :id desc,
                         latest.partnership_id = (select partnership_id from onboarding where id = :id) desc,
                         latest.rank
                limit 1
                """)
                .params(whose(actor)).param("id", id)
                .query(SupplierCard.class).optional();
    }

    private Map<String, @Nullable Object> whose(Actor actor) {
        Map<String, @Nullable Object> parameters = new HashMap<>();
        parameters.put("distributor", actor.companyAs(Role.DISTRIBUTOR));
        parameters.put("email", actor.email());
        parameters.put("now", clock.instant());
        return parameters;
    }

    private Map<String, @Nullable Object> parameters(SupplierCardFilter filter, Actor actor) {
        Map<String, @Nullable Object> parameters = whose(actor);
        parameters.putAll(filter.words().parameters());
        parameters.put("show", filter.show());
        return parameters;
    }

    private static String matches(SupplierCardFilter filter) {
        return MATCHES + filter.words().sql(WORD);
    }
}
