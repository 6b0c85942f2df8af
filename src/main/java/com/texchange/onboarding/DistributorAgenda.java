package com.texchange.onboarding;

import com.texchange.common.Actor;
import com.texchange.common.CandidateGroup;
import com.texchange.common.CompanyId;
import com.texchange.common.EmailAddress;
import com.texchange.common.OrderId;
import com.texchange.common.Role;
import com.texchange.connections.ConnectionOrders;
import com.texchange.connections.RefusedConnections;
import com.texchange.partners.Companies;
import com.texchange.tasks.TaskAgenda;
import com.texchange.tasks.UserTask;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What a distributor should do now, by deadline. Goes by the business and not by tasks, which may come later, where the
 * business tells what is asked.
 */
@Service
@Transactional(readOnly = true)
public class DistributorAgenda {

    private static final int MOST = 50;
    /** What the business tells by itself. */
    private static final Set<String> TOLD_BY_STAGE = Set.of(OnboardingTasks.ACCEPT, OnboardingTasks.CONNECT);
    private static final String OWN = """
            from (select * from onboarding
                  where distributor_id = :distributor and stage in ('ACCEPTING', 'CONNECTING', 'CONNECTED')
                  union all
                  select i.* from partners_partnership own join onboarding i on i.partnership_id = own.id
                  where own.invitee_email = :email and i.stage = 'INVITED' and i.expires_at > :now) o
              join partners_company s on s.id = o.supplier_id
            """;
    private static final String UNDECIDED = "o.stage in ('INVITED', 'ACCEPTING')";

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

    /**
     * What is asked, at least the first fifty things, those due first at the beginning and those without a date at the
     * end; if it is nothing, the one item that says so.
     *
     * @throws org.springframework.security.access.AccessDeniedException if the person acts for no distributor
     */
    public List<AgendaItem> now(Actor actor) {
        CompanyId distributor = actor.companyAs(Role.DISTRIBUTOR);
        List<AgendaItem> asked = Stream.concat(byStage(distributor, actor.email()), byTask(distributor, actor))
                .sorted(Comparator.comparing(AgendaItem::dueAt, Comparator.nullsLast(Comparator.naturalOrder()))).toList();
        return asked.isEmpty() ? List.of(nothing(distributor, actor.email())) : asked;
    }

    private Stream<AgendaItem> byStage(CompanyId distributor, EmailAddress email) {
        return bind("""
                select case when %1$s then 'ACCEPT' else 'CHOOSE_LICENSES' end as kind, s.name as about, o.supplier_id,
                       o.id as onboarding, case when %1$s then '%2$s' else '%3$s' end as element, null::bigint as task_key,
                       case when %1$s then o.expires_at else %4$s end as due_at, 1 as suppliers
                %5$s
                where %1$s or o.stage = 'CONNECTING' and o.connection_order_id is null
                order by due_at, s.name collate common_alphabet, o.id
                limit :most
                """.formatted(UNDECIDED, OnboardingTasks.ACCEPT, OnboardingTasks.CONNECT, SupplierCards.CHOOSE_BY, OWN),
                distributor, email).param("most", MOST).query(AgendaItem.class).list().stream();
    }

    /** Only of this company: the person may do something else for the operator. */
    private Stream<AgendaItem> byTask(CompanyId distributor, Actor actor) {
        return tasks.waiting(actor, MOST).stream()
                .filter(task -> !TOLD_BY_STAGE.contains(task.elementId()))
                .filter(task -> task.candidateGroups().stream().map(CandidateGroup::new)
                        .anyMatch(group -> group.company().filter(distributor::equals).isPresent()))
                .map(this::item);
    }

    private AgendaItem item(UserTask task) {
        if (!task.elementId().equals(RefusedConnections.TASK)) {
            return new AgendaItem(AgendaItem.Kind.TASK, task.subject(), null, null, task.elementId(), task.key(), task.dueAt(), 0);
        }
        CompanyId supplier = Objects.requireNonNull(orders.get(new OrderId(task.subjectId())).supplierId(),
                "only connections have refused licenses to decide on");
        return new AgendaItem(AgendaItem.Kind.RESOLVE_REFUSED, companies.get(supplier).name(), supplier, null,
                task.elementId(), task.key(), task.dueAt(), 1);
    }

    private AgendaItem nothing(CompanyId distributor, EmailAddress email) {
        return bind("""
                select case when o.stage = 'CONNECTED' then 'CONNECTED' else 'BEING_CONNECTED' end as kind, s.name as about,
                       o.supplier_id, o.id as onboarding, null as element, null::bigint as task_key, null::timestamptz as due_at,
                       count(*) over (partition by o.stage) as suppliers
                %s
                order by o.stage = 'CONNECTED', s.name collate common_alphabet, o.id
                limit 1
                """.formatted(OWN), distributor, email).query(AgendaItem.class).optional()
                .orElse(new AgendaItem(AgendaItem.Kind.NO_SUPPLIER, "", null, null, null, null, null, 0));
    }

    private StatementSpec bind(String sql, CompanyId distributor, EmailAddress email) {
        return jdbc.sql(sql).param("distributor", distributor).param("email", email).param("now", clock.instant());
    }
}
