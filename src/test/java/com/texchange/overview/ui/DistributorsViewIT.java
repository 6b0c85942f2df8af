package com.texchange.overview.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.texchange.common.Actor;
import com.texchange.common.OnboardingId;
import com.texchange.common.RefusedException;
import com.texchange.common.ui.EmailInput;
import com.texchange.onboarding.Journey;
import com.texchange.onboarding.Stage;
import com.texchange.testing.IntegrationTest;
import com.texchange.testing.Page;
import com.texchange.testing.SignedIn;
import com.texchange.testing.TestPeople;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

@IntegrationTest
class DistributorsViewIT extends Page {

    private static final String ADDRESS = "exchange/distributors";
    @Autowired
    TestPeople people;
    @Autowired
    Journey journey;
    private final String email = TestPeople.anyEmail();
    private Actor supplier;

    @BeforeEach
    void supplier() {
        supplier = people.supplier();
    }

    @ParameterizedTest
    @CsvSource({
        "ru, Дистрибьюторов пока нет, Пригласить, Отправить приглашение, Название дистрибьютора, Электронная почта, ИНН, Приглашение отправляется",
        "en, No distributors yet, Invite, Send invitation, Name of the distributor, E-mail, Tax ID (INN), Invited"})
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
        test(find(TextField.class).withLabel(taxId).single()).setValue("1234567890");
        click(send);
        assertThat(find(TextField.class).withLabel(name).single().isInvalid()).isFalse();
        assertThat(find(TextField.class).withLabel(taxId).single().getErrorMessage())
                .isEqualTo(taxIdMessage(language));
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
                "Дальше: дистрибьютор переходит по ссылке из письма");

        click("Отправить снова");

        assertThat(notices()).anyMatch(notice -> notice.contains("Письмо снова отправляется на адрес " + email));
        assertThat(words()).contains(supplier.name() + ": приглашение отправлено снова");
    }

    @Test
    void revokingNeedsAReasonAndThenOneCanInviteAgain() {
        OnboardingId id = journey.invite(supplier, email);
        details(id);
        click("Отозвать");
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

        awaitWords("Дальше: отдел продаж проверяет заявку");
    }

    @Test
    void aRefusalLeavesTheDialogOpen() {
        journey.invite(supplier, email);
        SignedIn.as(supplier, "ru");
        open(ADDRESS);
        click("Пригласить");
        test(find(TextField.class).withLabel("Название дистрибьютора").single()).setValue("ООО «Ромашка»");
        test(find(EmailInput.class).single()).setValue(email);
        assertThatThrownBy(() -> click("Отправить приглашение"))
                .isInstanceOf(RefusedException.class).hasMessage("onboarding.refused.underWay");

        assertThat(find(Dialog.class).exists()).isTrue();
    }

    private void details(OnboardingId id) {
        SignedIn.as(supplier, "ru");
        open(ADDRESS + "/" + id);
    }
}
