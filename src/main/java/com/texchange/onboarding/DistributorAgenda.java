package com.texchange.onboarding;

import com.texchange.common.Actor;
import com.texchange.common.CompanyId;
import com.texchange.common.EmailAddress;
import com.texchange.common.OrderId;
import com.texchange.common.Role;
import com.texchange.connections.ConnectionOrderInfo;
import com.texchange.connections.ConnectionOrders;
import com.texchange.connections.RefusedConnections;
import com.texchange.partners.Companies;
import com.texchange.tasks.TaskAgenda;
import com.texchange.tasks.UserTask;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Finds the one thing that a distributor should do now. Goes by the business and not by tasks, which may come later, but
 * for licenses that were refused: those are decided in their task.
 */
@Service
@Transactional(readOnly = true)
public class DistributorAgenda {

    private static final int MOST_TASKS = 50;

    private final JdbcClient jdbc;
    private final TaskAgenda tasks;
    private final ConnectionOrders orders;
    private final Companies companies;
    private final Clock clock;

    DistributorAgenda(JdbcClient jdbc, TaskAgenda tasks, ConnectionOrders orders, Companies companies, Clock clock) {
        this.jdbc = jdbc;
        this.tasks = tasks;
        this.orders = orders;
        this.companies = companies;
        this.clock = clock;
    }

    /** @throws org.springframework.security.access.AccessDeniedException if the person acts for no distributor */
    public AgendaItem now(Actor actor) {
        CompanyId distributor = actor.companyAs(Role.DISTRIBUTOR);
        return refused(actor).or(() -> latestStage(distributor, actor.email()))
                .orElse(new AgendaItem(AgendaItem.Kind.NO_SUPPLIER, "", null, null, 0));
    }

    private Optional<AgendaItem> refused(Actor actor) {
        List<UserTask> waiting = tasks.waiting(actor, MOST_TASKS).stream()
                .filter(task -> task.elementId().equals(RefusedConnections.TASK)).toList();
        return waiting.stream().findFirst().map(task -> {
            ConnectionOrderInfo order = orders.get(new OrderId(task.subjectId()));
            CompanyId supplier = Objects.requireNonNull(order.supplierId(), "only connections have refused licenses to decide on");
            return new AgendaItem(AgendaItem.Kind.RESOLVE_REFUSED, companies.get(supplier).name(), supplier,
                    task.key(), waiting.size());
        });
    }

    /** The most urgent kind, and of its kind the supplier that the page of suppliers shows first. */
    private Optional<AgendaItem> latestStage(CompanyId distributor, EmailAddress email) {
        return jdbc.sql("""
                select case when o.stage in ('INVITED', 'ACCEPTING') then 'ACCEPT'
                            when o.stage = 'CONNECTED' then 'CONNECTED'
                            when o.connection_order_id is null then 'CHOOSE_LICENSES'
                            else 'BEING_CONNECTED' end as kind,
                       case when o.stage in ('INVITED', 'ACCEPTING') then 1 when o.stage = 'CONNECTED' then 4
                            when o.connection_order_id is null then 2 else 3 end as urgency,
                       o.supplier_id, s.name as supplier, null::bigint as task_key, count(*) over (
                            partition by o.stage in ('INVITED', 'ACCEPTING'), o.stage = 'CONNECTED',
                                         o.connection_order_id is null) as count
                from (select * from onboarding
                      where distributor_id = :distributor and stage in ('ACCEPTING', 'CONNECTING', 'CONNECTED')
                      union all
                      select i.* from partners_partnership own join onboarding i on i.partnership_id = own.id
                      where own.invitee_email = :email and i.stage = 'INVITED' and i.expires_at > :now) o
                  join partners_company s on s.id = o.supplier_id
                order by urgency, s.name collate common_alphabet, o.id
                limit 1
                """)
                .param("distributor", distributor).param("email", email).param("now", clock.instant())
                .query(AgendaItem.class).optional();
    }
}
