package com.texchange.tasks.worker;

import static org.assertj.core.api.Assertions.assertThat;

import com.texchange.common.Actor;
import com.texchange.common.Languages;
import com.texchange.common.Role;
import com.texchange.mail.Letter;
import com.texchange.mail.Letters;
import com.texchange.tasks.InboxSettings;
import com.texchange.tasks.InboxSettings.Switch;
import com.texchange.tasks.TaskSamples;
import com.texchange.tasks.TaskSamples.SampleTask;
import com.texchange.tasks.Tasks;
import com.texchange.tasks.TasksModuleTest;
import com.texchange.testing.WrittenLetter;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@TasksModuleTest
class TaskLettersIT {

    @Autowired
    TaskSamples samples;
    @Autowired
    InboxSettings settings;
    @Autowired
    OverdueTasks overdue;
    @Autowired
    Letters letters;
    @Autowired
    Tasks tasks;
    @Autowired
    JdbcClient jdbc;
    @Autowired
    TransactionTemplate transaction;
    private Actor anna;
    private Actor boris;

    @BeforeEach
    void people() {
        anna = samples.distributor("Anna");
        boris = samples.person("Борис", Role.DISTRIBUTOR, anna.companyId(), Locale.of("ru"));
    }

    @Test
    void eachOfTheGroupHearsOfANewTaskOnceInTheOwnLanguage() {
        SampleTask task = samples.open(anna, Instant.now().plus(Duration.ofDays(3)));
        task.tell("creating");
        task.tell("updating");

        assertThat(lettersTo(anna)).singleElement().satisfies(letter -> {
            assertThat(letter.subject()).startsWith("New task: ").contains(task.subjectId().toString());
            assertThat(letter.plain()).contains("A task is waiting for you", "/tasks/" + task.key(), "Due ", "/settings");
            assertThat(letter.html()).contains("A new task", "/tasks/" + task.key());
        });
        assertThat(lettersTo(boris)).singleElement().satisfies(letter -> {
            assertThat(letter.subject()).startsWith("Новая задача: ");
            assertThat(letter.plain()).contains("Вас и Ваших коллег ждёт задача", "Срок: ");
        });
    }

    @Test
    void strangersAndThoseWhoCannotComeInHearNothing() {
        Actor supplier = samples.person("Supplier", Role.SUPPLIER, anna.companyId());
        Actor disabled = samples.colleague(anna, "Disabled");
        Actor newcomer = samples.colleague(anna, "Newcomer");
        Actor stranger = samples.distributor("Stranger");
        jdbc.sql("update account set enabled = false where id = ?").param(disabled.id().value()).update();
        jdbc.sql("update account set password_hash = null where id = ?").param(newcomer.id().value()).update();

        samples.open(anna, null);

        for (Actor other : List.of(supplier, disabled, newcomer, stranger)) {
            assertThat(lettersTo(other)).as(other.name()).isEmpty();
        }
    }

    @Test
    void salesPeopleAreWrittenToAboutNewTasksOnlyIfTheyWant() {
        Actor seller = samples.person("Seller", Role.SALES, null);
        Actor keen = samples.person("Keen seller", Role.SALES, null);
        settings.turn(Switch.MAIL_CREATED, true, keen);

        samples.open(seller, null);

        assertThat(lettersTo(seller)).isEmpty();
        assertThat(lettersTo(keen)).hasSize(1);
    }

    @Test
    void whoseStepLedToTheTaskIsNotTold() {
        samples.openAfterStepsOf(anna, anna);

        assertThat(lettersTo(anna)).isEmpty();
        assertThat(lettersTo(boris)).hasSize(1);
    }

    @Test
    void whomTheProcessHasJustWrittenToAboutTheSameIsNotToldAgain() {
        SampleTask task = samples.unknown(anna);
        writeAbout(task.subjectId(), anna);

        task.tell("creating");

        assertThat(lettersTo(anna)).extracting(WrittenLetter::template).containsExactly("rejected");
        assertThat(lettersTo(boris)).hasSize(1);
    }

    @Test
    void aTaskThatIsBegunAnewIsNoNews() {
        SampleTask task = samples.open(anna, null);
        samples.nextOf(task).tell("creating");

        assertThat(lettersTo(anna)).hasSize(1);
    }

    @Test
    void aTaskThatEndedBeforeItCameIsNoNews() {
        samples.unknown(anna).tell("completing");

        assertThat(lettersTo(anna)).isEmpty();
    }

    @Test
    void eachHearsOnceThatATaskIsOverdueUnlessSwitchedOff() {
        settings.turn(Switch.MAIL_CREATED, false, anna);
        settings.turn(Switch.MAIL_CREATED, false, boris);
        settings.turn(Switch.MAIL_OVERDUE, false, boris);
        SampleTask task = samples.open(anna, ago(Duration.ofHours(2)));

        tellAll();
        tellAll();
        jdbc.sql("update user_task set overdue_told_at = null where task_key = ?").param(task.key()).update();
        tellAll();

        assertThat(lettersTo(anna)).singleElement().satisfies(letter -> {
            assertThat(letter.template()).isEqualTo("task-overdue");
            assertThat(letter.subject()).startsWith("Task overdue: ");
            assertThat(letter.plain()).contains("/tasks/" + task.key());
        });
        assertThat(lettersTo(boris)).isEmpty();
    }

    @Test
    void nobodyIsToldOfWhatIsNotOverdueOrDoneOrOld() {
        settings.turn(Switch.MAIL_CREATED, false, anna);
        samples.open(anna, null);
        samples.open(anna, ago(Duration.ofMinutes(-30)));
        samples.open(anna, ago(Duration.ofMinutes(10)));
        samples.open(anna, ago(Duration.ofDays(30)));
        SampleTask decided = samples.open(anna, ago(Duration.ofHours(2)));
        transaction.executeWithoutResult(status -> tasks.submit(decided.key(), anna, Map.of()));

        tellAll();

        assertThat(lettersTo(anna)).isEmpty();
    }

    @Test
    void aReminderOfTheProcessStandsForTheLetterAboutTheOverdueTask() {
        settings.turn(Switch.MAIL_CREATED, false, anna);
        SampleTask task = samples.open(anna, ago(Duration.ofHours(2)));
        writeAbout(task.subjectId(), anna);

        tellAll();

        assertThat(lettersTo(anna)).extracting(WrittenLetter::template).containsExactly("rejected");
    }

    /** Others tests' tasks may fill a batch. */
    private void tellAll() {
        while (overdue.tellBatch() == OverdueTasks.BATCH) {
            Thread.onSpinWait();
        }
    }

    private void writeAbout(UUID subject, Actor to) {
        transaction.executeWithoutResult(status -> letters.queue(new Letter("of-test/" + subject, "rejected", to.email(),
                Languages.ENGLISH, new Object[] {"x", "y"}, Map.of("name", "x", "supplier", "x", "distributor", "y", "code",
                        "1", "reason", "", "link", "https://example.com"), subject)));
    }

    private List<WrittenLetter> lettersTo(Actor person) {
        return WrittenLetter.to(person.email().value(), jdbc);
    }

    private static Instant ago(Duration time) {
        return Instant.now().minus(time);
    }
}
