package com.texchange.stories.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.texchange.common.Actor;
import com.texchange.common.OnboardingId;
import com.texchange.common.RegistrationId;
import com.texchange.onboarding.Acceptance;
import com.texchange.onboarding.Invitations;
import com.texchange.onboarding.Joining;
import com.texchange.onboarding.Journey;
import com.texchange.partners.CompanyInfo;
import com.texchange.registrations.Confirmations;
import com.texchange.registrations.RegistrationRequest;
import com.texchange.registrations.Registrations;
import com.texchange.testing.IntegrationTest;
import com.texchange.testing.Mailbox;
import com.texchange.testing.Page;
import com.texchange.testing.SignedIn;
import com.texchange.testing.TestPeople;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.IFrame;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.tabs.Tab;
import com.vaadin.flow.component.tabs.Tabs;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@IntegrationTest
class StoryViewIT extends Page {

    @Autowired
    TestPeople people;
    @Autowired
    Journey journey;
    @Autowired
    Acceptance acceptance;
    @Autowired
    Invitations invitations;
    @Autowired
    Joining joining;
    @Autowired
    Registrations registrations;
    @Autowired
    JdbcClient jdbc;
    private Actor supplier;
    private Actor distributor;

    @BeforeEach
    void people() {
        supplier = people.supplier();
        distributor = people.distributor(1);
    }

    @ParameterizedTest
    @CsvSource({
        "ru, Сейчас и дальше, 'Ждём решения дистрибьютора', Напоминание 1 из 3 уйдёт, Срок приглашения истекает, "
                + "Путь на схеме процесса, История",
        "en, Now and next, 'We are waiting for the decision', Reminder 1 of 3 goes out, The invitation expires, "
                + "The path on the process diagram, History"})
    void theSupplierReadsWhatHappensNextAndWhen(String language, String heading, String waits, String reminder,
            String expiry, String diagram, String story) {
        OnboardingId id = journey.accepting(supplier, distributor);
        open(supplier, language, id);

        assertThat(words()).contains(heading, waits, reminder, expiry, story).doesNotContain(diagram);
        assertThat(UI.getCurrent().getInternals().getTitle()).contains(story);
        assertThat(links()).contains("exchange/distributors/" + id);
    }

    @Test
    void aLetterIsOpenedInAFrameThatCanDoNothing() {
        String email = TestPeople.anyEmail();
        OnboardingId id = journey.invite(supplier, email);
        String token = Mailbox.of(email).await("Приглашение").token();
        open(supplier, "ru", id);

        test(find(Button.class).withText("Открыть письмо").single()).click();

        IFrame frame = find(IFrame.class).single();
        assertThat(frame.getElement().getAttribute("sandbox")).isEmpty();
        assertThat(frame.getElement().getAttribute("srcdoc")).contains("Ромашка", "Content-Security-Policy", "default-src 'none'")
                .doesNotContain(token, "<script");
    }

    @Test
    void thePassedPathComesByPush() {
        OnboardingId id = journey.accepting(supplier, distributor);
        open(people.processManager(), "ru", id);

        awaitWords("Пройдено: Приглашение создано, Отправить приглашение");
        assertThat(words()).doesNotContain("Пройденный путь сейчас недоступен");
    }

    @Test
    void withoutTheEnginesAnswerThePageSaysSoAndShowsWhereItStands() {
        OnboardingId id = journey.accepting(supplier, distributor);
        jdbc.sql("update onboarding set process_instance_key = 1 where id = ?").param(id.value()).update();
        open(people.processManager(), "ru", id);

        awaitWords("Пройденный путь не сохранён или сейчас недоступен: отмечен только последний шаг.");
        assertThat(words()).contains("Сейчас: Ожидание ответа дистрибьютора, Ответить на приглашение")
                .doesNotContain("Пройдено:");
    }

    @Test
    void anOpenPageShowsTheDecision() {
        OnboardingId id = journey.accepting(supplier, distributor);
        open(supplier, "ru", id);

        acceptance.accept(id, false, distributor);

        awaitWords("приглашение принято");
        awaitWords("выберет лицензии для подключения");
        assertThat(steps()).containsExactly("done", "done", "done", "current");
        assertThat(words()).doesNotContain(distributor.name());
    }

    @Test
    void theDistributorIsLedToItsOwnStep() {
        OnboardingId id = journey.accepting(supplier, distributor);
        open(distributor, "ru", id);

        assertThat(words()).contains("Решение за Вами: примите приглашение или откажитесь от него")
                .contains("Ждёт Вашего решения").doesNotContain(supplier.name());
        assertThat(links()).contains("exchange/suppliers/" + id);
    }

    @Test
    void theSalesDepartmentSeesItsRegistration() {
        String email = TestPeople.anyEmail();
        OnboardingId id = journey.invite(supplier, email);
        journey.registering(id, email);
        open(people.sales(), "ru", id);

        assertThat(words()).contains("Решение за Вами: проверьте заявку", "Отдел продаж получит напоминание");
        assertThat(words()).contains("Ждёт Вашего решения");
        assertThat(steps()).containsExactly("done", "current", "ahead", "ahead");
    }

    @Test
    void whoWatchesCanOpenTheCalledProcess() {
        String email = TestPeople.anyEmail();
        OnboardingId id = journey.invite(supplier, email);
        journey.registering(id, email);
        open(people.processManager(), "ru", id);
        awaitWords("Сейчас: Ожидание ответа дистрибьютора, Регистрация дистрибьютора");
        assertThat(find(Tab.class).all()).extracting(Tab::getLabel).containsExactly("Подключение", "Регистрация");

        find(Tabs.class).single().setSelectedIndex(1);

        awaitWords("Сейчас: Рассмотреть заявку");
    }

    /** What is checked of a newcomer is no matter of the supplier's. */
    @Test
    void whileAKnownCompanyIsAskedTheOperatorReadsWhomItWaitsFor() {
        String email = TestPeople.anyEmail();
        CompanyInfo known = people.companyOf(people.supplier().email().value());
        OnboardingId id = journey.invite(supplier, email);
        joining.requestRegistration(journey.token(id), new RegistrationRequest("ООО «Другое название»", known.taxId().value(), "Омск",
                "Ольга", "+7 999 123-45-67", email), Locale.of("ru"));
        RegistrationId registration = journey.registrationOf(id);
        journey.awaitTask("Task_RegisterDistributor", registration.value());
        registrations.approve(registration, people.sales());
        journey.awaitTask(Confirmations.TASK, registration.value());

        open(people.sales(), "ru", id);
        assertThat(words()).contains("её ли это сотрудник", "подтвердите сами")
                .doesNotContain("зарегистрируйте дистрибьютора", "Отдел продаж получит напоминание");
        open("");
        open(people.processManager(), "en", id);
        assertThat(words()).contains("is asked whether the newcomer works there").doesNotContain("it checks the request");
        open("");
        open(supplier, "ru", id);
        assertThat(words()).contains("Ждём отдел продаж").doesNotContain("её ли это сотрудник");
    }

    @Test
    void aProcessManagerReadsTechnicalDetail() {
        OnboardingId id = journey.invite(supplier, TestPeople.anyEmail());
        await().until(() -> jdbc.sql("select count(*) from mail_delivery where reference = ? and state = 'SENT'")
                .param(id.value()).query(Integer.class).single() == 1);
        jdbc.sql("""
                update mail_delivery set state = 'FAILED', attempts = 3, problem = 'BAD_ADDRESS',
                    last_error = '550 5.1.1 no such user'
                where reference = ?
                """).param(id.value()).update();
        long key = jdbc.sql("select process_instance_key from onboarding where id = ?").param(id.value())
                .query(Long.class).single();

        open(people.processManager(), "ru", id);
        assertThat(words()).contains("550 5.1.1 no such user", "Такого адреса нет", String.valueOf(key), supplier.name());
        // By way of another page: the same address would keep the page that another person has opened.
        open("");
        open(supplier, "ru", id);
        assertThat(words()).contains("Такого адреса нет").doesNotContain("550 5.1.1", String.valueOf(key));
    }

    @Test
    void aLetterTellsASecondTimeOnlyIfItLeftLaterThanItWasWritten() {
        OnboardingId id = journey.invite(supplier, TestPeople.anyEmail());
        await().until(() -> jdbc.sql("select count(*) from mail_delivery where reference = ? and state = 'SENT'")
                .param(id.value()).query(Integer.class).single() == 1);
        open(supplier, "ru", id);
        assertThat(whatBecameOfTheLetter()).startsWith("Отправлено").doesNotContainPattern("\\d");

        jdbc.sql("update mail_delivery set finished_at = queued_at + interval '1 day' where reference = ?").param(id.value()).update();
        open("");
        open(supplier, "ru", id);
        assertThat(whatBecameOfTheLetter()).containsPattern("\\d");
    }

    private String whatBecameOfTheLetter() {
        return find(Span.class).withClassName("story-letter").single().getElement().getTextRecursively();
    }

    @Test
    void howItEndedIsSaid() {
        OnboardingId id = journey.invite(supplier, TestPeople.anyEmail());
        invitations.revoke(id, "Пригласили по ошибке", supplier);
        open(supplier, "ru", id);

        assertThat(words()).contains("Чем закончилось", "отозвал приглашение", "Пригласили по ошибке")
                .doesNotContain("Напоминание 1 из 3");
        assertThat(steps()).containsExactly("done", "ended", "ahead", "ahead");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ru", "en"})
    void anUnknownADamagedAndAForbiddenAddressAreTheSamePage(String language) {
        OnboardingId ofAnother = journey.invite(people.supplier(), TestPeople.anyEmail());
        List<String> addresses = List.of("onboarding/" + UUID.randomUUID(), "onboarding/nonsense",
                "onboarding/" + ofAnother);

        List<String> pages = addresses.stream().map(address -> {
            SignedIn.as(supplier, language);
            open(address);
            return words();
        }).toList();

        assertThat(pages.getFirst()).contains(language.equals("ru") ? "На главную" : "To the home page");
        assertThat(pages).allMatch(pages.getFirst()::equals);
    }

    private void open(Actor reader, String language, OnboardingId id) {
        SignedIn.as(reader, language);
        open("onboarding/" + id);
    }

    /** Of the way in four steps, how each stands. */
    private List<String> steps() {
        return find(ProgressSteps.class).single().getContent().getChildren()
                .map(step -> step.getElement().getAttribute("class").replace("progress-", "")).toList();
    }

    private List<String> links() {
        return find(Anchor.class).all().stream().map(Anchor::getHref).toList();
    }
}
