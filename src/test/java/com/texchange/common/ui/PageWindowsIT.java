package com.texchange.common.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.texchange.testing.IntegrationTest;
import com.texchange.testing.Page;
import com.texchange.testing.SignedIn;
import com.texchange.testing.TestPeople;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.textfield.TextField;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A window goes with the page that it was opened on. The browser's way back leads to another page as any other way does. */
@IntegrationTest
class PageWindowsIT extends Page {

    private static final String LIST = "exchange/distributors";

    @Autowired
    TestPeople people;

    @BeforeEach
    void onAList() {
        SignedIn.as(people.supplier(), "en");
        open(LIST);
    }

    @Test
    void windowsThatNothingWasTypedIntoCloseWithThePage() {
        FormDialog form = emptyForm();
        Windows.ask("Really?", "It is done for good.", "Do it", () -> { });
        Dialog letter = new Dialog("Letter");
        Windows.openOnce(letter);
        roundTrip();

        open("company");

        assertThat(form.isOpened()).isFalse();
        assertThat(letter.isOpened()).isFalse();
        assertThat(find(ConfirmDialog.class).exists()).isFalse();
        assertThat(find(Dialog.class).exists()).isFalse();
        assertThat(shownPath()).isEqualTo("company");
    }

    @Test
    void whatIsShownOfAnotherIsAnotherPageThoughItsClassIsTheSame() {
        FormDialog form = emptyForm();

        open(LIST + "/3f0c7a52-6c1e-4b3a-9d0e-0a1b2c3d4e5f");

        assertThat(form.isOpened()).isFalse();
    }

    @Test
    void otherFiltersOfThePageLeaveItsWindowOpen() {
        FormDialog form = emptyForm();

        open(LIST + "?stage=INVITED");

        assertThat(form.isOpened()).isTrue();
    }

    @Test
    void aWindowThatTheOtherPageOpensAtOnceStays() {
        open("company");
        FormDialog left = emptyForm();

        open(LIST + "?invite");

        assertThat(left.isOpened()).isFalse();
        assertThat(find(FormDialog.class).single().isOpened()).isTrue();

        open("company");
        assertThat(find(FormDialog.class).exists()).isFalse();
    }

    @Test
    void whatWasTypedIsAskedForAndOnlyWhoLeavesLosesTheWindow() {
        FormDialog form = emptyForm();
        test(find(TextField.class, form).single()).setValue("typed");

        open("company");
        test(find(ConfirmDialog.class).single()).confirm();
        assertThat(form.isOpened()).isTrue();
        assertThat(shownPath()).isEqualTo(LIST);

        open("company");
        test(find(ConfirmDialog.class).single()).reject();
        assertThat(form.isOpened()).isFalse();
        assertThat(find(ConfirmDialog.class).exists()).isFalse();
        assertThat(shownPath()).isEqualTo("company");
    }

    @Test
    void aStepThatCannotBeCalledBackIsToldInItsWindowOnTheOtherPageToo() {
        CountDownLatch answered = new CountDownLatch(1);
        FormDialog[] form = new FormDialog[1];
        form[0] = new FormDialog("Title", "Do it", () -> form[0].take(true, () -> isDown(answered), result -> !result))
                .content(new TextField("Name"));
        form[0].open();
        click("Do it");

        open("company");
        assertThat(form[0].isOpened()).isTrue();
        answered.countDown();
        until(() -> button("Do it").isEnabled());

        assertThat(form[0].isOpened()).isTrue();
        open("profile");
        assertThat(form[0].isOpened()).isFalse();
    }

    @Test
    void whatAStepHasTakenAlongIsNotAskedForOnTheWayToThePageThatItLeadsTo() {
        CountDownLatch answered = new CountDownLatch(1);
        FormDialog[] form = new FormDialog[1];
        TextField name = new TextField("Name");
        form[0] = new FormDialog("Title", "Do it", () -> form[0].take(true, () -> isDown(answered), result -> {
            UI.getCurrent().navigate("company");
            return result;
        })).content(name);
        form[0].open();
        roundTrip();
        test(name).setValue("typed");
        click("Do it");

        answered.countDown();
        until(() -> shownPath().equals("company"));

        assertThat(find(ConfirmDialog.class).exists()).isFalse();
        assertThat(form[0].isOpened()).isFalse();
    }

    @Test
    void aWindowThatIsAboutNoPageStays() {
        Dialog ending = new Dialog("Ending");
        Windows.openOverAllPages(ending);
        roundTrip();

        open("company");

        assertThat(ending.isOpened()).isTrue();
    }

    private FormDialog emptyForm() {
        FormDialog form = new FormDialog("Title", "Do it", () -> true).content(new TextField("Name"));
        form.open();
        roundTrip();
        return form;
    }

    private static String shownPath() {
        return UI.getCurrent().getInternals().getActiveViewLocation().getPath();
    }

    private static boolean isDown(CountDownLatch latch) {
        try {
            return latch.await(1, TimeUnit.MINUTES);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
