package com.texchange.demo;

import com.texchange.accounts.AccountInfo;
import com.texchange.accounts.Accounts;
import com.texchange.accounts.CompanyPeople;
import com.texchange.accounts.NewAccount;
import com.texchange.common.Actor;
import com.texchange.common.CompanyId;
import com.texchange.common.Languages;
import com.texchange.common.Position;
import com.texchange.common.TaxId;
import com.texchange.licenses.Licenses;
import com.texchange.local.QuickStart;
import com.texchange.partners.Companies;
import com.texchange.partners.NewCompany;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.context.annotation.Profile;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Companies, the operator's people and licenses, so that there is something to try; loading them again changes nothing. */
@Component
@Profile(QuickStart.PROFILE)
@Order(0)
class DemoData implements ApplicationRunner {

    private static final TaxId SUPPLIER_TAX_ID = new TaxId("7700001235");
    private static final TaxId DISTRIBUTOR_TAX_ID = new TaxId("3015004564");
    static final String PARTNER = "ООО «Партнёр»";
    private static final TaxId PARTNER_TAX_ID = new TaxId("3015004571");
    private final Companies companies;
    private final Accounts accounts;
    private final Licenses licenses;
    private final DemoPartner demoPartner;
    private final CompanyPeople people;

    DemoData(Companies companies, Accounts accounts, Licenses licenses, DemoPartner demoPartner, CompanyPeople people) {
        this.companies = companies;
        this.accounts = accounts;
        this.licenses = licenses;
        this.demoPartner = demoPartner;
        this.people = people;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        CompanyId supplier = companies.register(new NewCompany("ООО «Поставщик»", SUPPLIER_TAX_ID, "Москва",
                DemoPerson.SUPPLIER.fullName(), "+7 495 000-00-01", DemoPerson.SUPPLIER.email(), true, false)).id();
        CompanyId distributor = companies.register(new NewCompany("ООО «Дистрибьютор»", DISTRIBUTOR_TAX_ID,
                "Астрахань", DemoPerson.DISTRIBUTOR.fullName(), "+7 851 200-00-02", DemoPerson.DISTRIBUTOR.email(),
                false, true)).id();
        licenses.load(DemoLicenses.of(distributor));
        CompanyId partner = companies.register(new NewCompany(PARTNER, PARTNER_TAX_ID, "Волгоград", DemoPerson.PARTNER.fullName(),
                "+7 844 200-00-03", DemoPerson.PARTNER.email(), false, true)).id();
        AccountInfo supplierPerson = open(DemoPerson.SUPPLIER, supplier);
        demoPartner.load(supplierPerson, open(DemoPerson.PARTNER, partner));
        Actor administrator = open(DemoPerson.DISTRIBUTOR, distributor).actor();
        open(DemoPerson.COLLEAGUE, distributor);
        if (accounts.find(DemoPerson.READER.email()).isEmpty()) {
            people.move(open(DemoPerson.READER, distributor).id(), Position.READER, administrator);
        }
        open(DemoPerson.SALES, null);
        open(DemoPerson.MANAGER, null);
        open(DemoPerson.ADMINISTRATOR, null);
    }

    /** A password that was changed since stays as it is. */
    private AccountInfo open(DemoPerson person, @Nullable CompanyId company) {
        AccountInfo account = accounts.open(new NewAccount(person.email(), person.fullName(), company,
                Set.of(person.role()), Languages.RUSSIAN));
        if (accounts.admission(account.id()).awaitsPassword()) {
            accounts.setPassword(account.id(), DemoPerson.PASSWORD);
        }
        return account;
    }
}
