package com.texchange.tasks.ui;

import com.texchange.common.Actor;
import com.texchange.common.ui.EmptyState;
import com.texchange.common.ui.Notices;
import com.texchange.common.ui.PageHeader;
import com.texchange.tasks.BulkClaim;
import com.texchange.tasks.BulkClaims;
import com.texchange.tasks.Inbox;
import com.texchange.tasks.TaskFilter;
import com.texchange.tasks.TaskQuery;
import com.texchange.tasks.UserTask;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.orderedlayout.VerticalLayout;
import com.vaadin.flow.router.RouterLink;
import java.time.Clock;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The left part of the inbox: filters, the tasks, and what can be done with several of them. */
class TaskList extends Composite<VerticalLayout> {

    /** More are not counted, only said to be more. */
    private static final int MAX_COUNTED = 1000;

    private final Inbox inbox;
    private final BulkClaims bulk;
    private final Actor actor;
    private final Consumer<TaskQuery> queried;
    private final TaskFilters filters;
    private final TaskGrid grid;
    private final Span chosenCount = new Span();
    private final Div choiceBar = new Div();
    private final Span status = new Span();
    private TaskQuery query = TaskQuery.DEFAULT;
    /** Whether the number of tasks is what was said last: then it must stay right. */
    private boolean countSaid;

    /**
     * @param opened  hears which task the person opens; null for none
     * @param queried hears which tasks the person wants to see
     */
    TaskList(Inbox inbox, BulkClaims bulk, Actor actor, Clock clock, Consumer<@Nullable UserTask> opened,
            Consumer<TaskQuery> queried) {
        this.inbox = inbox;
        this.bulk = bulk;
        this.actor = actor;
        this.queried = queried;
        filters = new TaskFilters(inbox.kinds(actor), queried);
        grid = new TaskGrid(inbox, actor, clock, opened, this::showChoice);
        addClassName("tasks-master");
        RouterLink settings = new RouterLink(SettingsView.class);
        settings.addClassName("tasks-settings");
        settings.add(VaadinIcon.COG_O.create(), new Span(getTranslation("tasks.settings")));
        status.addClassName("tasks-status");
        status.getElement().setAttribute("role", "status");
        getContent().setPadding(false);
        getContent().setSpacing(false);
        getContent().setSizeFull();
        getContent().add(new PageHeader(getTranslation("tasks.title"), settings), filters, grid, choiceBar(), status);
        getContent().expand(grid);
        show(TaskQuery.DEFAULT);
    }

    private Div choiceBar() {
        choiceBar.addClassName("tasks-choice");
        choiceBar.getElement().setAttribute("role", "group");
        choiceBar.getElement().setAttribute("aria-label", getTranslation("tasks.choice"));
        Button claim = new Button(getTranslation("tasks.claimChosen"), click -> claimChosen());
        claim.addThemeVariants(ButtonVariant.LUMO_PRIMARY, ButtonVariant.LUMO_SMALL);
        Button forget = new Button(getTranslation("tasks.forgetChoice"), click -> {
            grid.forgetChoice();
            grid.getLazyDataView().refreshAll();
        });
        forget.addThemeVariants(ButtonVariant.LUMO_TERTIARY, ButtonVariant.LUMO_SMALL);
        choiceBar.add(chosenCount, claim, forget);
        choiceBar.setVisible(false);
        return choiceBar;
    }

    TaskQuery query() {
        return query;
    }

    /** Shows these and says, should there be none, what to do. */
    final void show(TaskQuery shown) {
        boolean other = !shown.equals(query);
        query = shown;
        filters.show(shown);
        grid.setEmptyStateComponent(empty());
        if (other) {
            grid.show(shown);
            sayFound();
        }
    }

    void refresh() {
        grid.getLazyDataView().refreshAll();
        if (countSaid) {
            sayFound();
        }
    }

    private void sayFound() {
        int found = inbox.count(actor, query, MAX_COUNTED + 1);
        say(found > MAX_COUNTED ? getTranslation("tasks.foundMany", MAX_COUNTED) : getTranslation("tasks.found", found));
        countSaid = true;
    }

    void mark(@Nullable UserTask task) {
        grid.mark(task);
    }

    void focusLine() {
        grid.focusLine();
    }

    /** For who does not see what has changed on the page. */
    void say(String translated) {
        status.setText(translated);
        countSaid = false;
    }

    private Component empty() {
        if (!query.text().isEmpty() || query.element() != null) {
            Button reset = new Button(getTranslation("tasks.reset"), click -> queried.accept(TaskQuery.DEFAULT));
            return new EmptyState(VaadinIcon.SEARCH, getTranslation("tasks.emptySearch.title"),
                    getTranslation("tasks.emptySearch.text"), reset);
        }
        String key = "tasks.empty." + query.show().name();
        VaadinIcon icon = query.show() == TaskFilter.DONE ? VaadinIcon.ARCHIVE : VaadinIcon.CHECK_CIRCLE_O;
        return new EmptyState(icon, getTranslation(key + ".title"), getTranslation(key + ".text"));
    }

    private void showChoice() {
        int chosen = grid.chosen().size();
        choiceBar.setVisible(chosen > 0);
        chosenCount.setText(getTranslation("tasks.chosen", chosen));
    }

    private void claimChosen() {
        BulkClaim result = bulk.claim(grid.chosen(), actor);
        grid.forgetChoice();
        refresh();
        String told = told(result);
        if (result.others().isEmpty() && result.gone() == 0) {
            Notices.success(told);
        } else {
            Notices.error(told);
        }
        say(told);
    }

    private String told(BulkClaim result) {
        StringBuilder told = new StringBuilder(getTranslation("tasks.bulk.taken", result.taken()));
        if (!result.others().isEmpty()) {
            told.append(' ').append(getTranslation("tasks.bulk.others", result.others().entrySet().stream()
                    .map(this::personAndCount).collect(Collectors.joining(", "))));
        }
        if (result.gone() > 0) {
            told.append(' ').append(getTranslation("tasks.bulk.gone", result.gone()));
        }
        return told.toString();
    }

    private String personAndCount(Map.Entry<String, Long> other) {
        String name = other.getKey().equals(BulkClaim.OUTSIDE) ? getTranslation("tasks.outside") : other.getKey();
        return name + " (" + other.getValue() + ")";
    }
}
