package com.texchange.benchmark;

import com.texchange.benchmark.SeededOnboardings.Cast;
import com.texchange.operations.Operations;
import com.texchange.overview.AgeClass;
import com.texchange.overview.AgeTable;
import com.texchange.overview.OnboardingOverview;
import com.texchange.overview.OnboardingOverview.OnboardingSummary;
import com.texchange.overview.ProcessOverview;
import com.texchange.tasks.Inbox;
import com.texchange.tasks.TaskAgenda;
import com.texchange.tasks.TaskFilter;
import com.texchange.tasks.TaskQuery;
import com.texchange.tasks.TaskSort;
import com.texchange.tasks.Tasks;
import com.texchange.tasks.UserTask;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.test.context.TestComponent;

/** What home pages and the inbox ask, beside the same from the floor's table or from the table of tasks. */
@TestComponent
class OnboardingHomeMeasures {

    private static final ZoneId ZONE = ZoneId.of("Europe/Moscow");
    private static final String UNDER_WAY = "stage in ('INVITED', 'REGISTERING', 'ACCEPTING', 'CONNECTING')";
    private static final String TASK = """
            select task_key, subject, state, due_at from user_task
            where candidate_groups && array['sales'::varchar] and state %s order by %s offset %d limit 50""";
    private static final String OPEN = "in ('OPEN', 'SUBMITTED')";

    private final OnboardingOverview overview;
    private final ProcessOverview processes;
    private final Operations operations;
    private final Inbox inbox;
    private final TaskAgenda agenda;
    private final Tasks tasks;
    private final Floor floor;

    OnboardingHomeMeasures(OnboardingOverview overview, ProcessOverview processes, Operations operations, Inbox inbox,
            TaskAgenda agenda, Tasks tasks, Floor floor) {
        this.overview = overview;
        this.processes = processes;
        this.operations = operations;
        this.inbox = inbox;
        this.agenda = agenda;
        this.tasks = tasks;
        this.floor = floor;
    }

    void measure(Cast cast, Race race) throws Exception {
        supplier(cast, race);
        manager(cast, race);
        sales(cast, race);
    }

    private void supplier(Cast cast, Race race) throws Exception {
        String own = " from floor_onboarding where supplier_id = '" + cast.supplier() + "' ";
        read("supplier's home, stages", () -> overview.stages(cast.person()).entrySet().stream().sorted(Map.Entry.comparingByKey(
                Comparator.comparing(Enum::name))).toList(), stage -> List.of(stage.getKey(), stage.getValue()),
                "select stage, count(*)" + own + "group by stage order by stage collate \"C\"", race);
        read("supplier's home, waiting longest", () -> overview.waitingLongest(5, cast.person()), OnboardingHomeMeasures::shown,
                "select id, distributor, stage, since" + own + "and " + UNDER_WAY + " order by since, id limit 5", race);
        read("supplier's home, failed letters", () -> overview.lettersFailed(3, cast.person()), OnboardingHomeMeasures::shown,
                "select id, distributor, stage, since" + own
                        + "and stage = 'INVITED' and letter = 'FAILED' order by since desc, id desc limit 3", race);
        read("supplier's home, count of failed letters", () -> List.of(overview.lettersFailed(cast.person())), List::of,
                "select count(*) from (select" + own + "and stage = 'INVITED' and letter = 'FAILED' limit 1000) failed", race);
        read("supplier's home, lost lately", () -> overview.lostLately(3, cast.person()), OnboardingHomeMeasures::shown,
                "select id, distributor, stage, since from (select *, exists (select from floor_onboarding again where again.supplier_id"
                        + " = lost.supplier_id and again.code = lost.code and again.invited_at > lost.invited_at) as again"
                        + " from floor_onboarding lost where supplier_id = '" + cast.supplier() + "' and stage in ('DECLINED', 'EXPIRED',"
                        + " 'REJECTED') and since >= now() - interval '30 days') lost where not again order by since desc, id desc limit 3", race);
        LocalDate from = LocalDate.now(ZONE).with(java.time.DayOfWeek.MONDAY).minusWeeks(11);
        read("supplier's home, connected per week", () -> overview.connectedPerWeek(from, ZONE, cast.person()).entrySet().stream()
                .sorted(Map.Entry.comparingByKey()).toList(), week -> List.of(java.sql.Date.valueOf(week.getKey()), week.getValue()),
                "select date_trunc('week', since at time zone 'Europe/Moscow')::date, count(*)" + own
                        + "and stage = 'CONNECTED' and since >= '" + from.atStartOfDay(ZONE).toOffsetDateTime() + "' group by 1 order by 1", race);
    }

    private void manager(Cast cast, Race race) throws Exception {
        read("manager's home, ages", () -> List.of(processes.ages(cast.manager())), OnboardingHomeMeasures::shown, """
                select (select count(*) from floor_onboarding where stage in ('INVITED', 'REGISTERING', 'ACCEPTING', 'CONNECTING')),
                    count(*) filter (where stage = 'INVITED' and since > now() - interval '3 days'),
                    count(*) filter (where stage = 'CONNECTING' and since <= now() - interval '30 days')
                from floor_onboarding where stage in ('INVITED', 'CONNECTING')""", race);
        read("processes, figures", () -> List.of(operations.figures(cast.manager())), figures -> List.of(figures.onboardings()),
                "select count(*) from floor_onboarding where " + UNDER_WAY, race);
    }

    private void sales(Cast cast, Race race) throws Exception {
        TaskQuery all = TaskQuery.DEFAULT;
        int open = inbox.count(cast.sales(), all, Integer.MAX_VALUE);
        tasks("by due date", cast, all, OPEN, "due_at nulls last, task_key", open, race);
        tasks("newest first", cast, all.sorted(TaskSort.CREATED), OPEN, "created_at desc, task_key", open, race);
        tasks("by subject", cast, all.sorted(TaskSort.SUBJECT), OPEN, "subject collate common_alphabet, task_key", open, race);
        tasks("by priority", cast, all.sorted(TaskSort.PRIORITY), OPEN, "priority desc, due_at nulls last, task_key", open, race);
        tasks("done", cast, new TaskQuery(TaskFilter.DONE, null, "", TaskSort.DUE), "in ('COMPLETED', 'CANCELED')",
                "finished_at desc, task_key desc", Inbox.MAX_HISTORY, race);
        tasks("search", cast, new TaskQuery(TaskFilter.ALL, null, "торг", TaskSort.DUE), OPEN + " and search_text like '%торг%'",
                "due_at nulls last, task_key", inbox.count(cast.sales(), new TaskQuery(TaskFilter.ALL, null, "торг", TaskSort.DUE), 1000), race);
        String openTasks = "select count(*) from user_task where candidate_groups && array['sales'::varchar] and state = 'OPEN'";
        read("inbox, count", () -> List.of(inbox.count(cast.sales(), all, Integer.MAX_VALUE)), List::of, openTasks, race);
        read("inbox, count in the menu", () -> List.of(tasks.openCount(cast.sales(), 1000)), List::of,
                "select count(*) from (" + openTasks.replace("count(*)", "1") + " limit 1000) found", race);
        read("sales' home, waiting tasks", () -> agenda.waiting(cast.sales(), 8), OnboardingHomeMeasures::shown,
                TASK.formatted("= 'OPEN'", "due_at nulls last, task_key", 0).replace("limit 50", "limit 8"), race);
    }

    private void tasks(String name, Cast cast, TaskQuery query, String condition, String order, int count, Race race) throws Exception {
        for (int offset : new int[] {0, count / 2}) {
            read("inbox, " + name + (offset == 0 ? ", first page" : ", middle page"), () -> inbox.page(cast.sales(), query, offset, 50),
                    OnboardingHomeMeasures::shown, TASK.formatted(condition, order, offset), race);
        }
    }

    private <T> void read(String name, Callable<List<T>> ours, java.util.function.Function<T, List<? extends @Nullable Object>> row, String sql,
            Race race) throws Exception {
        race.read(name, ours, row, () -> floor.rows(sql));
    }

    private static List<@Nullable Object> shown(OnboardingSummary row) {
        return List.of(row.id().value(), row.distributor(), row.stage(), Timestamp.from(row.since()));
    }

    private static List<@Nullable Object> shown(AgeTable ages) {
        return List.of(ages.total(), ages.count(com.texchange.onboarding.Stage.INVITED, AgeClass.UP_TO_3_DAYS),
                ages.count(com.texchange.onboarding.Stage.CONNECTING, AgeClass.LONGER));
    }

    private static List<@Nullable Object> shown(UserTask task) {
        return Arrays.asList(task.key(), task.subject(), task.state(), task.dueAt() == null ? null : Timestamp.from(task.dueAt()));
    }
}
