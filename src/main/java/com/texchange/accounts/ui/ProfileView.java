package com.texchange.accounts.ui;

import com.texchange.accounts.Accounts;
import com.texchange.accounts.Consents;
import com.texchange.accounts.FreshSignIn;
import com.texchange.accounts.OwnProfile;
import com.texchange.accounts.PersonalData;
import com.texchange.common.Actor;
import com.texchange.common.CleanText;
import com.texchange.common.CurrentActor;
import com.texchange.common.EmailAddress;
import com.texchange.common.Languages;
import com.texchange.common.Routes;
import com.texchange.common.ValidEmail;
import com.texchange.common.ui.DateTimes;
import com.texchange.common.ui.DescriptionList;
import com.texchange.common.ui.DoubtfulAddress;
import com.texchange.common.ui.EmailInput;
import com.texchange.common.ui.FormDialog;
import com.texchange.common.ui.Notices;
import com.texchange.common.ui.PageHeader;
import com.texchange.common.ui.RecordBinder;
import com.texchange.common.ui.TypedForm;
import com.texchange.tables.ui.FileLink;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.orderedlayout.VerticalLayout;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.PasswordField;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import jakarta.validation.constraints.NotBlank;
import java.util.Locale;
import java.util.function.Consumer;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** «Мой профиль»: one's own name, language of letters, clock, address, password, second factor, passkeys and sessions. */
@Route(Routes.PROFILE)
@PermitAll
class ProfileView extends VerticalLayout implements HasDynamicTitle {

    private static final int MAX_NAME = 200;
    private static final JsonMapper JSON = JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();
    private final transient OwnProfile profile;
    private final transient Accounts accounts;
    private final transient PersonalData personalData;
    private final transient Consents consents;
    private final transient FreshSignIn fresh;
    private final transient Actor actor;
    private final Div addresses = new Div();

    ProfileView(OwnProfile profile, Accounts accounts, PersonalData personalData, Consents consents,
            FreshSignIn fresh, ProfileCards cards, CurrentActor currentActor) {
        this.profile = profile;
        this.accounts = accounts;
        this.personalData = personalData;
        this.consents = consents;
        this.fresh = fresh;
        this.actor = currentActor.get();
        add(new PageHeader(getPageTitle()), person(), cards.clock(actor), signIn());
        add(cards.factors(actor));
        add(cards.sessions(actor), data());
    }

    private Component person() {
        TextField name = new TextField(getTranslation("accounts.people.name"));
        name.setValue(accounts.get(actor.id()).name());
        name.setMaxLength(MAX_NAME);
        name.setRequiredIndicatorVisible(true);
        name.setManualValidation(true);
        Select<Locale> language = new Select<>();
        language.setLabel(getTranslation("accounts.people.language"));
        language.setItems(Languages.ALL);
        language.setItemLabelGenerator(locale -> locale.getDisplayLanguage(locale));
        language.setValue(accounts.get(actor.id()).locale());
        Div fields = new Div(name, language);
        TypedForm typed = new TypedForm(fields, name, language);
        Button save = new Button(getTranslation("accounts.people.save"), click -> {
            if (save(name, language.getValue())) {
                typed.settled();
                // The name stands in the header, too.
                getUI().ifPresent(ui -> ui.refreshCurrentRoute(true));
            }
        });
        save.addClickShortcut(Key.ENTER).listenOn(name).resetFocusOnActiveElement();
        fields.add(save);
        fields.addClassName("profile-fields");
        return card("accounts.profile.person", fields);
    }

    private boolean save(TextField name, Locale language) {
        String text = CleanText.line(name.getValue());
        name.setErrorMessage(getTranslation("accounts.profile.nameNeeded"));
        name.setInvalid(text.isEmpty());
        if (text.isEmpty()) {
            return false;
        }
        profile.rename(text, actor);
        accounts.chooseLanguage(actor.id(), language);
        Notices.success(getTranslation("accounts.profile.saved"));
        return true;
    }

    private Component signIn() {
        Div buttons = new Div(new Button(getTranslation("accounts.profile.changeEmail"), click -> changeEmail()),
                new Button(getTranslation("accounts.profile.changePassword"), click -> changePassword()));
        buttons.addClassName("profile-fields");
        showAddresses();
        return card("accounts.profile.signIn", addresses, buttons);
    }

    private void showAddresses() {
        addresses.removeAll();
        addresses.add(new DescriptionList().add(getTranslation("accounts.people.email"), actor.email().value())
                .add(getTranslation("accounts.profile.awaited"), profile.awaitedAddress(actor).map(EmailAddress::value).orElse(null)));
    }

    /** What is kept about the person, to take along; and what was agreed to. */
    private Component data() {
        Paragraph hint = new Paragraph(getTranslation("accounts.profile.dataText"));
        hint.addClassName("hint");
        FileLink download = new FileLink(getTranslation("accounts.profile.download"), () -> "my-data.json", "application/json",
                out -> JSON.writeValue(out, personalData.of(actor)));
        Div agreed = new Div();
        consents.of(actor).forEach(consent -> agreed.add(new Paragraph(getTranslation("accounts.profile.agreed", DateTimes.date(consent.since()),
                DateTimes.dateTime(consent.agreedAt())))));
        return card("accounts.profile.data", hint, new Div(download), agreed);
    }

    private Div card(String title, Component... content) {
        Div card = new Div(new H2(getTranslation(title)));
        card.add(content);
        card.addClassName("card");
        card.setWidthFull();
        return card;
    }

    private void changeEmail() {
        EmailInput email = new EmailInput(getTranslation("accounts.profile.newEmail"));
        PasswordField password = password();
        RecordBinder<NewAddress> binder = new RecordBinder<>(NewAddress.class);
        binder.forField(email).bind("email");
        binder.forField(password).bind("password");
        dialog("accounts.profile.changeEmail", "accounts.profile.emailText", close -> binder.submit(
                asked -> DoubtfulAddress.ask(asked.email(), () -> {
                    profile.changeAddress(asked.email(), asked.password(), actor);
                    close.run();
                    showAddresses();
                    Notices.success(getTranslation("accounts.profile.emailAsked", asked.email()));
                })), email, password);
    }

    private void changePassword() {
        PasswordField password = password();
        dialog("accounts.profile.changePassword", "accounts.profile.passwordText", close -> {
            String path = profile.changePassword(password.getValue(), actor);
            close.run();
            getUI().ifPresent(ui -> ui.getPage().setLocation(path));
        }, password);
    }

    /** Whoever has a second factor shows that, too. */
    private void dialog(String title, String text, Consumer<Runnable> step, Component... fields) {
        Div form = new Div(fields);
        form.addClassName("profile-fields");
        FormDialog dialog = FormDialog.asking(getTranslation(title), getTranslation("accounts.profile.next"), close -> {
            if (fresh.isByCode(actor)) {
                FreshDialog.then(fresh, actor, () -> step.accept(close));
            } else {
                step.accept(close);
            }
        }).content(new Paragraph(getTranslation(text)), form);
        dialog.setWidth("30rem");
        dialog.open();
    }

    private PasswordField password() {
        PasswordField password = new PasswordInput(getTranslation("accounts.profile.password"));
        password.getElement().setAttribute("autocomplete", "current-password");
        return password;
    }

    /** What is asked for another address; public, since the binder makes it. */
    public record NewAddress(@NotBlank @ValidEmail String email, @NotBlank String password) {
    }

    @Override
    public String getPageTitle() {
        return getTranslation("accounts.profile.title");
    }
}
