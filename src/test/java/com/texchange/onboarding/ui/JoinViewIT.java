package com.texchange.onboarding.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.texchange.common.Actor;
import com.texchange.common.OnboardingId;
import com.texchange.common.ui.EmailInput;
import com.texchange.onboarding.AddressCorrection;
import com.texchange.onboarding.Invitations;
import com.texchange.onboarding.Joining;
import com.texchange.onboarding.Journey;
import com.texchange.onboarding.Stage;
import com.texchange.testing.IntegrationTest;
import com.texchange.testing.Page;
import com.texchange.testing.SignedIn;
import com.texchange.testing.TestPeople;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.QueryParameters;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The page behind the link of an invitation. */
@IntegrationTest
class JoinViewIT extends Page {

    @Autowired
    TestPeople people;
    @Autowired
    Journey journey;
    @Autowired
    Invitations invitations;
    @Autowired
    Joining joining;
    @Autowired
    AddressCorrection correction;
    @Autowired
    JdbcClient jdbc;
    private final String email = TestPeople.anyEmail();
    private Actor supplier;

    @BeforeEach
    void supplier() {
        supplier = people.supplier();
        UI.getCurrent().setLocale(Locale.of("ru"));
    }

    @Test
    void aNewcomerAsksForAnAccount() {
        OnboardingId id = journey.invite(supplier, email);
        follow(id);
        assertThat(words()).contains("приглашает Вас в свою дистрибьюторскую сеть", "Я здесь впервые");
        assertThat(find(EmailInput.class).single().isReadOnly()).isTrue();
        assertThat(journey.stage(id)).isEqualTo(Stage.INVITED);

        fill("ИНН", "123");
        fill("ФИО контактного лица", "Ольга Новикова");
        fill("Контактный телефон", "+7 999 123-45-67");
        click("Отправить заявку");
        assertThat(find(TextField.class).withLabel("ИНН").single().isInvalid()).isTrue();
        fill("ИНН", TestPeople.anyTaxId());
        click("Отправить заявку");

        assertThat(words()).contains("Заявка передана в отдел продаж. Мы напишем на адрес " + email);
        assertThat(journey.stage(id)).isEqualTo(Stage.REGISTERING);
    }

    @ParameterizedTest
    @ValueSource(strings = {"o'brien.%s@example.com", "sklad.%s@почта-пример.рф", "sklad.%s@xn----7sbqluigdjdo3d.xn--p1ai"})
    void whoeverIsInvitedCanSendTheForm(String address) {
        OnboardingId id = journey.invite(supplier, address.formatted(UUID.randomUUID().toString().substring(0, 8)));
        follow(id);
        assertThat(find(EmailInput.class).single().isInvalid()).isFalse();

        fill("ИНН", TestPeople.anyTaxId());
        fill("ФИО контактного лица", "Ольга Новикова");
        fill("Контактный телефон", "+7 999 123-45-67");
        click("Отправить заявку");

        assertThat(journey.stage(id)).isEqualTo(Stage.REGISTERING);
    }

    @Test
    void whoHasAnAccountIsAskedToSignInAndComesBack() {
        follow(journey.invite(supplier, people.distributor(0).email().value()));

        assertThat(words()).contains("уже есть учётная запись");
        assertThat(find(Anchor.class).withText("Войти").single().getHref()).startsWith("login?continue=%2Fjoin%3Finvite");
        assertThat(find(EmailInput.class).exists()).isFalse();
    }

    @Test
    void aDistributorTakesTheInvitationUp() {
        Actor distributor = people.distributor(0);
        OnboardingId id = journey.invite(supplier, distributor.email().value());
        SignedIn.as(distributor, "ru");
        follow(id);
        test(find(Button.class).withTextContaining("Продолжить: ").single()).click();

        assertThat(journey.stage(id)).isEqualTo(Stage.ACCEPTING);
        assertThat(getCurrentView()).isInstanceOf(SuppliersView.class);
    }

    @Test
    void whoIsNotInvitedIsToldWhoIsAndAskedBeforeTakingTheInvitationOver() {
        Actor stranger = people.distributor(0);
        OnboardingId id = journey.invite(supplier, email);
        SignedIn.as(stranger, "ru");
        follow(id);
        assertThat(words()).contains("Приглашение отправлено на адрес " + email, stranger.email().value());
        assertThat(hasButton("Другой пользователь")).isTrue();
        test(find(Button.class).withTextContaining("Продолжить: ").single()).click();

        ConfirmDialog question = find(ConfirmDialog.class).single();
        assertThat(journey.stage(id)).isEqualTo(Stage.INVITED);
        test(question).confirm();
        assertThat(journey.stage(id)).isEqualTo(Stage.ACCEPTING);
    }

    @Test
    void aColleagueOfTheInvitedGoesOnUnasked() {
        Actor invited = people.distributor(0);
        OnboardingId id = journey.invite(supplier, invited.email().value());
        SignedIn.as(people.colleague(invited), "ru");
        follow(id);
        assertThat(words()).contains("Приглашение пришло Вашему коллеге");
        test(find(Button.class).withTextContaining("Продолжить: ").single()).click();

        assertThat(journey.stage(id)).isEqualTo(Stage.ACCEPTING);
    }

    @Test
    void aLinkThatHasEndedSpeaksOfTheNewerLetterAndLeadsWhoseOwnItIsToTheNewerInvitation() {
        Actor invited = people.distributor(0);
        OnboardingId id = journey.invite(supplier, invited.email().value());
        String token = journey.token(id);
        Actor stranger = people.distributor(0);
        joining.follow(token, stranger);
        OnboardingId anew = invitations.takeBack(id, "Мы приглашали не Вас", supplier).id();
        UI.getCurrent().navigate("join", QueryParameters.of("invite", token));

        assertThat(words()).contains("поставщик отправил приглашение заново", "откройте ссылку из него")
                .doesNotContain("на другой адрес");
        SignedIn.as(stranger, "ru");
        UI.getCurrent().navigate("join", QueryParameters.of("invite", token));
        assertThat(words()).contains("поставщик отправил приглашение заново").doesNotContain(invited.email().value());
        SignedIn.as(invited, "ru");
        UI.getCurrent().navigate("join", QueryParameters.of("invite", token));
        assertThat(words()).contains("приглашает Вас заново");
        assertThat(find(Anchor.class).withText("К поставщику").single().getHref()).endsWith(anew.toString());
    }

    @Test
    void aLinkThatWentToAWrongAddressLeadsNowhere() {
        OnboardingId id = journey.invite(supplier, email);
        String token = journey.token(id);
        correction.change(id, TestPeople.anyEmail(), supplier);
        UI.getCurrent().navigate("join", QueryParameters.of("invite", token));

        assertThat(words()).contains("Эта ссылка больше не действует");
        assertThat(find(EmailInput.class).exists()).isFalse();
    }

    @Test
    void aSupplierCannotTakeAnInvitationUp() {
        OnboardingId id = journey.invite(supplier, email);
        SignedIn.as(people.supplier(), "ru");
        follow(id);

        assertThat(words()).contains("Ответить на приглашение может только дистрибьютор");
        assertThat(hasButton("Другой пользователь")).isTrue();
    }

    @Test
    void aSuppliersPersonWhoIsInvitedCanAskToBecomeADistributor() {
        OnboardingId id = journey.invite(supplier, people.supplier().email().value());
        follow(id);

        assertThat(words()).contains("Я здесь впервые");
        assertThat(hasButton("Отправить заявку")).isTrue();
    }

    @Test
    void anEndlessDamagedLinkIsExplainedLikeAnyOther() {
        UI.getCurrent().navigate("join", QueryParameters.of("invite", "x".repeat(3000)));

        assertThat(words()).contains("Ссылка повреждена или неполна");
    }

    @Test
    void aLinkThatIsOverSaysWhy() {
        OnboardingId used = journey.accepting(supplier, people.distributor(0));
        follow(used);
        assertThat(words()).contains("Ссылка уже использована");

        OnboardingId revoked = journey.invite(supplier, email);
        invitations.revoke(revoked, "Нет", supplier);
        follow(revoked);
        assertThat(words()).contains("отозвал приглашение");

        OnboardingId expired = journey.invite(supplier, TestPeople.anyEmail());
        jdbc.sql("update onboarding set expires_at = now() - interval '1 minute' where id = ?").param(expired.value())
                .update();
        follow(expired);
        assertThat(words()).contains("Срок приглашения поставщика");

        open("join");
        assertThat(words()).contains("Ссылка повреждена или неполна");
    }

    private void follow(OnboardingId id) {
        UI.getCurrent().navigate("join", QueryParameters.of("invite", journey.token(id)));
    }

    private void fill(String label, String value) {
        test(find(TextField.class).withLabel(label).single()).setValue(value);
    }
}
