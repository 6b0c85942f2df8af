package com.texchange.connections;

import com.texchange.audit.AuditSubject;
import com.texchange.audit.HistoryDifference;
import com.texchange.audit.PortionedCheck;
import java.util.UUID;
import java.util.function.Consumer;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Whether each finished order counts its licenses as they stand. One under way is counted anew by each step. */
@Component
class OrderCountsCheck extends PortionedCheck {

    private static final int AT_ONCE = 200;
    private static final String IDS = "select id from connection_order where id > :after order by id limit :most";
    private static final String DIFFERING = """
            select placed.id, concat_ws(' / ', coalesce(counted.done, 0), coalesce(counted.left_out, 0), coalesce(counted.waiting, 0)) as by_history,
                concat_ws(' / ', placed.done, placed.left_out, placed.waiting) as by_table
            from connection_order placed left join lateral (
                select count(*) filter (where state = 'DONE') as done, count(*) filter (where state = 'LEFT_OUT') as left_out,
                    count(*) filter (where state = 'WAITING') as waiting
                from connection_order_item where order_id = placed.id) counted on true
            where placed.id > :after and placed.id <= :last and placed.state = 'FINISHED'
                and (placed.done, placed.left_out, placed.waiting) is distinct from (counted.done, counted.left_out, counted.waiting)
            order by placed.id
            """;

    OrderCountsCheck(JdbcClient jdbc) {
        super(jdbc, IDS, AT_ONCE);
    }

    private record Row(UUID id, String byHistory, String byTable) {
    }

    @Override
    public String name() {
        return "orders";
    }

    @Override
    protected void compare(UUID after, UUID last, Consumer<HistoryDifference> differing) {
        jdbc.sql(DIFFERING).param("after", after).param("last", last).query(Row.class).list()
                .forEach(row -> differing.accept(new HistoryDifference(AuditSubject.Type.ORDER, row.id().toString(), "", row.byHistory(),
                        row.byTable())));
    }
}
