package com.texchange;

import static org.assertj.core.api.Assertions.assertThat;

import com.texchange.common.Actor;
import com.texchange.common.Languages;
import com.texchange.common.LicenseId;
import com.texchange.common.ListWindow;
import com.texchange.common.Role;
import com.texchange.connections.LicenseFilter;
import com.texchange.connections.LicenseRow;
import com.texchange.connections.ServiceOverview;
import com.texchange.licenselists.DeviceRow;
import com.texchange.licenselists.Devices;
import com.texchange.onboarding.Invitations;
import com.texchange.onboarding.InviteRequest;
import com.texchange.onboarding.Invited;
import com.texchange.onboarding.SupplierCardFilter;
import com.texchange.onboarding.SupplierCards;
import com.texchange.overview.OnboardingFilter;
import com.texchange.overview.OnboardingQueries;
import com.texchange.overview.OnboardingRow;
import com.texchange.partners.Companies;
import com.texchange.partners.CompanyInfo;
import com.texchange.testing.SampleBusiness;
import com.texchange.testing.WithoutProcess;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.domain.Sort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Every list is searched in the same way. */
@WithoutProcess
class SearchIT {

    @Autowired
    SampleBusiness business;
    @Autowired
    Invitations invitations;
    @Autowired
    OnboardingQueries onboardings;
    @Autowired
    Companies companies;
    @Autowired
    Devices devices;
    @Autowired
    ServiceOverview services;
    @Autowired
    SupplierCards cards;
    @Autowired
    JdbcClient jdbc;
    /** Another one in each test, since all share a database. */
    private String unique;
    private CompanyInfo supplier;
    private Actor inviter;

    @BeforeEach
    void supplier() {
        unique = SampleBusiness.taxId().value();
        supplier = business.supplier("ООО «Завод " + unique + "»");
        inviter = business.person(supplier, Role.SUPPLIER);
    }

    /** However a company is written, with the unique number in one of its ways. */
    private List<String> waysToWrite(String name) {
        return List.of(unique + " " + name, name.toUpperCase(Locale.ROOT) + " " + unique, "ООО \"" + name + "\" " + unique,
                name.replace('ё', 'е').replace('Ё', 'Е') + " " + unique.substring(0, 5) + "-" + unique.substring(5),
                "ао «" + name.substring(1, 4) + "» " + unique.substring(0, 4) + "\u00a0" + unique.substring(4), name + "\0 " + unique);
    }

    @Test
    void onboardingsByTheInviteeAndByTheCompanyThatItHasBecome() {
        Invited invitation = invitations.invite(new InviteRequest("ИП Ёлкин-Палкин " + unique, SampleBusiness.email().value(),
                null, "Орёл", Languages.RUSSIAN), inviter);
        invitations.invite(new InviteRequest("ИП Палкин", SampleBusiness.email().value(), null, "Орёл", Languages.RUSSIAN), inviter);
        String code = jdbc.sql("select code from onboarding_line where id = ?").param(invitation.id().value())
                .query(String.class).single();
        CompanyInfo joined = business.distributor("ТОО «Вишнёвый сад " + unique + "»");

        waysToWrite("Ёлкин").forEach(text -> assertThat(found(text, inviter)).as(text).containsExactly("ИП Ёлкин-Палкин " + unique));
        assertThat(found("орел " + code + " палкин елкин", inviter)).hasSize(1);
        jdbc.sql("update onboarding set distributor_id = :company where id = :id")
                .param("company", joined.id()).param("id", invitation.id()).update();
        waysToWrite("Вишнёвый").forEach(text -> assertThat(found(text, inviter)).as(text).containsExactly(joined.name()));
        assertThat(found("вишневый елкин " + unique, inviter)).containsExactly(joined.name());
    }

    @Test
    void aSuppliersNameIsSearchedByWhoeverSeesMoreThanOne() {
        invitations.invite(new InviteRequest("Лютик", SampleBusiness.email().value(), null, null, Languages.RUSSIAN), inviter);
        Actor manager = business.person(null, Role.PROCESS_MANAGER);

        waysToWrite("Завод").forEach(text -> assertThat(found(text, manager)).as(text).containsExactly("Лютик"));
        assertThat(found("лютик " + unique, manager)).containsExactly("Лютик");
        assertThat(found("завод", inviter)).isEmpty();
    }

    @Test
    void companiesInThePickerOfTheSalesDepartment() {
        CompanyInfo company = business.distributor("ООО \"Ромашка-Ёлка " + unique + "\"");

        waysToWrite("Ёлка").forEach(text -> assertThat(companies.distributors(text, 0, 10)).as(text).containsExactly(company));
        assertThat(companies.distributors("ромашка " + company.taxId(), 0, 10)).containsExactly(company);
    }

    @Test
    void suppliersOfADistributor() {
        CompanyInfo distributor = business.distributor("ООО «Дистрибьютор»");
        Actor actor = business.person(distributor, Role.DISTRIBUTOR);
        invitations.invite(new InviteRequest("Я", SampleBusiness.email().value(), null, null, Languages.RUSSIAN), inviter);
        jdbc.sql("update onboarding set distributor_id = :id, stage = 'ACCEPTING' where supplier_id = :supplier")
                .param("id", distributor.id()).param("supplier", supplier.id()).update();

        waysToWrite("Завод").forEach(text -> {
            SupplierCardFilter filter = new SupplierCardFilter(text, SupplierCardFilter.Show.ALL);
            assertThat(cards.page(filter, 10, actor)).as(text).hasSize(1);
            assertThat(cards.count(filter, actor)).as(text).isEqualTo(1);
        });
        String code = cards.page(SupplierCardFilter.NONE, 10, actor).getFirst().code().value();
        assertThat(cards.count(new SupplierCardFilter("завод " + code, SupplierCardFilter.Show.ALL), actor)).isEqualTo(1);
        assertThat(cards.count(new SupplierCardFilter("огород " + code, SupplierCardFilter.Show.ALL), actor)).isZero();
    }

    @Test
    void devicesAndLicenses() {
        CompanyInfo distributor = business.distributor("ООО «Дистрибьютор»");
        Actor actor = business.person(distributor, Role.DISTRIBUTOR);
        LicenseId one = business.licenses(distributor, 3).get(1);
        jdbc.sql("update license set user_name = 'Семёнов Пётр', activation_code = :code where id = :id").param("id", one)
                .param("code", "%s-%s-0001-0002".formatted(unique.substring(0, 4), unique.substring(4, 8))).update();
        String number = jdbc.sql("select number from license where id = ?").param(one.value()).query(String.class).single();
        String mdmId = jdbc.sql("select mdm_id from license where id = ?").param(one.value()).query(String.class).single();

        for (String text : List.of("семенов", "ПЕТР семёнов", unique.substring(0, 8) + "00010002", "петр 0001-0002",
                number.substring(0, 4) + " " + number.substring(4, 9) + " " + number.substring(9), mdmId.replace("-", ""))) {
            assertThat(devices.page(new LicenseFilter(text), Sort.unsorted(), ListWindow.of(0, 9), actor)).as(text)
                    .extracting(DeviceRow::licenseId).containsExactly(one);
            LicenseFilter filter = new LicenseFilter(text);
            assertThat(services.page(supplier.id(), filter, Sort.unsorted(), ListWindow.of(0, 9), actor)).as(text)
                    .extracting(LicenseRow::licenseId).containsExactly(one);
            assertThat(services.count(filter, actor)).as(text).isEqualTo(1);
            assertThat(services.page(supplier.id(), LicenseFilter.NONE, Sort.unsorted(), ListWindow.of(0, 9), actor)).as(text)
                    .allSatisfy(row -> assertThat(row.matches(filter)).isEqualTo(row.licenseId().equals(one)));
        }
    }

    @Test
    void aVersionIsNotFoundByAnotherOneOfTheSameDigits() {
        CompanyInfo distributor = business.distributor("ООО «Дистрибьютор»");
        Actor actor = business.person(distributor, Role.DISTRIBUTOR);
        List<LicenseId> licenses = business.licenses(distributor, 2);
        jdbc.sql("update license set config_version = '1.0.24.0.800' where id = ?").param(licenses.getFirst().value()).update();
        jdbc.sql("update license set config_version = '10.24.0.800' where id = ?").param(licenses.getLast().value()).update();

        assertThat(devices.page(new LicenseFilter("1.0.24"), Sort.unsorted(), ListWindow.of(0, 9), actor))
                .extracting(DeviceRow::licenseId).containsExactly(licenses.getFirst());
        assertThat(services.page(supplier.id(), new LicenseFilter("10.24.0"), Sort.unsorted(), ListWindow.of(0, 9), actor)).extracting(LicenseRow::licenseId)
                .containsExactly(licenses.getLast());
        assertThat(services.count(new LicenseFilter("10240800"), actor)).isEqualTo(2);
    }

    private List<String> found(String text, Actor actor) {
        OnboardingFilter filter = new OnboardingFilter(text, null, 0);
        List<String> names = onboardings.page(filter, Sort.unsorted(), 0, 20, actor).stream().map(OnboardingRow::distributor).toList();
        assertThat(onboardings.count(filter, actor).number()).isEqualTo(names.size());
        return names;
    }
}
