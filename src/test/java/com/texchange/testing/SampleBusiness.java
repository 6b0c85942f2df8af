package com.texchange.testing;

import com.texchange.common.Actor;
import com.texchange.common.EmailAddress;
import com.texchange.common.LicenseId;
import com.texchange.common.Role;
import com.texchange.common.TaxId;
import com.texchange.licenses.Licenses;
import com.texchange.licenses.NewLicense;
import com.texchange.partners.Companies;
import com.texchange.partners.CompanyInfo;
import com.texchange.partners.Invitee;
import com.texchange.partners.NewCompany;
import com.texchange.partners.PartnershipInfo;
import com.texchange.partners.Partnerships;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Companies, people and licenses for tests; each call makes new ones. */
@TestComponent
public class SampleBusiness {

    private static final AtomicLong NEXT = new AtomicLong(System.nanoTime() % 1_000_000_000L);
    private final Companies companies;
    private final Partnerships partnerships;
    private final Licenses licenses;
    private final JdbcClient jdbc;
    private final TestPeople people;

    SampleBusiness(Companies companies, Partnerships partnerships, Licenses licenses, JdbcClient jdbc,
            TestPeople people) {
        this.companies = companies;
        this.partnerships = partnerships;
        this.licenses = licenses;
        this.jdbc = jdbc;
        this.people = people;
    }

    public CompanyInfo supplier(String name) {
        return companies.register(new NewCompany(name, taxId(), "Астрахань", "Анна Снабженцева", "+7 999 123-45-67",
                email(), true, false));
    }

    public CompanyInfo distributor(String name) {
        return companies.register(new NewCompany(name, taxId(), "Казань", "Иван Торговый", "+7 999 765-43-21",
                email(), false, true));
    }

    /** A company that is supplier and distributor at once. */
    public CompanyInfo both(String name) {
        return companies.register(new NewCompany(name, taxId(), "Пермь", "Яна Обоих", "+7 999 765-43-20", email(), true, true));
    }

    public PartnershipInfo partners(CompanyInfo supplier, CompanyInfo distributor) {
        PartnershipInfo place = partnerships.reserve(supplier.id(), invitee(distributor.name()));
        return partnerships.establish(place.id(), distributor.id());
    }

    public Invitee invitee(String name) {
        return new Invitee(name, email(), null, null);
    }

    /** New licenses that the distributor owns, in the order of their numbers. */
    public List<LicenseId> licenses(CompanyInfo distributor, int count) {
        return licenses(distributor, distributor, count);
    }

    /** New licenses of an owner, in the order of their numbers. */
    public List<LicenseId> licenses(CompanyInfo distributor, CompanyInfo owner, int count) {
        String prefix = "%010d".formatted(NEXT.getAndAdd(1));
        licenses.load(IntStream.range(0, count).mapToObj(i -> new NewLicense(prefix + "%06d".formatted(i),
                activationCode(), distributor.id(), owner.id(), "Агент " + i, "1.0.24.0.800",
                UUID.randomUUID())).toList());
        return jdbc.sql("select id from license where number like :prefix order by number")
                .param("prefix", prefix + "%")
                .query((row, number) -> new LicenseId(row.getObject("id", UUID.class))).list();
    }

    /** Puts a license on a device of its distributor. */
    public void onDevice(LicenseId license, UUID mdmId) {
        jdbc.sql("""
                with added as (insert into device (distributor_id, mdm_id, created_at)
                    select distributor_id, :mdm, now() from license where id = :license returning id)
                update license set device_id = added.id, mdm_id = :mdm from added where license.id = :license""")
                .param("license", license.value()).param("mdm", mdmId).update();
    }

    /** A person with an account. */
    public Actor person(@Nullable CompanyInfo company, Role... roles) {
        return people.person(company == null ? null : company.id(), roles);
    }

    public static EmailAddress email() {
        return new EmailAddress(TestPeople.anyEmail());
    }

    public static String activationCode() {
        return TestPeople.anyActivationCode();
    }

    /** A tax ID that no other company has. */
    public static TaxId taxId() {
        return new TaxId(TestPeople.anyTaxId());
    }
}
