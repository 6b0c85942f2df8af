package com.texchange.registrations.ui;

import com.texchange.accounts.AccountInfo;
import com.texchange.accounts.FreshSignIn;
import com.texchange.accounts.ui.FreshDialog;
import com.texchange.common.Actor;
import com.texchange.common.ui.DescriptionList;
import com.texchange.common.ui.ReasonDialog;
import com.texchange.partners.CompanyInfo;
import com.texchange.registrations.Confirmations.KnownCompany;
import com.texchange.registrations.RegistrationInfo;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Paragraph;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** For the sales department: whom it knows of a company to which a stranger wants to belong. */
class KnownCompanyPanel extends Div {

    /** People that are named; of more, how many there are. */
    private static final int NAMED = 10;

    KnownCompanyPanel(KnownCompany known) {
        addClassName("card");
        CompanyInfo company = known.company();
        List<AccountInfo> people = known.people();
        add(new H3(text("registrations.known.title")), warning(known.widens() ? "registrations.known.widens" : "registrations.known.text", company));
        if (known.off()) {
            add(warning("registrations.known.off", company));
        }
        add(new DescriptionList()
                .add(text("registrations.known.contact"), Stream.of(company.contactName(), company.contactPhone(),
                        company.contactEmail()).filter(Objects::nonNull).map(Object::toString).toList())
                .add(text("registrations.known.people"), people.isEmpty() ? text("registrations.known.nobody") : names(people)));
    }

    private static Paragraph warning(String key, CompanyInfo company) {
        Paragraph warning = new Paragraph(text(key, company.name()));
        warning.addClassName("warning");
        return warning;
    }

    private static String names(List<AccountInfo> people) {
        String names = people.stream().limit(NAMED).map(person -> person.name() + " (" + person.email() + ")")
                .collect(Collectors.joining(", "));
        return people.size() <= NAMED ? names : text("registrations.known.more", names, people.size() - NAMED);
    }

    /** The step of its own: what was checked of this company is asked, and kept, of somebody who has just shown who it is. */
    static void checked(RegistrationInfo registration, CompanyInfo company, FreshSignIn fresh, Actor actor, Consumer<String> confirmed) {
        ReasonDialog.asking(text("registrations.check.label"), text("registrations.check.needed"), text("registrations.check.title"),
                text("registrations.check.text", registration.contactName(), registration.email().value(), company.name()),
                text("registrations.check.confirm"), confirmed).first(step -> FreshDialog.then(fresh, actor, step)).open();
    }

    private static String text(String key, Object... arguments) {
        return UI.getCurrent().getTranslation(key, arguments);
    }
}
