package com.texchange.overview.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.texchange.common.Actor;
import com.texchange.common.OnboardingId;
import com.texchange.common.ui.DescriptionList;
import com.texchange.common.ui.EmailInput;
import com.texchange.onboarding.AddressCorrection;
import com.texchange.onboarding.Invitations;
import com.texchange.onboarding.InviteRequest;
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
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@IntegrationTest
class DistributorsViewIT extends Page {

    private static final String ADDRESS = "exchange/distributors";
    @Autowired
    AddressCorrection correction;
    @Autowired
    TestPeople people;
    @Autowired
    Journey journey;
    @Autowired
    Invitations invitations;
    @Autowired
    Joining joining;
    @Autowired
    JdbcClient jdbc;
    private final String email = TestPeople.anyEmail();
    private Actor supplier;

    @BeforeEach
    void supplier() {
        supplier = people.supplier();
    }

    @ParameterizedTest
    @CsvSource({
        "ru, Дистрибьюторов пока нет, Пригласить, Отправить приглашение, Название дистрибьютора, Электронная почта, ИНН, Приглашение отправляется",
        "en, No distributors yet, Invite, Send invitation, Name of the distributor, E-mail, Tax ID, Invited"})
    void theFirstDistributorIsInvited(String language, String empty, String invite, String send, String name,
            String address, String taxId, String invited) {
        SignedIn.as(supplier, language);
        open(ADDRESS);
        assertThat(words()).contains(empty);

        click(invite);
        click(send);
        assertThat(find(TextField.class).withLabel(name).single().isInvalid()).isTrue();
        assertThat(find(EmailInput.class).withLabel(address).single().isInvalid()).isTrue();
        test(find(TextField.class).withLabel(name).single()).setValue("ООО «Ромашка»");
        test(find(EmailInput.class).withLabel(address).single()).setValue(email);
        test(find(TextField.class).withLabel(taxId).single()).setValue("123456789");
        click(send);
        assertThat(find(TextField.class).withLabel(name).single().isInvalid()).isFalse();
        assertThat(find(TextField.class).withLabel(taxId).single().getErrorMessage())
                .isEqualTo(taxIdMessage(language));
        test(find(TextField.class).withLabel(taxId).single()).setValue("1234567890");
        click(send);
        assertThat(find(TextField.class).withLabel(taxId).single().getErrorMessage())
                .isEqualTo(language.equals("ru") ? "Проверьте ИНН: такого номера не бывает, в нём опечатка"
                        : "Check the tax ID (INN): there is no such number, a digit is mistyped");
        test(find(TextField.class).withLabel(taxId).single()).setValue("");
        click(send);

        assertThat(find(Dialog.class).exists()).isFalse();
        OnboardingGrid grid = find(OnboardingGrid.class).single();
        assertThat(test(grid).size()).isEqualTo(1);
        assertThat(test(grid).getRow(0).distributor()).isEqualTo("ООО «Ромашка»");
        assertThat(test(grid).getRow(0).code().value()).matches("\\d{5}");
        assertThat(words()).contains(invited);
    }

    private static String taxIdMessage(String language) {
        return language.equals("ru")
                ? "Проверьте ИНН: 10 цифр (организация) или 12 (ИП)"
                : "Check the tax ID (INN): 10 digits for a company, 12 for a sole proprietor";
    }

    @Test
    void anAddressThatCanBeTakenForAnotherIsAskedAbout() {
        SignedIn.as(supplier, "ru");
        open(ADDRESS);
        click("Пригласить");
        test(find(TextField.class).withLabel("Название дистрибьютора").single()).setValue("ООО «Ромашка»");
        test(find(EmailInput.class).single()).setValue(email.replace("example", "еxample"));
        click("Отправить приглашение");
        ConfirmDialog question = find(ConfirmDialog.class).single();
        assertThat(question.getElement().getProperty("message")).contains("«еxample»", "xn--xample-2of.com");

        test(question).cancel();
        assertThat(find(Dialog.class).exists()).isTrue();
        click("Отправить приглашение");
        test(find(ConfirmDialog.class).single()).confirm();

        assertThat(find(Dialog.class).exists()).isFalse();
        assertThat(test(find(OnboardingGrid.class).single()).getRow(0).email()).contains("еxample");
    }

    @Test
    void theDetailsTellTheStoryAndTheLetterCanBeSentAgain() {
        details(journey.invite(supplier, email));
        assertThat(words()).contains("История", supplier.name() + ": приглашение для " + email,
                "Ждём, когда дистрибьютор перейдёт по ссылке из письма");
        assertThat(find(DescriptionList.class).single().getElement().getTextRecursively()).doesNotContain("Поставщик");

        click("Отправить снова");

        assertThat(notices()).anyMatch(notice -> notice.contains("Письмо снова отправляется на адрес " + email));
        assertThat(words()).contains(supplier.name() + ": приглашение отправлено снова");
    }

    @Test
    void revokingNeedsAReasonAndThenOneCanInviteAgain() {
        OnboardingId id = journey.invite(supplier, email);
        details(id);
        click("Отозвать");
        assertThat(hasButton("Закрыть")).isTrue();
        assertThat(hasButton("Отмена")).as("it would be read as the step itself").isFalse();
        click("Отозвать");
        TextArea reason = find(TextArea.class).single();
        assertThat(reason.isInvalid()).isTrue();
        assertThat(reason.getErrorMessage()).isEqualTo("Укажите, пожалуйста, причину");
        assertThat(journey.stage(id)).isEqualTo(Stage.INVITED);

        test(reason).setValue("Пригласили\nпо ошибке");
        click("Отозвать");
        assertThat(journey.stage(id)).isEqualTo(Stage.REVOKED);
        assertThat(words()).contains("Причина: Пригласили по ошибке");

        click("Пригласить снова");
        assertThat(find(EmailInput.class).single().getValue()).isEqualTo(email);
        click("Отправить приглашение");
        assertThat(test(find(OnboardingGrid.class).single()).size()).isEqualTo(2);
    }

    @Test
    void anOpenPageShowsWhatTheDistributorDoes() {
        OnboardingId id = journey.invite(supplier, email);
        details(id);

        journey.registering(id, email);

        awaitWords("Ждём, когда отдел продаж проверит заявку");
    }

    @Test
    void whoHasAnInvitationUnderWayIsRecognizedAndTheFormStays() {
        OnboardingId id = journey.invite(supplier, email);
        SignedIn.as(supplier, "ru");
        open(ADDRESS);
        click("Пригласить");
        test(find(TextField.class).withLabel("Название дистрибьютора").single()).setValue("ООО «Ромашка»");
        test(find(EmailInput.class).single()).setValue(email);
        click("Отправить приглашение");

        assertThat(words()).contains("На этот адрес Вы уже приглашали");
        assertThat(find(Dialog.class).all()).hasSize(2);
        click("Открыть");
        assertThat(find(Dialog.class).exists()).isFalse();
        assertThat(UI.getCurrent().getActiveViewLocation().getPath()).endsWith(id.toString());
    }

    @Test
    void theAddressOfALiveInvitationIsChanged() {
        OnboardingId id = journey.invite(supplier, email);
        String right = TestPeople.anyEmail();
        details(id);

        click("Изменить адрес");
        assertThat(find(EmailInput.class).single().getValue()).isEqualTo(email);
        click("Изменить и отправить");
        assertThat(find(EmailInput.class).single().getErrorMessage()).isEqualTo("Это тот же адрес. Укажите другой.");
        test(find(EmailInput.class).single()).setValue("Склад <" + right + ">");
        click("Изменить и отправить");

        assertThat(find(Dialog.class).exists()).isFalse();
        assertThat(words()).contains(right);
        assertThat(test(find(OnboardingGrid.class).single()).size()).isEqualTo(1);
    }

    @Test
    void anAddressThatAColleagueHasChangedMeanwhileStaysAndIsTold() {
        OnboardingId id = journey.invite(supplier, email);
        String right = TestPeople.anyEmail();
        details(id);
        click("Изменить адрес");
        correction.change(id, right, supplier);

        test(find(EmailInput.class).single()).setValue(TestPeople.anyEmail());
        click("Изменить и отправить");

        assertThat(notices()).anyMatch(notice -> notice.contains("коллега изменил адрес на " + right));
        assertThat(find(Dialog.class).exists()).isFalse();
        assertThat(words()).contains(right);
    }

    @Test
    void theWindowsOfAnInvitationThatAColleagueHasRevokedMeanwhileClose() {
        OnboardingId id = journey.invite(supplier, email);
        details(id);
        click("Изменить адрес");
        test(find(EmailInput.class).single()).setValue(TestPeople.anyEmail());
        invitations.revoke(id, "Ошибка", supplier);
        click("Изменить и отправить");

        assertThat(notices()).anyMatch(notice -> notice.contains("Приглашение отозвано."));
        assertThat(find(Dialog.class).exists()).isFalse();
        assertThat(hasButton("Изменить адрес")).isFalse();
    }

    @Test
    void anEndedInvitationGoesToAnotherAddressWithTheSameCode() {
        OnboardingId id = journey.invite(supplier, email);
        invitations.revoke(id, "Не тот адрес", supplier);
        String code = code(id);
        String right = TestPeople.anyEmail();
        details(id);

        click("Пригласить снова");
        assertThat(words()).contains("Код дистрибьютора останется прежним");
        test(find(EmailInput.class).single()).setValue(right);
        click("Отправить приглашение");

        assertThat(jdbc.sql("select code from onboarding_line where email = ? and stage = 'INVITED'").param(right)
                .query(String.class).single()).isEqualTo(code);
    }

    @Test
    void aTaxIdOfAnotherDistributorIsAskedAboutBeforeInvitingAgain() {
        String taxId = TestPeople.anyTaxId();
        OnboardingId id = journey.invite(supplier, email);
        invitations.revoke(id, "Ошибка", supplier);
        String code = code(id);
        invitations.invite(new InviteRequest("ООО «Лютик»", TestPeople.anyEmail(), taxId, "", Locale.of("ru")), supplier);
        details(id);

        click("Пригласить снова");
        test(find(TextField.class).withLabel("ИНН").single()).setValue(taxId);
        click("Отправить приглашение");
        assertThat(words()).contains("С этим ИНН Вы уже приглашали: ООО «Лютик»");
        assertThat(hasButton("Это другая компания: пригласить с новым кодом")).isFalse();
        click("Это другая компания: пригласить снова с её кодом");

        assertThat(jdbc.sql("select code from onboarding_line where email = ? and stage = 'INVITED'").param(email)
                .query(String.class).single()).isEqualTo(code);
    }

    @Test
    void whatAnotherCompanyHasTakenOverIsTakenBack() {
        OnboardingId id = journey.invite(supplier, email);
        joining.follow(journey.token(id), people.distributor(0));
        details(id);

        click("Вернуть адресату");
        test(find(TextArea.class).single()).setValue("Приглашали не Вас");
        test(find(Button.class).withText("Вернуть адресату").all().getLast()).click();

        assertThat(journey.stage(id)).isEqualTo(Stage.REVOKED);
        assertThat(jdbc.sql("select stage from onboarding_line where email = ? order by invited_at desc limit 1")
                .param(email).query(String.class).single()).isEqualTo("INVITED");
    }

    @Test
    void whatAPartnerHasTakenOverIsTakenBack() {
        Actor partner = people.distributor(0);
        journey.connecting(supplier, partner);
        OnboardingId id = journey.invite(supplier, email);
        joining.follow(journey.token(id), partner);
        details(id);

        click("Вернуть адресату");
        test(find(ConfirmDialog.class).single()).confirm();

        assertThat(journey.stage(id)).isEqualTo(Stage.JOINED);
        assertThat(jdbc.sql("select stage from onboarding_line where email = ? order by invited_at desc limit 1")
                .param(email).query(String.class).single()).isEqualTo("INVITED");
    }

    private String code(OnboardingId id) {
        return jdbc.sql("select code from onboarding_line where id = ?").param(id.value()).query(String.class).single();
    }

    private void details(OnboardingId id) {
        SignedIn.as(supplier, "ru");
        open(ADDRESS + "/" + id);
    }
}
