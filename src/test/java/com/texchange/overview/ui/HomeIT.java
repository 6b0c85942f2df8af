package com.texchange.overview.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.texchange.common.Actor;
import com.texchange.common.GrantRequestId;
import com.texchange.common.OnboardingId;
import com.texchange.common.Role;
import com.texchange.common.Routes;
import com.texchange.common.ui.Chart;
import com.texchange.common.ui.HomeList;
import com.texchange.grants.GrantDecisions;
import com.texchange.grants.GrantRequests;
import com.texchange.grants.GrantTerms;
import com.texchange.onboarding.Acceptance;
import com.texchange.onboarding.DistributorAgenda;
import com.texchange.onboarding.Joining;
import com.texchange.onboarding.Journey;
import com.texchange.onboarding.OnboardingTasks;
import com.texchange.operations.Operations;
import com.texchange.overview.OnboardingOverview;
import com.texchange.overview.ProcessOverview;
import com.texchange.tasks.UserTask;
import com.texchange.testing.IntegrationTest;
import com.texchange.testing.Page;
import com.texchange.testing.SignedIn;
import com.texchange.testing.TestPeople;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.NativeTable;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;

/** The home page as each role finds it. */
@IntegrationTest
class HomeIT extends Page {

    @Autowired
    TestPeople people;
    @Autowired
    Journey journey;
    @Autowired
    JdbcClient jdbc;
    @Autowired
    OnboardingOverview overview;
    @Autowired
    Operations operations;
    @Autowired
    ProcessOverview processes;
    @Autowired
    DistributorAgenda agenda;
    @Autowired
    Acceptance acceptance;
    @Autowired
    Joining joining;
    @Autowired
    GrantRequests requests;

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "ru | Пригласите первого дистрибьютора | Пригласить",
        "en | Invite your first distributor | Invite"})
    void aSupplierWithoutDistributorsIsToldHowToBegin(String language, String sentence, String button) {
        home(people.supplier(), language);
        assertThat(words()).contains(sentence);
        assertThat(find(Chart.class).exists()).isFalse();

        click(button);

        assertThat(getCurrentView()).isInstanceOf(DistributorsView.class);
        assertThat(find(Dialog.class).exists()).isTrue();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "ru | Приглашён | ещё не перешёл по приглашению | 4[56] дней | За последние 30 дней всё в порядке",
        "en | Invited | has not opened the invitation yet | 4[56] days | Nothing failed in the last 30 days"})
    void aSupplierSeesStagesAndWhoWaitsForWhom(String language, String stage, String whom, String age, String fine) {
        Actor supplier = people.supplier();
        OnboardingId oldest = journey.invite(supplier, TestPeople.anyEmail());
        journey.invite(supplier, TestPeople.anyEmail());
        since(oldest, 45);
        home(supplier, language);

        assertThat(words()).contains(fine);
        assertThat(link("exchange/distributors?stage=INVITED").getElement().getTextRecursively())
                .contains(stage).endsWith("2");
        assertThat(link("exchange/distributors?stage=CONNECTED").getElement().getTextRecursively()).endsWith("0");
        ListItem first = find(SummaryList.class).all().getFirst().getElement().getComponent()
                .map(list -> find(ListItem.class, list).all().getFirst()).orElseThrow();
        assertThat(first.getElement().getTextRecursively()).contains(whom).containsPattern(age);
        assertThat(find(Anchor.class, first).single().getHref()).isEqualTo("exchange/distributors/" + oldest);
    }

    @Test
    void aSupplierSeesWhatFailedUntilItIsInvitedAgain() {
        Actor supplier = people.supplier();
        String email = TestPeople.anyEmail();
        OnboardingId lost = journey.invite(supplier, email);
        OnboardingId undelivered = journey.invite(supplier, TestPeople.anyEmail());
        jdbc.sql("update onboarding set stage = 'EXPIRED' where id = ?").param(lost.value()).update();
        // Not before the real letter is out, which would say so.
        Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> jdbc.sql("""
                update onboarding set letter_state = 'FAILED' where id = ? and letter_state = 'SENT'
                """).param(undelivered.value()).update() == 1);
        home(supplier, "ru");
        assertThat(failed()).hasSize(2);
        assertThat(failed().getFirst()).contains("Приглашение не доставлено");
        assertThat(failed().getLast()).contains("Срок истёк");

        journey.invite(supplier, email);

        assertThat(overview.lostLately(5, supplier)).isEmpty();
    }

    /** Its address cannot be changed any more, nor the letter be sent again. */
    @Test
    void anInvitationThatWasTakenUpAllTheSameIsNoFailure() {
        Actor supplier = people.supplier();
        Actor distributor = people.distributor(1);
        OnboardingId taken = journey.invite(supplier, distributor.email().value());
        Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> jdbc.sql("""
                update onboarding set letter_state = 'FAILED' where id = ? and letter_state = 'SENT'
                """).param(taken.value()).update() == 1);
        assertThat(overview.lettersFailed(supplier)).isOne();

        joining.followOwn(taken, distributor);
        home(supplier, "ru");

        assertThat(words()).contains("За последние 30 дней всё в порядке").doesNotContain("Приглашение не доставлено");
        assertThat(overview.lettersFailed(supplier)).isZero();
    }

    @Test
    void theSuppliersPageFollowsWhatHappens() {
        Actor supplier = people.supplier();
        home(supplier, "ru");

        journey.invite(supplier, TestPeople.anyEmail());

        awaitWords("На каком этапе Ваши дистрибьюторы");
        awaitWords("ещё не перешёл по приглашению");
        assertThat(hasButton("Пригласить")).isTrue();
        assertThat(words()).doesNotContain("Недоставленных приглашений: 1");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "ru | За последние 12 недель подключено: дистрибьюторов — 1, лицензий — 2",
        "en | Connected in the last 12 weeks: distributors 1, licenses 2"})
    void connectionsAreAChartAndATable(String language, String summary) {
        Actor supplier = people.supplier();
        journey.connected(supplier, people.distributor(2), 2);
        home(supplier, language);

        assertThat(find(Chart.class).single().getElement().getAttribute("aria-label")).startsWith(summary);
        String table = find(NativeTable.class).single().getElement()
                .getTextRecursively();
        assertThat(table).contains("2", "1");
        assertThat(link("exchange/distributors?stage=CONNECTED").getElement().getTextRecursively()).endsWith("1");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "ru | Когда поставщик пригласит Вас",
        "en | When a supplier invites you"})
    void aDistributorWithoutSuppliersIsToldWhatComesNext(String language, String sentence) {
        home(people.distributor(1), language);

        assertThat(words()).contains(sentence);
    }

    @Test
    void anInvitationToTheOwnAddressAppearsOnTheOpenPage() {
        Actor distributor = people.distributor(1);
        home(distributor, "ru");

        journey.invite(people.supplier(), distributor.email().value());

        awaitWords("приглашает Вас в свою сеть");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "ru | приглашает Вас в свою сеть | К приглашению | Выберите лицензии, данные о продажах с которых будет получать поставщик | Выбрать лицензии",
        "en | invites you to its network | Open the invitation | Choose the licenses whose sales data | Choose licenses"})
    void aDistributorIsAskedForOneThingAtATime(String language, String invited, String toInvitation, String choose,
            String toLicenses) {
        Actor supplier = people.supplier();
        Actor distributor = people.distributor(1);
        OnboardingId id = journey.accepting(supplier, distributor);
        home(distributor, language);
        assertThat(words()).contains(invited);
        assertThat(find(Anchor.class).withText(toInvitation).single().getHref()).isEqualTo("exchange/suppliers/" + id);

        acceptance.accept(id, false, distributor);

        awaitWords(choose);
        assertThat(find(Anchor.class).withText(toLicenses).single().getHref())
                .isEqualTo("services?supplier=" + supplier.companyId());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "ru | Ещё ждёт Вас | Срок: | ещё [34] дня",
        "en | Also waiting for you | Due | [34] days left"})
    void whatElseWaitsForADistributorStandsBelowWhatIsDueFirst(String language, String also, String due, String left) {
        Actor distributor = people.distributor(1);
        OnboardingId first = journey.accepting(people.supplier(), distributor);
        OnboardingId second = journey.accepting(people.supplier(), distributor);
        expires(first, 1);
        expires(second, 4);
        home(distributor, language);

        assertThat(words()).contains(also, due);
        ListItem line = find(ListItem.class, find(HomeList.class).single()).single();
        assertThat(line.getElement().getTextRecursively()).containsPattern(left + "$");
        assertThat(find(Anchor.class, line).single().getHref()).isEqualTo("exchange/suppliers/" + second);
        assertThat(find(Anchor.class).withClassName("button-link").single().getHref()).isEqualTo("exchange/suppliers/" + first);
        List.of(first, second).forEach(id -> acceptance.decline(id, "Нет", distributor));
    }

    /** Also what the business itself does not tell. */
    @Test
    void everyOpenTaskOfADistributorIsOnItsHomePage() {
        Actor supplier = people.supplier();
        Actor distributor = people.distributor(1);
        journey.connected(supplier, distributor, 1);
        GrantRequestId request = requests.ask(distributor.companyAs(Role.DISTRIBUTOR), GrantTerms.ALL, supplier);
        UserTask task = journey.awaitTask(GrantDecisions.TASK, request.value());
        home(distributor, "ru");

        assertThat(words()).contains("Принять решение о доступе к лицензиям");
        assertThat(find(Anchor.class).withText("К задаче").single().getHref()).isEqualTo(Routes.of(Routes.TASKS, task.key()));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "ru | Подключения по этапам и срокам | больше 30 дней | Приглашён",
        "en | Onboardings by stage and age | more than 30 days | Invited"})
    void aProcessManagerSeesStagesAndAges(String language, String title, String age, String stage) {
        OnboardingId old = journey.invite(people.supplier(), TestPeople.anyEmail());
        since(old, 40);
        home(people.processManager(), language);

        assertThat(find(H2.class).all()).extracting(H2::getText).contains(title);
        assertThat(find(Anchor.class).all())
                .anySatisfy(link -> {
                    assertThat(link.getHref()).isEqualTo("onboardings?stage=INVITED&age=30");
                    assertThat(link.getElement().getAttribute("aria-label")).endsWith(stage + ", " + age);
                });
    }

    @Test
    void aProcessManagersFigureOpensWhatItHasCounted() {
        since(journey.invite(people.supplier(), TestPeople.anyEmail()), 5);
        since(journey.invite(people.supplier(), TestPeople.anyEmail()), 40);
        home(people.processManager(), "en");
        Map<String, String> figures = find(Anchor.class).all().stream()
                .filter(link -> link.getHref().startsWith("onboardings?stage="))
                .collect(Collectors.toMap(Anchor::getHref, Anchor::getText));
        assertThat(figures.keySet()).contains("onboardings?stage=INVITED&age=30")
                .anyMatch(address -> address.matches(".*\\bage=3\\b.*") && address.contains("below=14"));

        figures.forEach((address, number) -> {
            open(address);
            assertThat(test(find(OnboardingGrid.class).single()).size()).as(address)
                    .isEqualTo(Integer.parseInt(number.replace(",", "")));
        });
    }

    @Test
    void aLateTaskLeadsTheProcessManagerToItsOnboarding() {
        Actor distributor = people.distributor(1);
        OnboardingId id = journey.accepting(people.supplier(), distributor);
        journey.awaitTask(OnboardingTasks.ACCEPT, id.value());
        jdbc.sql("update user_task set due_at = now() - interval '900 days' where subject_id = ?")
                .param(id.value()).update();
        home(people.processManager(), "ru");

        Anchor task = link("onboardings/" + id);
        assertThat(task.getText()).isEqualTo("Ответить на приглашение");
        assertThat(words()).contains("ждём: ");
    }

    @Test
    void whoHasTwoRolesSeesBothParts() {
        Actor both = people.person(people.supplier().companyId(), Role.SUPPLIER, Role.DISTRIBUTOR);
        home(both, "ru");

        assertThat(find(H2.class).all()).extracting(H2::getText)
                .contains("Что нужно сделать", "На каком этапе Ваши дистрибьюторы");
    }

    @Test
    void othersAreNotToldTheNumbers() {
        Actor distributor = people.distributor(0);
        assertThatThrownBy(() -> overview.stages(distributor)).isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> processes.ages(people.supplier())).isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> operations.lateTasks(people.sales())).isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> agenda.now(people.sales())).isInstanceOf(AccessDeniedException.class);
        assertThat(overview.stages(people.supplier())).isEmpty();
    }

    private void home(Actor person, String language) {
        SignedIn.as(person, language);
        open("");
    }

    private Anchor link(String address) {
        return find(Anchor.class).all().stream().filter(link -> link.getHref().equals(address)).findFirst()
                .orElseThrow(() -> new AssertionError("no link to " + address));
    }

    private List<String> failed() {
        return find(ListItem.class, find(SummaryList.class).all().getLast()).all().stream()
                .map(line -> line.getElement().getTextRecursively()).toList();
    }

    /** Days are counted by the reader's calendar, which may turn to the next one before the page is there: then it is a day less. */
    private void expires(OnboardingId id, int days) {
        jdbc.sql("update onboarding set expires_at = now() + make_interval(hours => ?) where id = ?")
                .params(24 * days, id.value()).update();
    }

    /** By that calendar it may be a day more. */
    private void since(OnboardingId id, int days) {
        jdbc.sql("update onboarding set stage_since = now() - make_interval(hours => ?) where id = ?")
                .params(24 * days, id.value()).update();
    }
}
