package com.texchange.common.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.texchange.accounts.Accounts;
import com.texchange.common.Actor;
import com.texchange.common.CurrentActor;
import com.texchange.common.Languages;
import com.texchange.common.RefusedException;
import com.texchange.common.TooLateException;
import com.texchange.testing.IntegrationTest;
import com.texchange.testing.Page;
import com.texchange.testing.SignedIn;
import com.texchange.testing.TestPeople;
import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.combobox.ComboBoxBase;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.progressbar.ProgressBar;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextArea;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import java.util.Locale;
import com.vaadin.flow.component.textfield.TextField;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.core.context.SecurityContextHolder;

/** What holds for every form. */
@IntegrationTest
class FormsIT extends Page {

    @Autowired
    TestPeople people;
    @Autowired
    CurrentActor currentActor;
    @Autowired
    Accounts accounts;
    private Actor supplier;
    private final AtomicInteger taken = new AtomicInteger();

    @BeforeEach
    void home() {
        supplier = people.supplier();
        SignedIn.as(supplier, "en");
        open("");
    }

    @Test
    void theStepIsTakenAndTheWindowCloses() {
        dialog(true);
        click("Do it");

        assertThat(taken).hasValue(1);
        assertThat(find(FormDialog.class).exists()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"ru", "en"})
    void weeksBeginOnMondayWithWhateverJava(String language) {
        UI.getCurrent().setLocale(Locale.of(language));

        assertThat(new DayPicker("Day").getI18n().getFirstDayOfWeek()).isEqualTo(1);
    }

    @Test
    void aWindowThatStaysOpenCanBeSubmittedAgain() {
        dialog(false);
        click("Do it");
        click("Do it");

        assertThat(taken).hasValue(2);
        assertThat(find(FormDialog.class).exists()).isTrue();
    }

    @Test
    void aRefusalLeavesTheWindowOpenWithItsButton() {
        FormDialog dialog = new FormDialog("Title", "Do it", () -> {
            throw new IllegalStateException("refused");
        }).content(new TextField("Name"));
        dialog.open();

        assertThatThrownBy(() -> click("Do it")).hasMessageContaining("refused");

        assertThat(find(FormDialog.class).exists()).isTrue();
        assertThat(hasButton("Do it")).isTrue();
    }

    /** Nothing that could be typed would change that. */
    @Test
    void aWindowAboutWhatHasEndedClosesAndThePageIsReadAnew() {
        new ReasonDialog("Title", "Text", "Do it", FormsIT::refuseAsTooLate).rereading(taken::incrementAndGet).open();
        test(find(TextArea.class).single()).setValue("Why");

        click("Do it");

        assertThat(find(FormDialog.class).exists()).isFalse();
        assertThat(find(ConfirmDialog.class).exists()).isFalse();
        assertThat(taken).hasValue(1);
        assertThat(notices()).singleElement().asString().contains("The invitation was revoked.");
    }

    /** As a password. */
    @Test
    void soDoesOneWhoseStepHasAskedSomethingOverIt() {
        List<Runnable> asked = new ArrayList<>();
        new ReasonDialog("Title", "Text", "Do it", FormsIT::refuseAsTooLate).first(asked::add).rereading(taken::incrementAndGet).open();
        test(find(TextArea.class).single()).setValue("Why");
        click("Do it");
        assertThat(find(FormDialog.class).exists()).isTrue();

        asked.getFirst().run();

        assertThat(find(FormDialog.class).exists()).isFalse();
        assertThat(taken).hasValue(1);
    }

    private static void refuseAsTooLate(String reason) {
        throw new TooLateException("onboarding.refused.stage.REVOKED");
    }

    @Test
    void aLongStepLeavesThePageToItsPersonAndIsTakenOnce() {
        CountDownLatch answered = new CountDownLatch(1);
        AtomicReference<Optional<Actor>> byWhom = new AtomicReference<>();
        FormDialog dialog = dialogOfLongStep(() -> {
            waitFor(answered);
            byWhom.set(currentActor.find());
        });

        click("Do it");
        roundTrip();
        assertThat(dialog.isOpened()).isTrue();
        assertThat(button("Do it").isEnabled()).isFalse();
        answered.countDown();

        until(() -> !find(FormDialog.class).exists());
        assertThat(byWhom.get()).map(Actor::id).contains(supplier.id());
        assertThat(taken).hasValue(1);
    }

    @Test
    void aLongStepThatIsRefusedLeavesTheWindowOpenWithItsButton() {
        FormDialog dialog = dialogOfLongStep(() -> {
            throw new RefusedException("identityproviders.refused.none");
        });

        click("Do it");

        until(() -> !notices().isEmpty());
        assertThat(dialog.isOpened()).isTrue();
        assertThat(button("Do it").isEnabled()).isTrue();
        assertThat(taken).hasValue(0);
    }

    /** Nor does anybody's command wait for what another system takes to answer. */
    @Test
    void aStepThatAsksAnotherSystemHasNoTurnAmongTheCommandsInTheDatabase() {
        CountDownLatch begun = new CountDownLatch(CommandsAtOnce.OF_ONE);
        CountDownLatch done = new CountDownLatch(1);
        for (int i = 0; i < CommandsAtOnce.OF_ONE; i++) {
            Thread.ofVirtual().start(() -> CommandsAtOnce.OF_INSTANCE.inTurn(supplier.id(), () -> {
                begun.countDown();
                waitFor(done);
                return "done";
            }));
        }
        try {
            waitFor(begun);
            dialogOfLongStep(() -> { });
            click("Do it");

            until(() -> taken.get() == 1);
        } finally {
            done.countDown();
        }
    }

    @Test
    void aLongStepThatCannotBeCalledBackHoldsItsWindowAndSaysThatItIsTaken() {
        CountDownLatch answered = new CountDownLatch(1);
        FormDialog[] dialog = new FormDialog[1];
        dialog[0] = new FormDialog("Title", "Do it", () -> dialog[0].take(true, () -> {
            waitFor(answered);
            dialog[0].progress(1, 2);
            return "done";
        }, result -> {
            taken.incrementAndGet();
            return result.equals("done");
        })).content(new TextField("Name"));
        dialog[0].open();

        click("Do it");
        roundTrip();
        assertThat(find(ProgressBar.class, dialog[0]).single().isVisible()).isTrue();
        assertThat(button("Do it").isEnabled()).isFalse();
        escape(dialog[0]);
        assertThat(dialog[0].isOpened()).isTrue();
        answered.countDown();

        until(() -> !dialog[0].isOpened());
        assertThat(taken).hasValue(1);
    }

    @Test
    void theAnswerToALongQuestionIsAwaitedAndALateOneIsNotHeard() {
        CountDownLatch late = new CountDownLatch(1);
        CountDownLatch lateIsAnswered = new CountDownLatch(1);
        List<String> heard = new ArrayList<>();
        FormDialog dialog = dialog(false);
        dialog.ask(true, () -> {
            waitFor(late);
            lateIsAnswered.countDown();
            return "late";
        }, heard::add);
        assertThat(button("Do it").isEnabled()).isFalse();
        dialog.ask(true, () -> "now", heard::add);

        until(() -> !heard.isEmpty());
        late.countDown();
        waitFor(lateIsAnswered);
        roundTrip();
        assertThat(heard).containsExactly("now");
        assertThat(button("Do it").isEnabled()).isTrue();
    }

    private FormDialog dialogOfLongStep(Runnable step) {
        FormDialog[] dialog = new FormDialog[1];
        dialog[0] = new FormDialog("Title", "Do it", () -> {
            dialog[0].takeLongStep(step, taken::incrementAndGet);
            return false;
        }).content(new TextField("Name"));
        dialog[0].open();
        return dialog[0];
    }

    private static void waitFor(CountDownLatch latch) {
        try {
            assertThat(latch.await(1, TimeUnit.MINUTES)).isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** In Kamchatka it is the next morning; where the server stands says nothing to the reader. */
    @Test
    void aRefusalTellsAMomentByTheClockOfThePage() {
        DateTimes.use(UI.getCurrent(), ZoneId.of("Asia/Kamchatka"));

        Notices.refused(new RefusedException("tasks.refused.done", "Anna", Instant.parse("2026-01-05T20:30:00Z")));

        assertThat(notices()).singleElement().asString().contains("Anna", "Jan 6, 2026, 8:30");
    }

    @Test
    void aRefusalStandsUntilTheNextAnswer() {
        Notices.success("Sent");
        Notices.error("Wrong address");
        Notices.error("Wrong key");
        assertThat(notices()).hasSize(2).anyMatch(notice -> notice.contains("Sent")).anyMatch(notice -> notice.contains("Wrong key"));

        Notices.success("Saved");

        assertThat(notices()).hasSize(2).anyMatch(notice -> notice.contains("Saved")).noneMatch(notice -> notice.contains("Wrong"));
    }

    /** What was done is often said by a window of its own. */
    @Test
    void aRefusalDoesNotStandBesideTheNextTry() {
        dialog(true);
        Notices.error("Wrong address");

        click("Do it");

        assertThat(taken).hasValue(1);
        assertThat(notices()).noneMatch(notice -> notice.contains("Wrong address"));
    }

    @Test
    void escapeAsksBeforeItThrowsAwayWhatWasTyped() {
        FormDialog dialog = dialog(true);
        test(find(TextField.class, dialog).single()).setValue("typed");
        escape(dialog);
        assertThat(dialog.isOpened()).isTrue();

        test(find(ConfirmDialog.class).single()).reject();

        assertThat(dialog.isOpened()).isFalse();
        assertThat(taken).hasValue(0);
    }

    @Test
    void escapeClosesAWindowThatNothingWasTypedInto() {
        FormDialog dialog = dialog(true);
        escape(dialog);

        assertThat(dialog.isOpened()).isFalse();
    }

    @Test
    void theButtonThatLeavesAsksAsEscapeDoes() {
        FormDialog untouched = dialog(true);
        click("Cancel");
        assertThat(untouched.isOpened()).as("nothing was typed").isFalse();

        FormDialog dialog = dialog(true);
        test(find(TextField.class, dialog).single()).setValue("typed");
        click("Cancel");
        test(find(ConfirmDialog.class).single()).confirm();
        assertThat(dialog.isOpened()).isTrue();
        assertThat(find(TextField.class, dialog).single().getValue()).isEqualTo("typed");

        click("Cancel");
        test(find(ConfirmDialog.class).single()).reject();
        assertThat(dialog.isOpened()).isFalse();
        assertThat(taken).hasValue(0);
    }

    @Test
    void whatWasTypedIntoAPickerIsAskedForToo() {
        SearchPicker<String> picker = new SearchPicker<>("Who");
        picker.offer(List.of("Anna"));
        picker.setAllowCustomValue(true);
        picker.addCustomValueSetListener(custom -> picker.setValue(custom.getDetail()));
        FormDialog dialog = new FormDialog("Title", "Do it", () -> true).content(picker);
        dialog.open();
        ComponentUtil.fireEvent(picker, new ComboBoxBase.CustomValueSetEvent<>(picker, true, "Boris"));

        click("Cancel");

        assertThat(dialog.isOpened()).isTrue();
        assertThat(find(ConfirmDialog.class).exists()).isTrue();
    }

    @Test
    void aFormOfAPageIsAskedForUntilItIsSaved() {
        open("profile");
        test(find(TextField.class).withLabel("Name").single()).setValue("Анна Петрова");
        open("company");
        test(find(ConfirmDialog.class).single()).confirm();
        assertThat(find(TextField.class).withLabel("Name").single().getValue()).isEqualTo("Анна Петрова");

        click("Save");
        open("company");

        assertThat(find(ConfirmDialog.class).exists()).isFalse();
    }

    @Test
    void whatWasTypedSurvivesAnotherLanguageOnce() {
        SecurityContextHolder.clearContext();
        open("register");
        test(find(TextField.class).all().getFirst()).setValue("ООО «Новичок»");

        KeptInput.keep(UI.getCurrent());
        // The switch loads the page anew; a navigation asks.
        open("login");
        test(find(ConfirmDialog.class).single()).reject();
        open("register");
        assertThat(find(TextField.class).all().getFirst().getValue()).isEqualTo("ООО «Новичок»");

        open("login");
        test(find(ConfirmDialog.class).single()).reject();
        open("register");
        assertThat(find(TextField.class).all().getFirst().getValue()).isEmpty();
    }

    @Test
    void aFormsFieldThatNobodyTouchedShowsWhatIsTrueAfterAnotherLanguage() {
        accounts.chooseLanguage(supplier.id(), Languages.RUSSIAN);
        open("profile");
        test(find(TextField.class).withLabel("Name").single()).setValue("Анна Петрова");
        accounts.chooseLanguage(supplier.id(), Languages.ENGLISH);
        rebuild("profile");

        assertThat(find(TextField.class).withLabel("Name").single().getValue()).isEqualTo("Анна Петрова");
        assertThat(language().getValue()).isEqualTo(Languages.ENGLISH);
        click("Save");
        assertThat(accounts.get(supplier.id()).locale()).isEqualTo(Languages.ENGLISH);
        assertThat(accounts.get(supplier.id()).name()).isEqualTo("Анна Петрова");
    }

    @Test
    void whatWasChosenInAFormSurvivesAnotherLanguageUntilItIsSaved() {
        accounts.chooseLanguage(supplier.id(), Languages.RUSSIAN);
        open("profile");
        test(language()).selectItem("English");
        rebuild("profile");
        assertThat(language().getValue()).isEqualTo(Languages.ENGLISH);
        click("Save");

        accounts.chooseLanguage(supplier.id(), Languages.RUSSIAN);
        rebuild("profile");

        assertThat(language().getValue()).isEqualTo(Languages.RUSSIAN);
    }

    private Select<?> language() {
        return find(Select.class).withLabel("Language of letters").single();
    }

    /** As the language switch does. */
    private void rebuild(String page) {
        KeptInput.keep(UI.getCurrent());
        open("help");
        if (find(ConfirmDialog.class).exists()) {
            test(find(ConfirmDialog.class).single()).reject();
        }
        open(page);
    }

    @Test
    void whatSurvivedAnotherLanguageIsAskedForToo() {
        SecurityContextHolder.clearContext();
        open("register");
        test(find(TextField.class).all().getFirst()).setValue("ООО «Новичок»");
        KeptInput.keep(UI.getCurrent());
        open("login");
        test(find(ConfirmDialog.class).single()).reject();
        open("register");

        open("login");

        test(find(ConfirmDialog.class).single()).confirm();
        assertThat(find(TextField.class).all().getFirst().getValue()).isEqualTo("ООО «Новичок»");
    }

    @Test
    void awayFromAPageWithTypedTextIsAskedFor() {
        SecurityContextHolder.clearContext();
        open("register");
        test(find(TextField.class).all().getFirst()).setValue("ООО «Новичок»");

        open("login");
        test(find(ConfirmDialog.class).single()).confirm();
        assertThat(find(TextField.class).all().getFirst().getValue()).isEqualTo("ООО «Новичок»");

        open("login");
        test(find(ConfirmDialog.class).single()).reject();
        assertThat(find(ConfirmDialog.class).exists()).isFalse();
        open("register");
        assertThat(find(TextField.class).all().getFirst().getValue()).isEmpty();
        open("login");
        assertThat(find(ConfirmDialog.class).exists()).isFalse();
    }

    @Test
    void awayFromAWindowWithTypedTextIsAskedForOnce() {
        FormDialog dialog = dialog(true);
        test(find(TextField.class, dialog).single()).setValue("typed");

        open("company");

        test(find(ConfirmDialog.class).single()).reject();
        assertThat(find(ConfirmDialog.class).exists()).isFalse();
        assertThat(UI.getCurrent().getInternals().getActiveViewLocation().getPath()).isEqualTo("company");
    }

    @Test
    void whatWasTypedAndDoneIsNotAskedFor() {
        FormDialog dialog = new FormDialog("Title", "Do it", () -> {
            open("company");
            return true;
        }).content(new TextField("Name"));
        dialog.open();
        test(find(TextField.class, dialog).single()).setValue("typed");

        click("Do it");

        assertThat(find(ConfirmDialog.class).exists()).isFalse();
        assertThat(UI.getCurrent().getInternals().getActiveViewLocation().getPath()).isEqualTo("company");
    }

    @Test
    void aWindowOpensOnceHoweverOftenItsButtonIsPressed() {
        FormDialog first = dialog(true);
        FormDialog second = dialog(true);
        assertThat(first.isOpened()).isTrue();
        assertThat(second.isOpened()).isFalse();
        first.close();
        second.open();
        assertThat(second.isOpened()).isTrue();

        Windows.ask("Really?", "It is done for good.", "Do it", taken::incrementAndGet);
        Windows.ask("Really?", "It is done for good.", "Do it", taken::incrementAndGet);
        test(find(ConfirmDialog.class).single()).confirm();
        assertThat(taken).hasValue(1);
    }

    @Test
    void besideAStepThatTakesSomethingBackNothingIsCalledCancel() {
        Windows.askToTakeBack("Withdraw?", "The other side is told.", "Withdraw", taken::incrementAndGet);

        assertThat(find(ConfirmDialog.class).single().getElement().getProperty("cancelText")).isEqualTo("Close");
    }

    @Test
    void aWindowWithoutFieldsOpensOnceToo() {
        Dialog first = new Dialog("Letter");
        Dialog second = new Dialog("Letter");
        Windows.openOnce(first);
        Windows.openOnce(second);
        assertThat(first.isOpened()).isTrue();
        assertThat(second.isOpened()).isFalse();
        first.close();
        Windows.openOnce(second);
        assertThat(second.isOpened()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"ru, Не больше 1 000 символов, сделать", "en, 'At most 1,000 characters', 'do it'"})
    void aReasonThatIsTooLongIsKeptAndItsLimitNamed(String language, String limit, String action) {
        UI.getCurrent().setLocale(Locale.forLanguageTag(language));
        new ReasonDialog("Title", "Text", action, reason -> taken.incrementAndGet()).open();
        TextArea reason = find(TextArea.class).single();
        test(reason).setValue("a".repeat(1_001));
        click(action);

        assertThat(reason.getValue()).hasSize(1_001);
        assertThat(reason.getErrorMessage().replace('\u00a0', ' ')).contains(limit, "1");
        assertThat(taken).hasValue(0);
        test(reason).setValue("a".repeat(1_000));
        click(action);
        assertThat(taken).hasValue(1);
    }

    private FormDialog dialog(boolean done) {
        FormDialog dialog = new FormDialog("Title", "Do it", () -> {
            taken.incrementAndGet();
            return done;
        }).content(new TextField("Name"));
        dialog.open();
        return dialog;
    }

    private static void escape(Dialog dialog) {
        ComponentUtil.fireEvent(dialog, new Dialog.DialogCloseActionEvent(dialog, true));
    }
}
