package com.texchange.onboarding;

import com.texchange.audit.AuditSubject;
import com.texchange.audit.HistoryDifference;
import com.texchange.audit.PortionedCheck;
import java.util.UUID;
import java.util.function.Consumer;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Whether each onboarding is at the stage to which its story has led, and as many have ended at each as are counted. */
@Component
class StagesCheck extends PortionedCheck {

    private static final int AT_ONCE = 5_000;
    private static final String IDS = "select id from onboarding where id > :after order by id limit :most";
    /** What moves an onboarding, and where to. */
    private static final String MOVES = """
            (values ('INVITED', 'INVITED'), ('REGISTRATION_REQUESTED', 'REGISTERING'), ('ACCOUNT_OPENED', 'ACCEPTING'),
                ('FOLLOWED', 'ACCEPTING'), ('TAKEN_OVER', 'ACCEPTING'), ('ACCEPTED', 'CONNECTING'), ('ACCEPTED_ELSEWHERE', 'CONNECTING'),
                ('CONNECTED', 'CONNECTED'), ('DECLINED', 'DECLINED'), ('DECLINED_ELSEWHERE', 'DECLINED'), ('EXPIRED', 'EXPIRED'),
                ('REVOKED', 'REVOKED'), ('REJECTED', 'REJECTED'), ('JOINED', 'JOINED')) as move (kind, stage)""";
    private static final String DIFFERING = """
            select onboarding.id, told.stage as by_history, onboarding.stage as by_table
            from onboarding join lateral (select move.stage from activity join %s on move.kind = activity.kind
                where activity.onboarding_id = onboarding.id order by activity.id desc limit 1) told on told.stage <> onboarding.stage
            where onboarding.id > :after and onboarding.id <= :last
            order by onboarding.id
            """.formatted(MOVES);
    private static final String MISCOUNTED = """
            select coalesce(kept.supplier_id, counted.supplier_id) as id,
                concat_ws(' ', stage, coalesce(counted.number, 0)) as by_history, concat_ws(' ', stage, coalesce(kept.number, 0)) as by_table
            from (select supplier_id, stage, sum(onboardings) as number from onboarding_tally group by supplier_id, stage) kept
                full join (select supplier_id, stage, count(*) as number from onboarding
                    where stage not in ('INVITED', 'REGISTERING', 'ACCEPTING', 'CONNECTING') group by supplier_id, stage) counted
                    using (supplier_id, stage)
            where coalesce(kept.number, 0) <> coalesce(counted.number, 0)
            """;

    StagesCheck(JdbcClient jdbc) {
        super(jdbc, IDS, AT_ONCE);
    }

    private record Row(UUID id, String byHistory, String byTable) {

        HistoryDifference of(AuditSubject.Type type) {
            return new HistoryDifference(type, id.toString(), "", byHistory, byTable);
        }
    }

    @Override
    public String name() {
        return "stages";
    }

    @Override
    public long look(Consumer<HistoryDifference> differing) {
        long looked = super.look(differing);
        jdbc.sql(MISCOUNTED).query(Row.class).list().forEach(row -> differing.accept(row.of(AuditSubject.Type.COMPANY)));
        return looked;
    }

    @Override
    protected void compare(UUID after, UUID last, Consumer<HistoryDifference> differing) {
        jdbc.sql(DIFFERING).param("after", after).param("last", last).query(Row.class).list()
                .forEach(row -> differing.accept(row.of(AuditSubject.Type.ONBOARDING)));
    }
}
