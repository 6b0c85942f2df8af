package com.texchange.registry.ui;

import com.texchange.accounts.Colleague;
import com.texchange.accounts.Colleague.State;
import com.texchange.accounts.CompanySwitch;
import com.texchange.accounts.FreshSignIn;
import com.texchange.accounts.OperatorChange;
import com.texchange.accounts.PeopleOfCompanies;
import com.texchange.accounts.PersonalData;
import com.texchange.accounts.ui.FreshDialog;
import com.texchange.common.AccountId;
import com.texchange.common.Actor;
import com.texchange.common.Change;
import com.texchange.common.ChangeFeed;
import com.texchange.common.CompanyId;
import com.texchange.common.CurrentActor;
import com.texchange.common.Position;
import com.texchange.common.Routes;
import com.texchange.common.ui.BackLink;
import com.texchange.common.ui.DateTimes;
import com.texchange.common.ui.DescriptionList;
import com.texchange.common.ui.LiveUpdates;
import com.texchange.common.ui.Notices;
import com.texchange.common.ui.PageHeader;
import com.texchange.common.ui.ReasonDialog;
import com.texchange.common.ui.Tone;
import com.texchange.common.ui.UnbrokenText;
import com.texchange.partners.CompanyChange;
import com.texchange.partners.CompanyData;
import com.texchange.partners.ui.ChangeList;
import com.texchange.registry.CompanyRegister;
import com.texchange.registry.CompanyRegister.Figures;
import com.texchange.registry.CompanyRegister.Listed;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.orderedlayout.VerticalLayout;
import com.vaadin.flow.router.BeforeEvent;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.HasUrlParameter;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A company of the register: its data, its people, and what the operator has done with them. */
@Route(Routes.ALL_COMPANIES)
@RolesAllowed("SALES")
class RegisteredCompanyView extends VerticalLayout implements HasUrlParameter<String>, HasDynamicTitle {

    private final transient CompanyRegister register;
    private final transient PeopleOfCompanies people;
    private final transient CompanyData data;
    private final transient CompanySwitch companySwitch;
    private final transient PersonalData personalData;
    private final transient FreshSignIn fresh;
    private final transient Actor actor;
    private transient volatile @Nullable CompanyId shown;

    RegisteredCompanyView(CompanyRegister register, PeopleOfCompanies people, CompanyData data, CompanySwitch companySwitch,
            PersonalData personalData, FreshSignIn fresh, ChangeFeed feed, CurrentActor currentActor) {
        this.register = register;
        this.people = people;
        this.data = data;
        this.companySwitch = companySwitch;
        this.personalData = personalData;
        this.fresh = fresh;
        this.actor = currentActor.get();
        addClassName("card-columns");
        LiveUpdates.follow(this, feed, change -> change.concerns(Change.Topic.ACCOUNTS, shown), this::refresh);
    }

    @Override
    public void setParameter(BeforeEvent event, String id) {
        Optional<Listed> company = CompanyId.read(id).flatMap(read -> register.find(read, actor));
        company.ifPresentOrElse(this::show, () -> event.forwardTo(Routes.ALL_COMPANIES));
    }

    /** What a colleague has done, or somebody of the company. */
    private void refresh() {
        CompanyId company = shown;
        if (company != null) {
            register.find(company, actor).ifPresent(this::show);
        }
    }

    private void show(Listed company) {
        shown = company.id();
        removeAll();
        add(new BackLink(Routes.ALL_COMPANIES, getTranslation("registry.title")), new PageHeader(company.name()),
                card("registry.data", facts(company), acts(company)), card("registry.people", people(company)));
        List<OperatorChange> history = people.history(company.id(), actor);
        if (!history.isEmpty()) {
            add(card("registry.history", history(history)));
        }
        List<CompanyChange> changes = data.history(company.id(), actor);
        if (!changes.isEmpty()) {
            add(card("registry.changes", new ChangeList(changes)));
        }
    }

    private Div card(String title, Component... content) {
        Div card = new Div(new H2(getTranslation(title)));
        card.add(content);
        card.addClassName("card");
        card.setWidthFull();
        return card;
    }

    private Component state(boolean off) {
        return off ? Tone.ERROR.badge(getTranslation("registry.isOff")) : Tone.SUCCESS.badge(getTranslation("registry.isOn"));
    }

    private Component facts(Listed company) {
        Figures figures = register.figures(company.id(), actor);
        return new DescriptionList()
                .add(getTranslation("registry.column.state"), state(company.off()))
                .add(getTranslation("registry.column.taxId"), CompaniesView.textOf(company.taxId()))
                .add(getTranslation("registry.column.city"), company.city())
                .add(getTranslation("registry.column.contact"), CompaniesView.contact(company))
                .add(getTranslation("registry.suppliers"), String.valueOf(figures.suppliers()))
                .add(getTranslation("registry.distributors"), String.valueOf(figures.distributors()))
                .add(getTranslation("registry.licenses"), licenses(company, figures.licenses()));
    }

    /** Leads to them in the list of all licenses. */
    private Component licenses(Listed company, int count) {
        String number = count > CompanyRegister.MOST ? getTranslation("registry.more", CompanyRegister.MOST) : String.valueOf(count);
        return count == 0 ? new Span(number) : new Anchor(Routes.with(Routes.ALL_LICENSES, "distributor",
                company.taxId() == null ? company.name() : company.taxId().value()), number);
    }

    private void again(Listed company) {
        register.find(company.id(), actor).ifPresent(this::show);
    }

    private Div acts(Listed company) {
        Button rename = new Button(getTranslation("registry.rename"),
                click -> new NameDialog(data, company.company(), actor, () -> again(company)).open());
        String kind = company.off() ? "companyOn" : "companyOff";
        String label = getTranslation("registry.act." + kind);
        Button turn = new Button(label, click -> new ReasonDialog(
                getTranslation("registry.actTitle", label, company.name()), getTranslation("registry.actText." + kind), label, reason -> {
                    companySwitch.turn(company.id(), company.off(), reason, actor);
                    Notices.success(getTranslation("registry.done." + kind, company.name()));
                    again(company);
                }).first(this::fresh).rereading(() -> again(company)).open());
        Div acts = new Div(rename, turn);
        acts.addClassName("list-tools");
        return acts;
    }

    private Component[] people(Listed company) {
        UnorderedList list = new UnorderedList();
        list.addClassName("people-list");
        Set<AccountId> withCompany = register.offWithCompany(company.id(), actor);
        people.of(company.id(), actor).forEach(person -> list.add(line(person, company, withCompany.contains(person.id()))));
        Button invite = new Button(getTranslation("registry.invite"),
                click -> new AdministratorDialog(this.people, fresh, company.company(), actor, () -> again(company)).open());
        return new Component[] {list, invite};
    }

    /** @param withCompany whether the person is kept out only as long as the company is: then not to be erased, nor let in alone */
    private ListItem line(Colleague person, Listed company, boolean withCompany) {
        Div acts = new Div();
        acts.addClassName("people-acts");
        boolean off = person.state() == State.OFF && !withCompany;
        if (person.state() == State.IN && person.position() != Position.ADMINISTRATOR) {
            acts.add(button("appoint", person, reason -> people.appoint(person.id(), reason, actor), company));
        }
        if (person.state() == State.INVITED) {
            acts.add(resend(person, company), button("withdraw", person, reason -> people.withdraw(person.id(), reason, actor), company));
        }
        if (withCompany) {
            acts.add(button("keepOff", person, reason -> people.enable(person.id(), false, reason, actor), company));
        }
        if (person.state() == State.IN) {
            acts.add(button("switchOff", person, reason -> people.enable(person.id(), false, reason, actor), company));
        }
        if (off && !company.off()) {
            acts.add(button("switchOn", person, reason -> people.enable(person.id(), true, reason, actor), company));
        }
        if (off) {
            acts.add(button("erase", person, reason -> personalData.erase(person.id(), reason, actor), company));
        }
        if (person.secondFactor()) {
            acts.add(button("removeFactor", person, reason -> people.removeFactor(person.id(), reason, actor), company));
        }
        Span who = new UnbrokenText(getTranslation("registry.person", person.name(), person.email().value(),
                getTranslation("accounts.position." + person.position()), getTranslation("accounts.people.state." + person.state())));
        return new ListItem(who, acts);
    }

    private Button button(String key, Colleague person, Consumer<String> act, Listed company) {
        String label = getTranslation("registry.act." + key);
        Button button = new Button(label, click -> new ReasonDialog(
                getTranslation("registry.actTitle", label, person.name()), whatHappens(key), label, reason -> {
                    act.accept(reason);
                    Notices.success(getTranslation("registry.done." + key, person.name()));
                    again(company);
                }).first(this::fresh).rereading(() -> again(company)).open());
        return ofPerson(button, person);
    }

    /** At once, as the company's own administrators do. */
    private Button resend(Colleague person, Listed company) {
        return ofPerson(new Button(getTranslation("accounts.people.act.resend"), click -> {
            people.resend(person.id(), actor);
            Notices.success(getTranslation("accounts.people.done.resend", person.name()));
            again(company);
        }), person);
    }

    private Button ofPerson(Button button, Colleague person) {
        button.addThemeVariants(ButtonVariant.LUMO_TERTIARY, ButtonVariant.LUMO_SMALL);
        button.setAriaLabel(getTranslation("accounts.people.actOn", button.getText(), person.name()));
        return button;
    }

    /** Asked when something is done, and not when its window opens: that may be open for long. */
    private void fresh(Runnable step) {
        FreshDialog.then(fresh, actor, step);
    }

    /** Of erasing, what the company's own administrators read too. */
    private String whatHappens(String key) {
        return switch (key) {
            case "erase" -> getTranslation("registry.actText.erase", getTranslation("accounts.people.eraseText"));
            case "keepOff" -> getTranslation("registry.actText.keepOff");
            default -> getTranslation("registry.actText");
        };
    }

    private Component history(List<OperatorChange> history) {
        UnorderedList list = new UnorderedList();
        history.forEach(change -> list.add(new ListItem(getTranslation("registry.change." + change.kind(),
                DateTimes.dateTime(change.at()), change.by(), change.name(), change.reason()))));
        return list;
    }

    @Override
    public String getPageTitle() {
        return getTranslation("registry.title");
    }
}
