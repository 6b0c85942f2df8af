package com.texchange.accounts.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.texchange.accounts.AccountInfo;
import com.texchange.accounts.Accounts;
import com.texchange.accounts.NewAccount;
import com.texchange.common.EmailAddress;
import com.texchange.common.Languages;
import com.texchange.common.Role;
import com.texchange.common.ui.EmailInput;
import com.texchange.testing.IntegrationTest;
import com.texchange.testing.SignedIn;
import com.texchange.testing.TestPeople;
import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.browserless.ViewPackages;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Input;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.PasswordField;
import com.vaadin.flow.router.QueryParameters;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@IntegrationTest
@ViewPackages(packages = "com.texchange.accounts.ui")
class PublicViewsIT extends SpringBrowserlessTest {

    @Autowired
    Accounts accounts;
    @Autowired
    TestPeople people;
    @Autowired
    JdbcClient jdbc;
    private final EmailAddress email = new EmailAddress("kim-" + UUID.randomUUID() + "@example.com");

    @BeforeEach
    void inRussian() {
        UI.getCurrent().setLocale(Languages.RUSSIAN);
    }

    @Test
    void theSignInPageHasTheInstructionsWords() {
        navigate(LoginView.class);

        assertThat(findInView(H1.class).single().getText()).isEqualTo("Личный кабинет клиента/партнера");
        assertThat(findInView(Button.class).withText("Войти").exists()).isTrue();
        assertThat(findInView(Checkbox.class).single().getLabel())
                .isEqualTo("Запомнить меня");
        assertThat(findInView(Anchor.class).all()).extracting(Anchor::getText).contains("Регистрация", "Забыли пароль?");
        assertThat(targets()).isEmpty();
    }

    @Test
    void theSignInPageKeepsWhereToGoOnAndSaysWhatWentWrong() {
        UI.getCurrent().navigate("login", QueryParameters.simple(
                Map.of("continue", "/join?invite=x", "error", "credentials")));

        assertThat(targets()).containsOnly("/join?invite=x").hasSize(2);
        assertThat(findInView(Paragraph.class).withAttribute("role", "alert").single().getText()).startsWith("Неверный адрес");
    }

    /** Of each form of the page: that of passwords and that of passkeys. */
    private List<String> targets() {
        return findInView(Input.class).withAttribute("name", "continue").all().stream().map(field -> field.getElement().getAttribute("value"))
                .toList();
    }

    @ParameterizedTest
    @CsvSource({"locked, Для этого адреса слишком много неудачных попыток входа", "source, Из Вашей сети слишком много неудачных попыток входа", "busy, Сейчас слишком много входов", "passkey, Этот ключ доступа"})
    void theSignInPageSaysWhyAPasswordWasNotLookedAt(String error, String text) {
        UI.getCurrent().navigate("login", QueryParameters.of("error", error));

        assertThat(findInView(Paragraph.class).withAttribute("role", "alert").single().getText()).startsWith(text);
    }

    @Test
    void theSignInPageIgnoresForeignTargets() {
        UI.getCurrent().navigate("login", QueryParameters.of("continue", "//evil.example"));

        assertThat(targets()).isEmpty();
    }

    @Test
    void aForgottenPasswordIsAnsweredAlikeForKnownAndUnknownAddresses() {
        open();
        String known = answerTo(email.value());
        String unknown = answerTo("nobody-" + UUID.randomUUID() + "@example.com");

        assertThat(known).isEqualTo(unknown).startsWith("Если с этим адресом");
        await().untilAsserted(() -> assertThat(jdbc.sql("select count(*) from mail_delivery where recipient = ?").param(email.value())
                .query(Integer.class).single()).isEqualTo(1));
    }

    @Test
    void somethingThatIsNoAddressIsMarked() {
        navigate(ForgotPasswordView.class);
        test(findInView(EmailInput.class).single()).setValue("not an address");
        test(findInView(Button.class).withText("Отправить ссылку").single()).click();

        assertThat(findInView(EmailInput.class).single().isInvalid()).isTrue();
        assertThat(findInView(EmailInput.class).single().getErrorMessage()).isEqualTo("Напишите адрес вида ivan@example.com");
    }

    @Test
    void anAddressWithoutAWholeDomainIsMarkedAtSignInToo() {
        navigate(LoginView.class);
        test(findInView(EmailInput.class).single()).setValue("ivan@example");
        assertThat(findInView(EmailInput.class).single().getErrorMessage()).startsWith("Проверьте часть после @");
    }

    @Test
    void aPasswordIsSetByALink() {
        AccountInfo account = open();
        openLink(account);
        type("a phrase of words", "a phrase of words");

        assertThat(accounts.admission(account.id()).awaitsPassword()).isFalse();
        UI.getCurrent().getInternals().getStateTree().runExecutionsBeforeClientResponse();
        assertThat(UI.getCurrent().getInternals().dumpPendingJavaScriptInvocations())
                .anyMatch(script -> script.getInvocation().getExpression().contains("this.submit()"));
    }

    @Test
    void thePageSaysWhosePasswordItSetsAndPasswordManagersFindTheAddress() {
        openLink(open());

        assertThat(findInView(Paragraph.class).all()).extracting(Paragraph::getText)
                .contains("Kim, придумайте пароль для Вашего личного кабинета. С ним Вы сразу войдёте.");
        EmailInput address = findInView(EmailInput.class).single();
        assertThat(address.getValue()).isEqualTo(email.value());
        assertThat(address.isReadOnly()).isTrue();
        assertThat(address.getElement().getAttribute("autocomplete")).isEqualTo("username");
        assertThat(address.getElement().getAttribute("name")).isEqualTo("username");
        assertThat(field(0).getElement().getAttribute("autocomplete")).isEqualTo("new-password");
        assertThat(field(0).getElement().getAttribute("name")).isEqualTo("password");
        assertThat(field(1).getElement().getAttribute("name")).isNull();
    }

    @Test
    void whileSomebodyElseIsSignedInThePageOffersToSignThatOneOut() {
        AccountInfo account = open();
        SignedIn.as(people.sales(), "ru");
        openLink(account);

        assertThat(findInView(PasswordField.class).exists()).isFalse();
        assertThat(findInView(Paragraph.class).single().getElement().getTextRecursively()).contains("Марина Продажина", "«Kim»", email.value());
        assertThat(findInView(Button.class).withText("Выйти и задать пароль").exists()).isTrue();

        SignedIn.as(account.actor(), "ru");
        openLink(account);
        assertThat(findInView(PasswordField.class).all()).hasSize(2);
    }

    @Test
    void twoDifferentPasswordsAndAWeakOneAreExplained() {
        AccountInfo account = open();
        openLink(account);

        type("a phrase of words", "another phrase");
        assertThat(field(1).getErrorMessage()).isEqualTo("Пароли не совпадают");

        type("short", "short");
        assertThat(field(0).getErrorMessage()).isEqualTo("В пароле должно быть от 15 до 128 символов, сейчас 5");
        assertThat(field(1).isInvalid()).isFalse();
        assertThat(accounts.admission(account.id()).awaitsPassword()).isTrue();
    }

    @Test
    void aPasswordIsJudgedWhileItIsTyped() {
        openLink(open());

        assertThat(worthOf("")).isEmpty();
        assertThat(worthOf("qwerty")).isEqualTo("В пароле должно быть от 15 до 128 символов, сейчас 6");
        assertThat(worthOf("йцукенгшщзхъфыва")).startsWith("Такой пароль легко подобрать");
        assertThat(worthOf(email.value() + "1")).startsWith("Этот пароль составлен из того, что о Вас и так известно");
        assertThat(worthOf("тёплый чай с лимоном у окна")).isEqualTo("Надёжный пароль");

        UI.getCurrent().setLocale(Languages.ENGLISH);
        assertThat(worthOf("password12345678")).startsWith("This password is easy to guess");
    }

    @Test
    void aDeadLinkLeadsToANewOne() {
        navigate(SetPasswordView.class);

        assertThat(findInView(PasswordField.class).exists()).isFalse();
        assertThat(findInView(Anchor.class).withText("Запросить новую ссылку").single().getHref()).isEqualTo("forgot-password");
    }

    private AccountInfo open() {
        return accounts.open(new NewAccount(email, "Kim", null, Set.of(Role.SALES), Languages.ENGLISH));
    }

    private void openLink(AccountInfo account) {
        String link = accounts.passwordLink(account.id()).url();
        UI.getCurrent().navigate("set-password", QueryParameters.of("token", link.replaceAll(".*token=", "")));
    }

    private void type(String first, String second) {
        test(field(0)).setValue(first);
        test(field(1)).setValue(second);
        test(findInView(Button.class).withText("Задать пароль").single()).click();
    }

    private String worthOf(String typed) {
        test(field(0)).setValue(typed);
        return findInView(Div.class).withAttribute("role", "status").single().getText();
    }

    private PasswordField field(int index) {
        return findInView(PasswordField.class).all().get(index);
    }

    private String answerTo(String address) {
        navigate(LoginView.class);
        navigate(ForgotPasswordView.class);
        test(findInView(EmailInput.class).single()).setValue(address);
        test(findInView(Button.class).withText("Отправить ссылку").single()).click();
        return findInView(Paragraph.class).withAttribute("role", "status").single().getText();
    }
}
