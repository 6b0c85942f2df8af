package com.texchange.registrations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.texchange.accounts.Accounts;
import com.texchange.accounts.Passwords;
import com.texchange.common.Actor;
import com.texchange.common.EmailAddress;
import com.texchange.common.OnboardingId;
import com.texchange.common.RefusedException;
import com.texchange.common.RegistrationId;
import com.texchange.common.Role;
import com.texchange.onboarding.Invitations;
import com.texchange.onboarding.Journey;
import com.texchange.onboarding.Stage;
import com.texchange.partners.CompanyInfo;
import com.texchange.registrations.AccountOpening.Opening;
import com.texchange.testing.IntegrationTest;
import com.texchange.testing.Mailbox;
import com.texchange.testing.Mailbox.ReceivedLetter;
import com.texchange.testing.TestPeople;
import jakarta.validation.ConstraintViolationException;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.transaction.support.TransactionTemplate;

/** Newcomers and the sales department. */
@IntegrationTest
class RegistrationsIT {

    private static final Locale RUSSIAN = Locale.of("ru");
    @Autowired
    TestPeople people;
    @Autowired
    Journey journey;
    @Autowired
    Registrations registrations;
    @Autowired
    Invitations invitations;
    @Autowired
    Accounts accounts;
    @Autowired
    DuplicateRequests duplicates;
    @Autowired
    Passwords passwords;
    @Autowired
    Confirmations confirmations;
    @Autowired
    AccountOpening opening;
    @Autowired
    TransactionTemplate transaction;
    @Autowired
    JdbcClient jdbc;
    @Autowired
    Scheduler scheduler;
    private final String email = TestPeople.anyEmail();

    @Test
    void someoneWithoutAnInvitationGetsAnAccountThatCanBeUsed() {
        RegistrationId id = request();
        registrations.approve(id, people.sales());

        assertThat(Mailbox.of(email).await("Ваш личный кабинет открыт").link()).contains("/set-password?token=");
        assertThat(registrations.get(id).state()).isEqualTo(RegistrationInfo.State.OPENED);
        Actor newcomer = people.actor(email);
        assertThat(newcomer.companyAs(Role.DISTRIBUTOR)).isEqualTo(registrations.get(id).companyId());
        accounts.setPassword(newcomer.id(), "a phrase of words");
        assertThat(accounts.admission(newcomer.id()).awaitsPassword()).isFalse();
    }

    @Test
    void aSuppliersPersonBecomesADistributorsTooInTheSameCompany() {
        Actor supplier = people.supplier();
        RegistrationId id = registrations.request(Journey.newcomer(supplier.email().value()), RUSSIAN);
        journey.awaitTask("Task_RegisterDistributor", id.value());
        registrations.approve(id, people.sales());
        assertThat(Mailbox.of(supplier.email().value()).await("Ваша заявка на регистрацию одобрена").text().replaceAll("\\s+", " "))
                .contains("Новую компанию мы не регистрировали", people.companyOf(supplier.email().value()).name());

        Actor both = people.actor(supplier.email().value());
        assertThat(both.roles()).containsExactlyInAnyOrder(Role.SUPPLIER, Role.DISTRIBUTOR);
        assertThat(both.companyId()).isEqualTo(supplier.companyId());
        assertThat(people.companyOf(supplier.email().value()).distributor()).isTrue();
    }

    @Test
    void aNewPersonOfAKnownCompanyIsToldSoAndNoCompanyIsRegistered() {
        Actor known = people.distributor(0);
        CompanyInfo company = people.companyOf(known.email().value());
        RegistrationId id = registrations.request(new RegistrationRequest("ООО \"Другое название\"",
                company.taxId().value(), "Омск", "Ольга", "+7 999 123-45-67", email), RUSSIAN);
        assertThat(duplicates.notes(id)).containsExactly("registrations.note.company");
        journey.awaitTask(Registrations.TASK, id.value());
        confirmations.approveChecked(id, company.id(), "Позвонили директору", people.sales());

        assertThat(Mailbox.of(email).await("Ваш личный кабинет открыт").text().replaceAll("\\s+", " "))
                .contains("Компания " + company.name() + " уже работает в сервисе").doesNotContain("Мы зарегистрировали");
        assertThat(people.actor(email).companyId()).isEqualTo(known.companyId());
    }

    @Test
    void ofTwoRequestsOfOneCompanyAtOnceTheSecondIsOnesColleagueOnlyIfConfirmed() throws Exception {
        RegistrationRequest request = Journey.newcomer(email);
        String other = TestPeople.anyEmail();
        RegistrationId first = registrations.request(request, RUSSIAN);
        RegistrationId second = registrations.request(new RegistrationRequest(request.companyName(), request.taxId(),
                request.city(), "Пётр Второй", request.contactPhone(), other), RUSSIAN);
        try (ExecutorService meanwhile = Executors.newSingleThreadExecutor()) {
            Future<Opening> later = transaction.execute(status -> {
                opening.open(first);
                Future<Opening> waiting = meanwhile.submit(() -> opening.open(second));
                await().until(() -> jdbc.sql("""
                        select exists (select from pg_locks where locktype = 'advisory' and not granted
                            and database = (select oid from pg_database where datname = current_database()))""")
                        .query(Boolean.class).single());
                return waiting;
            });
            assertThat(later.get()).isEqualTo(new Opening(registrations.get(first).companyId(), false));
        }

        assertThat(Mailbox.of(email).await("Ваш личный кабинет открыт").text()).contains("Мы зарегистрировали");
        assertThat(accounts.find(new EmailAddress(other))).isEmpty();
        assertThat(Mailbox.of(email).await("Пётр Второй просит доступ").text()).contains(other.substring(0, other.indexOf('@')));
        confirmations.refuse(second, "Не тот", people.sales());
    }

    /** Two suppliers invite one newcomer, who asks twice. */
    @Test
    void theSecondLetterOfAPersonTellsOfTheSameAccountAndItsLinkIsTheOneThatWorks() {
        OnboardingId one = journey.invite(people.supplier(), email);
        OnboardingId two = journey.invite(people.supplier(), email);
        RegistrationId first = journey.registering(one, email);
        RegistrationId second = journey.registering(two, email);
        assertThat(duplicates.notes(second)).contains("registrations.note.sameAddress");
        registrations.approve(first, people.sales());
        String token = Mailbox.of(email).await("Ваш личный кабинет открыт").link().replaceAll(".*token=", "");
        registrations.approve(second, people.sales());

        ReceivedLetter latest = Mailbox.of(email).await("Ваша заявка на регистрацию одобрена");
        assertThat(latest.text().replaceAll("\\s+", " ")).contains("Новую компанию мы не регистрировали", "Сначала задайте пароль",
                "Ссылка в этом письме заменяет ссылку из предыдущего письма").doesNotContain("Войдите как обычно");
        assertThat(latest.html()).contains("заменяет ссылку").doesNotContain("Войдите как обычно");
        assertThat(passwords.isUsable(token)).isFalse();
        assertThat(passwords.continuePath(latest.link().replaceAll(".*token=", ""))).contains("/exchange/suppliers/" + two);
    }

    @Test
    void aRequestThatWaitsIsToldOfHoweverManyHaveComeAndBeenRejectedSince() {
        RegistrationRequest request = Journey.newcomer(email);
        RegistrationId first = registrations.request(request, RUSSIAN);
        for (int i = 0; i < 5; i++) {
            registrations.reject(registrations.request(ofCompany(request), RUSSIAN), "Не подтвердили", people.sales());
        }
        RegistrationId last = registrations.request(ofCompany(request), RUSSIAN);

        assertThat(duplicates.notes(last)).containsExactly("registrations.note.sameTaxId");
        assertThat(duplicates.of(registrations.get(last)).getFirst().email()).isEqualTo(new EmailAddress(email));
        registrations.reject(first, "Проверено", people.sales());
        registrations.reject(last, "Проверено", people.sales());
    }

    private static RegistrationRequest ofCompany(RegistrationRequest other) {
        return new RegistrationRequest(other.companyName(), other.taxId(), other.city(), "Пётр Второй", other.contactPhone(),
                TestPeople.anyEmail());
    }

    @Test
    void someoneWithoutAnInvitationIsTurnedDownWithTheReason() {
        RegistrationId id = request();
        registrations.reject(id, "Компания ликвидирована", people.sales());

        assertThat(Mailbox.of(email).await("Заявка на регистрацию отклонена").text())
                .contains("Компания ликвидирована");
        assertThat(accounts.find(new EmailAddress(email))).isEmpty();
    }

    @Test
    void oneAddressAsksOnce() {
        request();

        assertThatThrownBy(() -> registrations.request(Journey.newcomer(email), RUSSIAN))
                .isInstanceOf(RefusedException.class).hasMessage("registrations.refused.alreadyRequested");
        assertThatThrownBy(() -> registrations.request(Journey.newcomer(people.sales().email().value()), RUSSIAN))
                .isInstanceOf(RefusedException.class).hasMessage("registrations.refused.hasAccount");
    }

    @Test
    void onlyTheSalesDepartmentDecidesAndOnlyOnce() {
        RegistrationId id = request();

        for (Actor other : List.of(people.supplier(), people.distributor(0), people.processManager())) {
            assertThatThrownBy(() -> registrations.approve(id, other)).isInstanceOf(AccessDeniedException.class);
            assertThatThrownBy(() -> registrations.reject(id, "Нет", other)).isInstanceOf(AccessDeniedException.class);
        }
        registrations.approve(id, people.sales());
        assertThatThrownBy(() -> registrations.reject(id, "Нет", people.sales()))
                .isInstanceOf(RefusedException.class).hasMessage("tasks.refused.done");
    }

    @Test
    void badInputIsRefused() {
        RegistrationRequest good = Journey.newcomer(email);
        for (RegistrationRequest bad : List.of(
                new RegistrationRequest("", good.taxId(), "Омск", "Имя", good.contactPhone(), email),
                new RegistrationRequest("Имя", "1234567890", "Омск", "Имя", good.contactPhone(), email),
                new RegistrationRequest("Имя", good.taxId(), "Омск\r\n", "Имя", good.contactPhone(), email),
                new RegistrationRequest("Имя", good.taxId(), "Омск", "Имя", "позвоните", email),
                // Two numbers and an extension: a phone number by its form, and longer than is kept.
                new RegistrationRequest("Имя", good.taxId(), "Омск", "Имя", "+7 999 123-45-67 8 495 123-45-67, доб. 123456", email),
                new RegistrationRequest("Имя", good.taxId(), "Омск", "Имя", good.contactPhone(), "a@b@c"))) {
            assertThatThrownBy(() -> registrations.request(bad, RUSSIAN))
                    .isInstanceOf(ConstraintViolationException.class);
        }
    }

    /** The engine hears of the approval only after the supplier has revoked the invitation. */
    @Test
    void anApprovalIsNotLostWhenTheInvitationIsRevokedAtTheSameTime() {
        Actor supplier = people.supplier();
        OnboardingId onboarding = journey.invite(supplier, email);
        RegistrationId id = journey.registering(onboarding, email);
        scheduler.pause();
        try {
            registrations.approve(id, people.sales());
            invitations.revoke(onboarding, "Пригласили по ошибке", supplier);
        } finally {
            scheduler.resume();
        }

        assertThat(Mailbox.of(email).await("Ваш личный кабинет открыт").link()).contains("/set-password?token=");
        assertThat(registrations.get(id).state()).isEqualTo(RegistrationInfo.State.OPENED);
        assertThat(people.actor(email).has(Role.DISTRIBUTOR)).isTrue();
        assertThat(Mailbox.of(email).await("Приглашение отозвано").text()).contains("Пригласили по ошибке");
        assertThat(journey.stage(onboarding)).isEqualTo(Stage.REVOKED);
    }

    /** As in Tasklist, while the engine has not heard of the end: nothing is left to be done, and nobody has to look into it. */
    @Test
    void anApprovalOfWhatTheEndOfTheInvitationHasClosedWaitsForThatEnd() {
        Actor supplier = people.supplier();
        OnboardingId onboarding = journey.invite(supplier, email);
        RegistrationId id = journey.registering(onboarding, email);
        invitations.revoke(onboarding, "Пригласили по ошибке", supplier);

        assertThat(opening.open(id)).isEqualTo(new Opening(null, false));

        assertThat(registrations.get(id).state()).isEqualTo(RegistrationInfo.State.CLOSED);
        assertThat(accounts.find(new EmailAddress(email))).isEmpty();
        assertThat(jdbc.sql("select count(*) from company where tax_id = ?").param(registrations.get(id).taxId().value()).query(Integer.class)
                .single()).isZero();
    }

    private RegistrationId request() {
        RegistrationId id = registrations.request(Journey.newcomer(email), RUSSIAN);
        journey.awaitTask(Registrations.TASK, id.value());
        return id;
    }
}
