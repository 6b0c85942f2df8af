package com.texchange.identityproviders.ui;

import com.texchange.accounts.SignIn;
import com.texchange.common.CompanyId;
import com.texchange.common.CurrentActor;
import com.texchange.common.LanguageChoice;
import com.texchange.common.RefusedException;
import com.texchange.common.Routes;
import com.texchange.common.ValidTaxId;
import com.texchange.common.ui.Notices;
import com.texchange.common.ui.PublicPage;
import com.texchange.common.ui.RecordBinder;
import com.texchange.identityproviders.CompanyDoors;
import com.texchange.identityproviders.SignInRefusal;
import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.i18n.I18NProvider;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import jakarta.validation.constraints.NotBlank;
import java.util.Optional;

/** «Вход через компанию»: leads whoever types a company's tax ID to its server, and says why somebody who came back was not let in. */
@Route(value = Routes.COMPANY_SIGN_IN, autoLayout = false)
@AnonymousAllowed
@StyleSheet("styles/accounts.css")
class CompanySignInView extends PublicPage implements BeforeEnterObserver, HasDynamicTitle {

    private final transient CurrentActor currentActor;
    private final transient CompanyDoors doors;
    private final RecordBinder<Company> binder = new RecordBinder<>(Company.class);
    private final Div problem = new Div();
    private Optional<String> path = Optional.empty();

    CompanySignInView(LanguageChoice languages, CurrentActor currentActor, CompanyDoors doors) {
        super(languages, I18NProvider.translate("identityproviders.signIn.heading"));
        this.currentActor = currentActor;
        this.doors = doors;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        QueryParameters query = event.getLocation().getQueryParameters();
        path = SignIn.path(query);
        if (currentActor.find().isPresent()) {
            event.forwardToUrl(path.orElse("/"));
            return;
        }
        Optional<CompanyId> elsewhere = query.getSingleParameter(CompanyDoors.COMPANY).flatMap(CompanyId::read);
        Optional<String> host = elsewhere.flatMap(doors::host);
        show(problem, new Paragraph(host.map(there -> getTranslation("identityproviders.signIn.fromElsewhere", there))
                .orElseGet(() -> getTranslation("identityproviders.signIn.text"))),
                elsewhere.filter(company -> host.isPresent()).map(this::doorFromElsewhere).orElseGet(this::form),
                new Anchor(SignIn.keeping(Routes.LOGIN, path), getTranslation("identityproviders.signIn.byPassword")));
        problem.removeAll();
        query.getSingleParameter("error").map(SignInRefusal::ofAddress).ifPresent(why -> tell(getTranslation(why.key())));
    }

    private Div form() {
        TextField taxId = new TextField(getTranslation("identityproviders.signIn.taxId"));
        taxId.setAutofocus(true);
        taxId.setWidthFull();
        taxId.getElement().setAttribute("inputmode", "numeric").setAttribute("autocomplete", "off");
        binder.forField(taxId).bind("taxId");
        Button submit = new Button(getTranslation("identityproviders.signIn.submit"), click -> {
            problem.removeAll();
            binder.submit(this::goOn);
        });
        submit.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        submit.addClickShortcut(Key.ENTER);
        Div form = new Div(taxId, submit);
        form.addClassName("sign-in-form");
        return form;
    }

    private void goOn(Company company) {
        try {
            leaveFor(doors.find(company.taxId(), path));
        } catch (RefusedException refusal) {
            tell(Notices.words(refusal));
        }
    }

    /** The browser itself goes there: a form that is sent may not lead elsewhere. Going twice is no harm. */
    private void leaveFor(String address) {
        getUI().orElseThrow().getPage().setLocation("/" + address);
    }

    /** Another site could lead people to a server of its own, which would let them in as somebody else without their noticing. */
    private Div doorFromElsewhere(CompanyId company) {
        Button submit = new Button(getTranslation("identityproviders.signIn.submit"),
                click -> leaveFor(SignIn.keeping(Routes.of(Routes.COMPANY_SIGN_IN, company), path)));
        submit.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        submit.addClickShortcut(Key.ENTER);
        Div door = new Div(submit);
        door.addClassName("sign-in-form");
        return door;
    }

    private void tell(String text) {
        Paragraph message = new Paragraph(text);
        message.addClassNames("sign-in-message", "sign-in-alert");
        message.getElement().setAttribute("role", "alert");
        problem.add(message);
    }

    @Override
    public String getPageTitle() {
        return getTranslation("identityproviders.signIn.heading");
    }

    /** What the form asks for; public, since the binder makes it. */
    public record Company(@NotBlank @ValidTaxId String taxId) {
    }
}
