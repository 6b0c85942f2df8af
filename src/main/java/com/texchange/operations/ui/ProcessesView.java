package com.texchange.operations.ui;

import com.texchange.common.Actor;
import com.texchange.common.Change;
import com.texchange.common.ChangeFeed;
import com.texchange.common.CurrentActor;
import com.texchange.common.Routes;
import com.texchange.common.ui.EmptyState;
import com.texchange.common.ui.LiveUpdates;
import com.texchange.common.ui.Notices;
import com.texchange.common.ui.PageHeader;
import com.texchange.operations.EngineSnapshot;
import com.texchange.operations.EngineWatch;
import com.texchange.operations.Figures;
import com.texchange.operations.Operations;
import com.texchange.process.EngineOverview;
import com.texchange.process.FailedSteps;
import com.texchange.process.OperateLinks;
import com.texchange.process.RetryOutcome;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.router.BeforeEvent;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.HasUrlParameter;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.OptionalParameter;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How the processes are doing: figures that lead to lists. It opens with what PostgreSQL knows; the engine's answers come
 * by push. The address names the list, {@code processes/late}.
 */
@Route(Routes.PROCESSES)
@Menu(title = "operations.title", order = 61, icon = "vaadin:automation")
@RolesAllowed("PROCESS_MANAGER")
class ProcessesView extends Composite<Div> implements HasUrlParameter<String>, HasDynamicTitle {

    private static final Duration ASK_AGAIN_AFTER = Duration.ofSeconds(10);
    private static final Duration BETWEEN_REFRESHES = Duration.ofSeconds(1);
    private static final int STEP = 50;
    /** What changes the figures; only failed steps are worth asking the engine before its time. */
    private static final Set<Change.Topic> FIGURES = EnumSet.of(Change.Topic.TASKS, Change.Topic.ONBOARDING);

    private final transient Operations operations;
    private final transient EngineOverview overview;
    private final transient Actor actor;
    private final transient Polling<EngineSnapshot> polling;
    private final FigureCards cards = new FigureCards();
    private final H2 heading = new H2();
    private final Div list = new Div();
    private final FailedStepsPanel failed;
    private final EnginePanel engine;
    private final transient Set<RetryOutcome> told = new HashSet<>();
    private final transient Instant opened;
    private volatile int limit = STEP;
    private ProcessSection section = ProcessSection.FAILED;
    private @Nullable Grid<?> table;

    ProcessesView(Operations operations, EngineOverview overview, EngineWatch watch, FailedSteps steps,
            EnginePanels panels, OperateLinks operate, ChangeFeed feed, CurrentActor currentActor) {
        this.operations = operations;
        this.overview = overview;
        this.actor = currentActor.get();
        this.opened = steps.now();
        polling = Polling.of(this, () -> watch.look(limit, opened, actor), ASK_AGAIN_AFTER, this::show);
        failed = new FailedStepsPanel(steps, operate, actor, new PanelCommands());
        engine = panels.create(actor);
        getContent().addClassNames("page", "operations");
        list.addClassName("operations-list");
        getContent().add(new PageHeader(getTranslation("operations.title")), cards, heading, list);
        LiveUpdates.follow(this, feed, change -> FIGURES.contains(change.topic()), BETWEEN_REFRESHES, this::showFigures);
        LiveUpdates.follow(this, feed, change -> change.topic() == Change.Topic.PROCESSES, BETWEEN_REFRESHES,
                this::refresh);
    }

    @Override
    public void setParameter(BeforeEvent event, @OptionalParameter @Nullable String name) {
        section = ProcessSection.named(name);
        // The page stays the same one for every list, and what it showed is of another.
        table = null;
        cards.setCurrent(section);
        heading.setText(getTranslation(section.key("title")));
        showFigures();
    }

    @Override
    public String getPageTitle() {
        return section == ProcessSection.FAILED ? getTranslation("operations.title")
                : getTranslation(section.key("title"));
    }

    private void showFigures() {
        Figures figures = operations.figures(actor);
        EngineOverview.Waiting waiting = overview.waiting(actor);
        cards.show(figures, waiting);
        switch (section) {
            case FAILED -> put(failed);
            case ENGINE -> put(engine);
            case LATE -> putTable(figures.lateTasks());
            case COMMANDS -> putTable(waiting.all());
            case LETTERS -> putTable(figures.letters());
        }
    }

    private void put(Component panel) {
        table = null;
        if (list.getChildren().noneMatch(panel::equals)) {
            list.removeAll();
            list.add(panel);
        }
    }

    private void putTable(int size) {
        if (size == 0) {
            list.removeAll();
            put(EmptyState.explained(VaadinIcon.CHECK_CIRCLE_O, getTranslation(section.key("empty"))));
        } else if (table == null || list.getChildren().noneMatch(table::equals)) {
            Grid<?> created = table();
            put(created);
            table = created;
        } else {
            table.getDataProvider().refreshAll();
        }
    }

    private Grid<?> table() {
        return switch (section) {
            case LATE -> Tables.lateTasks(this, operations, actor);
            case COMMANDS -> Tables.commands(this, overview, actor);
            default -> Tables.letters(this, operations, actor);
        };
    }

    private void refresh() {
        showFigures();
        polling.soon();
    }

    /** Of most letters and of commands nobody tells when they are done: they are looked at as often as the engine. */
    private void show(EngineSnapshot snapshot) {
        showFigures();
        cards.show(snapshot);
        failed.show(snapshot);
        tell(snapshot.outcomes().stream().filter(told::add).toList());
    }

    /** Says what became of the steps that the person had tried again. */
    private void tell(List<RetryOutcome> outcomes) {
        List<RetryOutcome> wentOn = outcomes.stream().filter(RetryOutcome::wentOn).toList();
        List<RetryOutcome> again = outcomes.stream().filter(outcome -> !outcome.wentOn()).toList();
        if (!wentOn.isEmpty()) {
            Notices.success(getTranslation("operations.outcome.wentOn", wentOn.size(), name(wentOn)));
        }
        if (!again.isEmpty()) {
            Notices.error(getTranslation("operations.outcome.failed", again.size(), name(again)));
        }
    }

    private String name(List<RetryOutcome> outcomes) {
        RetryOutcome first = outcomes.getFirst();
        return StepNames.of(this, first.nameKey(), first.elementId());
    }

    private final class PanelCommands implements FailedStepsPanel.Commands {

        @Override
        public void askNow() {
            polling.afterAct();
        }

        @Override
        public void showMore() {
            limit += STEP;
            polling.soon();
        }
    }
}
