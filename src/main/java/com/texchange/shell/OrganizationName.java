package com.texchange.shell;

import com.texchange.common.Change;
import com.texchange.common.ChangeFeed;
import com.texchange.common.CompanyId;
import com.texchange.common.CurrentActor;
import com.texchange.common.ui.LiveUpdates;
import com.texchange.mail.OperatorProperties;
import com.texchange.partners.Companies;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Span;
import org.springframework.context.annotation.Scope;
import org.springframework.stereotype.Component;

/** For whom the person acts: the operator, or a company by the name that it has now. The header stays while people go from page to page. */
@Component
@Scope("prototype")
class OrganizationName extends Composite<Span> {

    OrganizationName(CurrentActor currentActor, Companies companies, OperatorProperties operator, ChangeFeed feed) {
        CompanyId company = currentActor.get().companyId();
        getContent().addClassName("organization");
        if (company == null) {
            show(operator.name().isBlank() ? getTranslation("common.product") : operator.name());
        } else {
            follow(company, companies, feed);
        }
    }

    private void follow(CompanyId company, Companies companies, ChangeFeed feed) {
        LiveUpdates.follow(this, feed, change -> change.concerns(Change.Topic.ACCOUNTS, company), () -> show(companies.get(company).name()));
        show(companies.get(company).name());
    }

    private void show(String name) {
        getContent().setText(name);
        getContent().setTitle(name);
    }
}
