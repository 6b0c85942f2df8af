package com.texchange.tasks.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.doAnswer;

import com.texchange.common.Actor;
import com.texchange.common.Change;
import com.texchange.common.ChangeFeed;
import com.texchange.common.Role;
import com.texchange.common.ui.DueText;
import com.texchange.tasks.Inbox;
import com.texchange.tasks.InboxSettings;
import com.texchange.tasks.SampleForm;
import com.texchange.tasks.TaskFilter;
import com.texchange.tasks.TaskNotes;
import com.texchange.tasks.TaskSamples;
import com.texchange.tasks.TaskSamples.SampleTask;
import com.texchange.tasks.TaskSort;
import com.texchange.tasks.Tasks;
import com.texchange.tasks.TasksModuleTest;
import com.texchange.testing.SignedIn;
import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.browserless.ViewPackages;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.server.VaadinService;
import com.vaadin.flow.server.VaadinSession;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;

@TasksModuleTest
@ViewPackages(classes = TasksView.class)
class TasksViewIT extends SpringBrowserlessTest {

    @Autowired
    TaskSamples samples;
    @Autowired
    Tasks tasks;
    @Autowired
    Inbox inbox;
    @Autowired
    InboxSettings settings;
    @Autowired
    TaskNotes notes;
    @Autowired
    ChangeFeed changes;

    private final List<Consumer<Change>> listeners = new CopyOnWriteArrayList<>();
    private Actor anna;

    @BeforeEach
    @Override
    protected void initVaadinEnvironment() {
        anna = samples.distributor("Anna");
        SignedIn.as(anna, "en");
        doAnswer(call -> {
            Consumer<Change> listener = call.getArgument(0);
            listeners.add(listener);
            return (Runnable) () -> listeners.remove(listener);
        }).when(changes).subscribe(any());
        super.initVaadinEnvironment();
        UI.getCurrent().setLocale(Locale.ENGLISH);
    }

    @ParameterizedTest
    @CsvSource({"en, Tasks, Not taken, Take this task, Being processed",
        "ru, Задачи, Свободна, Взять в работу, Обрабатывается"})
    void inboxSpeaksThePagesLanguage(String language, String title, String free, String claim, String processing) {
        UI.getCurrent().setLocale(Locale.of(language));
        SampleTask task = samples.open(anna, null);

        TasksView view = open(task);

        assertThat(view.getPageTitle()).isEqualTo(title);
        assertThat(cell(0, TaskGrid.DUE, "claimed")).isEqualTo(free);
        assertThat(button(claim).isEnabled()).isTrue();
        test(button(SampleForm.DECIDE)).click();
        assertThat(cell(0, TaskGrid.DUE, "claimed")).isEqualTo(processing);
    }

    @ParameterizedTest
    @CsvSource({"en, -75, 3 days overdue, true", "ru, -75, просрочено на 3 дня, true",
        "en, 75, 3 days left, false", "ru, 75, ещё 3 дня, false"})
    void dueDateIsToldInDays(String language, int hours, String text, boolean overdue) {
        UI.getCurrent().setLocale(Locale.of(language));
        Instant noon = Instant.now().truncatedTo(ChronoUnit.DAYS).plus(Duration.ofHours(12));

        DueText due = DueText.of(noon.plus(Duration.ofHours(hours)), noon);

        assertThat(due).isEqualTo(new DueText(text, overdue));
    }

    @Test
    void rowNamesTheTaskAndItsSubject() {
        SampleTask task = samples.open(anna, Instant.now().minus(Duration.ofDays(2)));

        navigate("tasks", TasksView.class);

        assertThat(cell(0, TaskGrid.TASK, "title")).contains("task." + SampleForm.ELEMENT + ".title");
        assertThat(cell(0, TaskGrid.TASK, "subject")).contains(task.subjectId().toString());
        assertThat(test(grid()).getLitRendererPropertyValue(0, TaskGrid.DUE, "overdue", Boolean.class)).isTrue();
    }

    @Test
    void choiceIsInTheAddress() {
        samples.open(anna, Instant.now().plus(Duration.ofDays(1)));
        SampleTask second = samples.open(anna, Instant.now().plus(Duration.ofDays(2)));
        navigate("tasks", TasksView.class);

        test(grid()).select(1);

        assertThat(address()).isEqualTo("tasks/" + second.key());
        assertThat(texts(Paragraph.class)).anyMatch(text -> text.contains(second.subjectId().toString()));
        test(button("Tasks")).click();
        assertThat(address()).isEqualTo("tasks");
        assertThat(find(Button.class).withId(SampleForm.DECIDE).exists()).isFalse();
        assertThat(grid().asSingleSelect().isEmpty()).isTrue();
    }

    @Test
    void filterIsInTheAddress() {
        SampleTask mine = samples.open(anna, null);
        samples.open(anna, null);
        tasks.claim(mine.key(), anna);

        UI.getCurrent().navigate("tasks", QueryParameters.of("show", "mine"));

        assertThat(test(grid()).size()).isEqualTo(1);
        assertThat(filter().getValue()).isEqualTo(TaskFilter.MINE);
        test(filter()).selectItem("All tasks");
        assertThat(test(grid()).size()).isEqualTo(2);
        test(filter()).selectItem("Not taken");
        assertThat(address()).isEqualTo("tasks?show=unclaimed");
    }

    @Test
    void emptyInboxSaysWhatToDo() {
        navigate("tasks", TasksView.class);

        assertThat(test(grid()).size()).isZero();
        assertThat(emptyTexts()).anyMatch(text -> text.contains("New tasks appear here by themselves"));
        test(filter()).selectItem("Overdue");
        assertThat(emptyTexts()).anyMatch(text -> text.contains("Choose “All tasks”"));
    }

    @Test
    void staleLinkSaysThatTheTaskIsDoneOrNotYours() {
        SampleTask another = samples.open(samples.distributor("Clara"), null);

        open(another);

        assertThat(texts(H2.class)).contains("This task is not in your list");
        assertThat(find(Button.class).withId(SampleForm.DECIDE).exists()).isFalse();
        SampleTask mine = samples.open(anna, null);
        navigate("tasks/999", TasksView.class);
        test(button("Next task")).click();
        assertThat(address()).isEqualTo("tasks/" + mine.key());
    }

    @Test
    void claimedTaskCanBeGivenBack() {
        SampleTask task = samples.open(anna, null);
        open(task);

        test(button("Take this task")).click();
        assertThat(cell(0, TaskGrid.DUE, "claimed")).isEqualTo("Taken by you");
        test(button("Give it back")).click();

        assertThat(cell(0, TaskGrid.DUE, "claimed")).isEqualTo("Not taken");
    }

    @Test
    void whoClaimsTooLateLearnsWhoHasTheTask() {
        SampleTask task = samples.open(anna, null);
        open(task);
        tasks.claim(task.key(), samples.colleague(anna, "Boris"));

        test(button("Take this task")).click();

        assertThat(notices()).anyMatch(text -> text.contains("This task is taken by Boris."));
        assertThat(texts(H2.class)).contains("Taken by Boris");
        assertThat(find(Button.class).withId(SampleForm.DECIDE).exists()).isFalse();
    }

    @Test
    void decidedTaskIsBeingProcessedUntilTheEngineHasCompletedIt() {
        SampleTask task = samples.open(anna, null);
        SampleTask next = samples.open(anna, null);
        open(task);

        test(button(SampleForm.DECIDE)).click();
        open(next);
        open(task);
        assertThat(texts(H2.class)).contains("Being processed");
        task.tell("completing");
        announce(anna);

        assertThat(texts(H2.class)).contains("The task is closed").doesNotContain("Being processed");
        assertThat(test(grid()).size()).isEqualTo(1);
        test(button("Next task")).click();
        assertThat(address()).isEqualTo("tasks/" + next.key());
    }

    @Test
    void leavingTheFormUndecidedLeadsToTheList() {
        SampleTask task = samples.open(anna, null);
        open(task);

        test(button(SampleForm.LEAVE)).click();

        assertThat(address()).isEqualTo("tasks");
    }

    @Test
    void newTasksAppearWithoutReloadAndLeaveTheOpenFormAlone() {
        SampleTask task = samples.open(anna, null);
        open(task);
        TextField note = find(TextField.class).withId(SampleForm.NOTE).single();
        test(note).setValue("half typed");

        samples.open(anna, null);
        announce(anna);

        assertThat(test(grid()).size()).isEqualTo(2);
        assertThat(find(TextField.class).withId(SampleForm.NOTE).single()).isSameAs(note);
        assertThat(note.getValue()).isEqualTo("half typed");
    }

    /** What a person has chosen stays so until the next visit; what was searched for, or looked up in what is done, does not hide tasks then. */
    @Test
    void aLinkShowsWhatItSaysAndTheMenuWhatThePersonChoseLast() {
        SampleTask mine = samples.openAbout(anna, "65506");
        samples.open(anna, null);
        tasks.claim(mine.key(), anna);
        navigate("tasks", TasksView.class);
        test(filter()).selectItem("Mine");
        test(find(TextField.class).withId(TaskFilters.SEARCH).single()).setValue("nothing of the kind");
        assertThat(test(grid()).size()).isZero();
        test(sort()).selectItem("By name");

        navigate("settings", SettingsView.class);
        navigate("tasks", TasksView.class);
        assertThat(filter().getValue()).isEqualTo(TaskFilter.MINE);
        assertThat(find(TextField.class).withId(TaskFilters.SEARCH).single().getValue()).isEmpty();
        assertThat(sort().getValue()).isEqualTo(TaskSort.SUBJECT);
        assertThat(test(grid()).size()).isEqualTo(1);
        test(filter()).selectItem("Done");

        navigate("settings", SettingsView.class);
        navigate("tasks", TasksView.class);
        assertThat(filter().getValue()).isEqualTo(TaskFilter.MINE);
        UI.getCurrent().navigate("tasks", QueryParameters.of("show", "unclaimed"));
        assertThat(sort().getValue()).isEqualTo(TaskSort.DUE);
        assertThat(test(grid()).size()).isEqualTo(1);
    }

    @Test
    void aLinkToAllTasksShowsThemAlsoOnceOneIsOpened() {
        samples.open(anna, Instant.now().plus(Duration.ofDays(1)));
        SampleTask second = samples.open(anna, Instant.now().plus(Duration.ofDays(2)));
        navigate("tasks", TasksView.class);
        test(filter()).selectItem("Mine");

        UI.getCurrent().navigate("tasks", QueryParameters.of("show", "all"));
        assertThat(test(grid()).size()).isEqualTo(2);
        test(grid()).select(1);

        assertThat(address()).isEqualTo("tasks/" + second.key() + "?show=all");
        assertThat(test(grid()).size()).isEqualTo(2);
        test(button("Tasks")).click();
        assertThat(filter().getValue()).isEqualTo(TaskFilter.ALL);
        assertThat(settings.last(anna).show()).as("a link is no choice").isEqualTo(TaskFilter.MINE);
    }

    @Test
    void whoSearchesInWhatALinkShowsKeepsTheOwnOrder() {
        navigate("tasks", TasksView.class);
        test(sort()).selectItem("By name");

        UI.getCurrent().navigate("tasks", QueryParameters.of("show", "mine"));
        test(find(TextField.class).withId(TaskFilters.SEARCH).single()).setValue("65506");
        assertThat(sort().getValue()).isEqualTo(TaskSort.DUE);
        test(filter()).selectItem("Not taken");
        assertThat(settings.last(anna).sort()).isEqualTo(TaskSort.SUBJECT);

        UI.getCurrent().navigate("tasks");
        assertThat(sort().getValue()).isEqualTo(TaskSort.SUBJECT);
    }

    @Test
    void theNumberOfTasksStaysRightWhenOneIsDone() {
        SampleTask task = samples.open(anna, null);
        samples.open(anna, null);
        navigate("tasks", TasksView.class);
        UI.getCurrent().navigate("tasks", QueryParameters.of("show", "unclaimed"));
        assertThat(texts(Span.class)).contains("Tasks found: 2");

        task.tell("completing");
        announce(anna);

        assertThat(texts(Span.class)).contains("Tasks found: 1");
    }

    @Test
    void aKindThatDoesNotExistIsLeftOutOfAnAddress() {
        samples.open(anna, null);
        navigate("tasks", TasksView.class);

        UI.getCurrent().navigate("tasks", QueryParameters.of("kind", "Task_Nowhere"));

        assertThat(test(grid()).size()).isEqualTo(1);
        assertThat(find(Select.class).withId(TaskFilters.KIND).exists()).as("there is only one to choose").isFalse();
        UI.getCurrent().navigate("tasks", QueryParameters.of("kind", SampleForm.ELEMENT));
        assertThat(find(Select.class).withId(TaskFilters.KIND).single().getValue()).isEqualTo(SampleForm.ELEMENT);
        assertThat(test(grid()).size()).isEqualTo(1);
    }

    @Test
    void searchIsInTheAddressAndSaysHowMuchWasFound() {
        SampleTask wanted = samples.openAbout(anna, "65506");
        samples.open(anna, null);
        navigate("tasks", TasksView.class);
        TextField search = find(TextField.class).withId(TaskFilters.SEARCH).single();

        test(search).setValue("65506");
        assertThat(address()).isEqualTo("tasks?text=65506");
        assertThat(cell(0, TaskGrid.TASK, "subject")).contains(wanted.subjectId().toString());
        assertThat(texts(Span.class)).contains("Tasks found: 1");
        test(search).setValue("nothing of the kind");
        assertThat(emptyTexts()).anyMatch(text -> text.contains("reset the filters"));
    }

    /** A search is told once the person pauses: what was typed before the click on a row comes behind it. */
    @Test
    void whatIsSearchedBehindAClickOnARowLeavesTheTaskOpen() {
        samples.open(anna, Instant.now().plus(Duration.ofDays(1)));
        SampleTask wanted = samples.openAbout(anna, "65506");
        navigate("tasks", TasksView.class);
        test(grid()).select(0);
        TextField note = find(TextField.class).withId(SampleForm.NOTE).single();
        test(note).setValue("half typed");

        test(find(TextField.class).withId(TaskFilters.SEARCH).single()).setValue("65506");

        assertThat(test(grid()).size()).isEqualTo(1);
        assertThat(cell(0, TaskGrid.TASK, "subject")).contains(wanted.subjectId().toString());
        assertThat(find(TextField.class).withId(SampleForm.NOTE).single()).isSameAs(note);
        assertThat(note.getValue()).isEqualTo("half typed");
        test(button("Tasks")).click();
        assertThat(address()).isEqualTo("tasks?text=65506");
    }

    @Test
    void anotherFilterClosesTheOpenTask() {
        open(samples.open(anna, null));

        test(filter()).selectItem("Not taken");

        assertThat(address()).isEqualTo("tasks?show=unclaimed");
        assertThat(find(Button.class).withId(SampleForm.DECIDE).exists()).isFalse();
    }

    @Test
    void severalTasksAreTakenAndWhoHasTheOthersIsTold() {
        SampleTask first = samples.open(anna, Instant.now().plus(Duration.ofDays(1)));
        SampleTask second = samples.open(anna, Instant.now().plus(Duration.ofDays(2)));
        navigate("tasks", TasksView.class);
        test(grid()).invokeLitRendererFunction(0, TaskGrid.CHOICE, "choose", chosen());
        test(grid()).invokeLitRendererFunction(1, TaskGrid.CHOICE, "choose", chosen());
        assertThat(texts(Span.class)).contains("Marked: 2");
        tasks.claim(second.key(), samples.colleague(anna, "Boris"));

        test(button("Take them")).click();

        assertThat(notices()).anyMatch(text -> text.contains("Taken by you: 1. Already taken by others: Boris (1)."));
        assertThat(cell(0, TaskGrid.DUE, "claimed")).isEqualTo("Taken by you");
        assertThat(inbox.find(first.key(), anna).orElseThrow().assignee()).isEqualTo(anna.id());
    }

    @Test
    void aColleaguesTaskIsTakenOverInAStepOfItsOwn() {
        SampleTask task = samples.open(anna, null);
        tasks.claim(task.key(), samples.colleague(anna, "Boris"));
        open(task);

        test(button("Take over from Boris")).click();
        assertThat(cell(0, TaskGrid.DUE, "claimed")).isEqualTo("Taken by Boris");
        test(find(ConfirmDialog.class).single()).confirm();

        assertThat(cell(0, TaskGrid.DUE, "claimed")).isEqualTo("Taken by you");
        assertThat(texts(ListItem.class)).anyMatch(text -> text.contains("Anna took the task over from Boris"));
    }

    @ParameterizedTest
    @CsvSource({"en, Taken by the sales department, Take over from the sales department, Anna took the task over from the sales department",
        "ru, В работе у отдела продаж, Забрать у отдела продаж, Anna забирает задачу у отдела продаж"})
    void whatTheSalesDepartmentHasIsToldWithoutAName(String language, String taken, String take, String told) {
        UI.getCurrent().setLocale(Locale.of(language));
        Actor seller = samples.person("Seller", Role.SALES, null);
        SampleTask task = samples.openForBoth(anna, seller);
        tasks.claim(task.key(), seller);

        open(task);

        assertThat(texts(H2.class)).contains(taken);
        assertThat(cell(0, TaskGrid.DUE, "claimed")).isEqualTo(taken);
        test(button(take)).click();
        test(find(ConfirmDialog.class).single()).confirm();
        assertThat(texts(ListItem.class)).anyMatch(text -> text.contains(told));
    }

    @Test
    void commentsAreAddedAndEmptyOnesRefused() {
        SampleTask task = samples.open(anna, null);
        open(task);
        test(button("Add comment")).click();
        TextArea text = find(TextArea.class).withId(TaskNotesPanel.TEXT).single();
        assertThat(text.isInvalid()).isTrue();

        test(text).setValue("Called them");
        test(button("Add comment")).click();
        announce(anna);

        assertThat(texts(ListItem.class)).anyMatch(line -> line.contains("Called them") && line.contains("Anna"));
        assertThat(cell(0, TaskGrid.TASK, "comments")).isEqualTo("Comments: 1");
        assertThat(text.getValue()).isEmpty();
    }

    @Test
    void doneTaskIsReadOnly() {
        SampleTask task = samples.open(anna, null);
        notes.comment(task.key(), "Said before", anna);
        task.tell("completing");
        UI.getCurrent().navigate("tasks", QueryParameters.of("show", "done"));
        assertThat(cell(0, TaskGrid.DUE, "claimed")).isEqualTo("Done");

        test(grid()).select(0);

        assertThat(texts(H2.class)).contains("This task is done");
        assertThat(texts(ListItem.class)).anyMatch(line -> line.contains("Said before"));
        assertThat(find(Button.class).withId(SampleForm.DECIDE).exists()).isFalse();
        assertThat(find(Button.class).withText("Add comment").exists()).isFalse();
    }

    @Test
    void afterADecisionItsResultStaysAndOffersTheNextTask() {
        SampleTask task = samples.open(anna, Instant.now().plus(Duration.ofDays(1)));
        SampleTask next = samples.open(anna, Instant.now().plus(Duration.ofDays(2)));
        settings.turn(InboxSettings.Switch.OPEN_NEXT, true, anna);
        open(task);

        test(button(SampleForm.DECIDE)).click();
        assertThat(texts(H2.class)).contains("Decided");
        assertThat(address()).isEqualTo("tasks/" + task.key());
        task.tell("completing");
        announce(anna);
        assertThat(texts(H2.class)).contains("Decided");

        test(button("Next task")).click();
        assertThat(address()).isEqualTo("tasks/" + next.key());
    }

    @Test
    void whoDoesNotWantTheNextTaskIsOfferedTheList() {
        SampleTask task = samples.open(anna, null);
        samples.open(anna, null);
        settings.turn(InboxSettings.Switch.OPEN_NEXT, false, anna);
        open(task);

        test(button(SampleForm.DECIDE)).click();

        assertThat(texts(H2.class)).contains("Decided");
        assertThat(find(Button.class).withText("Next task").exists()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"en, Notifications, New tasks", "ru, Уведомления, Новые задачи"})
    void switchesAreKeptAtOnce(String language, String title, String label) {
        UI.getCurrent().setLocale(Locale.of(language));
        SettingsView view = navigate("settings", SettingsView.class);
        Checkbox created = find(Checkbox.class).withId(SettingsView.CREATED).single();
        assertThat(view.getPageTitle()).isEqualTo(title);
        assertThat(created.getLabel()).isEqualTo(label);
        assertThat(created.getValue()).isTrue();

        test(created).click();

        assertThat(settings.switches(anna)).isEqualTo(new InboxSettings.Switches(false, true, false));
        assertThat(notices()).isNotEmpty();
    }

    /** Of two pages of one person the later click undoes nothing that the other page has switched. */
    @Test
    void aSwitchKeepsTheOthersAsTheyAre() {
        navigate("settings", SettingsView.class);
        settings.turn(InboxSettings.Switch.MAIL_OVERDUE, false, anna);

        test(find(Checkbox.class).withId(SettingsView.NEXT).single()).click();

        assertThat(settings.switches(anna)).isEqualTo(new InboxSettings.Switches(true, false, true));
    }

    private static ArrayNode chosen() {
        return JsonNodeFactory.instance.arrayNode().add(true);
    }

    private TasksView open(SampleTask task) {
        return navigate("tasks/" + task.key(), TasksView.class);
    }

    /** Lets the page hear of a change, and waits until it has answered. */
    private void announce(Actor actor) {
        AtomicBoolean refreshed = new AtomicBoolean();
        grid().getDataProvider().addDataProviderListener(change -> refreshed.set(true));
        Change change = new Change(Change.Topic.TASKS, actor.groups().iterator().next());
        listeners.forEach(listener -> listener.accept(change));
        Awaitility.await().pollInSameThread().until(() -> {
            VaadinService.getCurrent().runPendingAccessTasks(VaadinSession.getCurrent());
            return refreshed.get();
        });
    }

    private String cell(int row, String column, String property) {
        return test(grid()).getLitRendererPropertyValue(row, column, property, String.class);
    }

    private TaskGrid grid() {
        return find(TaskGrid.class).single();
    }

    @SuppressWarnings("unchecked")
    private Select<TaskFilter> filter() {
        return find(Select.class).withId(TaskFilters.SHOW).single();
    }

    @SuppressWarnings("unchecked")
    private Select<TaskSort> sort() {
        return find(Select.class).withId(TaskFilters.SORT).single();
    }

    private Button button(String text) {
        return find(Button.class).withText(text).single();
    }

    private <T extends Component> List<String> texts(Class<T> type) {
        return find(type).all().stream().map(component -> component.getElement().getTextRecursively()).toList();
    }

    private List<String> emptyTexts() {
        return List.of(grid().getEmptyStateComponent().getElement().getTextRecursively());
    }

    private List<String> notices() {
        return find(Notification.class).all().stream().map(n -> n.getElement().getTextRecursively()).toList();
    }

    private static String address() {
        return UI.getCurrent().getInternals().getActiveViewLocation().getPathWithQueryParameters();
    }
}
