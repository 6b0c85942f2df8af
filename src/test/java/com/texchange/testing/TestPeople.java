package com.texchange.testing;

import com.texchange.accounts.Accounts;
import com.texchange.accounts.NewAccount;
import com.texchange.common.Actor;
import com.texchange.common.CompanyId;
import com.texchange.common.EmailAddress;
import com.texchange.common.Languages;
import com.texchange.common.Position;
import com.texchange.common.Role;
import com.texchange.common.TaxId;
import com.texchange.licenses.Licenses;
import com.texchange.licenses.NewLicense;
import com.texchange.partners.Companies;
import com.texchange.partners.CompanyInfo;
import com.texchange.partners.NewCompany;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Companies and people of a test's own, since all tests share one database. */
@TestComponent
public class TestPeople {

    private static final Map<Role, String> NAMES = Map.of(Role.SUPPLIER, "Ирина Поставкина",
            Role.DISTRIBUTOR, "Олег Дистрибьюторов", Role.SALES, "Марина Продажина",
            Role.PROCESS_MANAGER, "Пётр Процессов", Role.ADMINISTRATOR, "Алла Админова");
    private final Companies companies;
    private final Accounts accounts;
    private final Licenses licenses;
    private final JdbcClient jdbc;

    TestPeople(Companies companies, Accounts accounts, Licenses licenses, JdbcClient jdbc) {
        this.companies = companies;
        this.accounts = accounts;
        this.licenses = licenses;
        this.jdbc = jdbc;
    }

    /** Someone of a new supplier company. */
    public Actor supplier() {
        return person(company("Поставщик", true, false), Role.SUPPLIER);
    }

    /** Someone of a new distributor company that has licenses. */
    public Actor distributor(int licenseCount) {
        CompanyId company = company("Дистрибьютор", false, true);
        loadLicenses(company, company, licenseCount);
        return person(company, Role.DISTRIBUTOR);
    }

    /** With the same rights. */
    public Actor colleague(Actor actor) {
        return colleague(actor, actor.position());
    }

    public Actor colleague(Actor actor, Position position) {
        return placed(person(actor.companyId(), actor.roles().toArray(Role[]::new)), position);
    }

    private Actor placed(Actor person, Position position) {
        jdbc.sql("update account set position = ? where id = ?").params(position.name(), person.id().value()).update();
        return actor(person.email().value());
    }

    public Actor sales() {
        return person(null, Role.SALES);
    }

    public Actor processManager() {
        return person(null, Role.PROCESS_MANAGER);
    }

    /** One of the operator, whose people (s)he looks after. */
    public Actor operatorsAdministrator() {
        return person(null, Role.ADMINISTRATOR);
    }

    /** The person behind an address that has an account. */
    public Actor actor(String email) {
        return accounts.find(new EmailAddress(email)).orElseThrow().actor();
    }

    /** The company of the person behind an address that has an account. */
    public CompanyInfo companyOf(String email) {
        return companies.get(accounts.find(new EmailAddress(email)).orElseThrow().companyId());
    }

    public static String anyEmail() {
        return "p" + UUID.randomUUID().toString().substring(0, 13) + "@example.com";
    }

    /** A company's taxpayer number with a right control digit. */
    public static String anyTaxId() {
        String nine = String.valueOf(ThreadLocalRandom.current().nextInt(100_000_000, 1_000_000_000));
        return IntStream.range(0, 10).mapToObj(digit -> nine + digit).filter(TaxId::isValid).findFirst().orElseThrow();
    }

    /** An activation code, or as good as any the digits of a number. */
    public static String anyActivationCode() {
        return "%016d".formatted(ThreadLocalRandom.current().nextLong(10_000_000_000_000_000L))
                .replaceAll("(.{4})(?!$)", "$1-");
    }

    public void loadLicenses(CompanyId distributor, CompanyId owner, int count) {
        licenses.load(IntStream.range(0, count).mapToObj(i -> license(distributor, owner)).toList());
    }

    private static NewLicense license(CompanyId distributor, CompanyId owner) {
        return new NewLicense("2831" + anyActivationCode().replace("-", ""), anyActivationCode(), distributor, owner,
                "Иван Агентов", "1.0.24.0.800", UUID.randomUUID());
    }

    private CompanyId company(String kind, boolean supplier, boolean distributor) {
        CompanyInfo company = companies.register(new NewCompany("ООО \"%s-%d\"".formatted(kind, ThreadLocalRandom.current().nextInt(1_000_000)),
                new TaxId(anyTaxId()), "Астрахань", "Пётр Контактов", "+7 999 000-00-00",
                new EmailAddress(anyEmail()), supplier, distributor));
        return company.id();
    }

    /** Someone of a company, who administers it, or of the operator; the name tells the role. */
    public Actor person(@Nullable CompanyId company, Role... roles) {
        return placed(accounts.open(new NewAccount(new EmailAddress(anyEmail()), NAMES.get(roles[0]), company,
                Set.of(roles), Languages.RUSSIAN)).actor(), Position.ADMINISTRATOR);
    }

}
