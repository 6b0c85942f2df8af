package com.texchange.walk;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Mouse;
import com.microsoft.playwright.options.BoundingBox;
import com.texchange.batches.BatchId;
import com.texchange.common.Actor;
import com.texchange.common.Languages;
import com.texchange.common.OnboardingId;
import com.texchange.common.RegistrationId;
import com.texchange.common.Routes;
import com.texchange.invitelists.InvitationLists;
import com.texchange.invitelists.InviteeColumn;
import com.texchange.onboarding.Invitations;
import com.texchange.onboarding.Journey;
import com.texchange.onboarding.Stage;
import com.texchange.registrations.RegistrationInfo;
import com.texchange.registrations.Registrations;
import com.texchange.tasks.UserTask;
import com.texchange.testing.BrowserExtension;
import com.texchange.testing.IntegrationTest;
import com.texchange.testing.Tables;
import com.texchange.testing.TestPeople;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A double click acts once, also where its second half meets what the first one has put under the pointer. */
@IntegrationTest
@ExtendWith(BrowserExtension.class)
class DoubleClicksIT extends SignInWalk {

    private static final String REGISTER = "Task_RegisterDistributor";

    @Autowired
    Journey journey;
    @Autowired
    Invitations invitations;
    @Autowired
    Registrations registrations;
    @Autowired
    InvitationLists lists;
    @Autowired
    JdbcClient jdbc;

    @Test
    void oneNewcomerIsRegisteredAndTheNextTaskStaysClosed() {
        Actor supplier = people.supplier();
        OnboardingId one = journey.invite(supplier, TestPeople.anyEmail());
        OnboardingId two = journey.invite(supplier, TestPeople.anyEmail());
        RegistrationId first = journey.registering(one, TestPeople.anyEmail());
        RegistrationId second = journey.registering(two, TestPeople.anyEmail());
        PersonAtBrowser sales = signedIn(people.sales());
        UserTask task = journey.awaitTask(REGISTER, first.value());
        sales.page().navigate("/" + Routes.TASKS + "/" + task.key());
        Locator approve = sales.button("registrations.form.approve");

        approve.dblclick();

        sales.see("registrations.form.approved", registrations.get(first).companyName());
        assertThat(approve).hasCount(0);
        sales.page().reload();
        assertThat(registrations.get(first).state()).isIn(RegistrationInfo.State.APPROVED, RegistrationInfo.State.OPENED);
        assertThat(registrations.get(second).state()).isEqualTo(RegistrationInfo.State.REQUESTED);
        registrations.reject(second, "Проверено", people.sales());
        journey.awaitStage(one, Stage.ACCEPTING);
        invitations.revoke(one, "Проверено", supplier);
    }

    @Test
    void aTaskIsClaimedAndNotReleasedAndTheOtherWayRound() {
        Actor supplier = people.supplier();
        OnboardingId id = journey.invite(supplier, TestPeople.anyEmail());
        RegistrationId registration = journey.registering(id, TestPeople.anyEmail());
        PersonAtBrowser sales = signedIn(people.sales());
        sales.page().navigate("/" + Routes.TASKS + "/" + journey.awaitTask(REGISTER, registration.value()).key());
        Locator claim = sales.button("tasks.claim");
        Locator release = sales.button("tasks.release");

        clickTwice(sales, claim, release);
        sales.page().reload();
        release.waitFor();
        assertThat(claim).hasCount(0);

        clickTwice(sales, release, claim);
        sales.page().reload();
        claim.waitFor();
        assertThat(release).hasCount(0);
        registrations.reject(registration, "Проверено", people.sales());
    }

    @Test
    void aBatchThatIsStoppedStaysSo() {
        Actor supplier = people.supplier();
        BatchId id = lists.invite(lists.check(Tables.of(InviteeColumn.class, "Ромашка;" + TestPeople.anyEmail()), supplier),
                Languages.RUSSIAN, supplier);
        // As while its worker writes; it begins later, and does nothing for one that is stopped.
        jdbc.sql("update batch set state = 'RUNNING' where id = ?").param(id.value()).update();
        PersonAtBrowser person = signedIn(supplier);
        person.page().navigate("/" + Routes.of(Routes.INVITE_LIST, id));
        Locator resume = person.button("batches.resume");

        clickTwice(person, person.button("batches.stop"), resume);

        person.page().reload();
        resume.waitFor();
        assertThat(jdbc.sql("select state from batch where id = ?").param(id.value()).query(String.class).single())
                .isEqualTo("STOPPED");
        jdbc.sql("delete from batch where id = ?").param(id.value()).update();
    }

    @Test
    void whoAnswersAnInvitationHasNotAcceptedIt() {
        Actor supplier = people.supplier();
        Actor distributor = people.distributor(0);
        OnboardingId id = journey.invite(supplier, distributor.email().value());
        PersonAtBrowser person = signedIn(distributor);
        person.page().navigate("/" + Routes.SUPPLIERS);
        Locator accept = person.button("onboarding.accept");

        clickTwice(person, person.button("onboarding.card.answer"), accept);

        assertThat(person.page().getByLabel(person.word("onboarding.card.delegation"))).not().isChecked();
        person.page().reload();
        accept.waitFor();
        assertThat(journey.stage(id)).isEqualTo(Stage.ACCEPTING);
        invitations.revoke(id, "Проверено", supplier);
    }

    @Test
    void aWindowOpensOnce() {
        PersonAtBrowser person = signedIn(people.supplier());
        person.page().navigate("/exchange/distributors");

        person.button("overview.invite").dblclick();

        Locator windows = person.page().locator("vaadin-dialog[role=dialog]");
        assertThat(windows).hasCount(1);
        windows.getByLabel(person.word("onboarding.name")).first().waitFor();
        person.page().keyboard().press("Escape");
        assertThat(windows).hasCount(0);
    }

    /** The second half comes when the first one has had its effect, as with a slow finger. */
    private static void clickTwice(PersonAtBrowser person, Locator button, Locator effect) {
        button.scrollIntoViewIfNeeded();
        BoundingBox place = button.boundingBox();
        Mouse mouse = person.page().mouse();
        mouse.click(place.x + place.width / 2, place.y + place.height / 2);
        effect.waitFor();
        mouse.down(new Mouse.DownOptions().setClickCount(2));
        mouse.up(new Mouse.UpOptions().setClickCount(2));
    }
}
