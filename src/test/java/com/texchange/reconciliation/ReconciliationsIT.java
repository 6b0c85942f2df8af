package com.texchange.reconciliation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.kagkarlsson.scheduler.task.Task;
import com.texchange.common.Actor;
import com.texchange.common.LicenseId;
import com.texchange.common.RefusedException;
import com.texchange.common.Role;
import com.texchange.connections.ConnectionOrderInfo;
import com.texchange.connections.ConnectionOrders;
import com.texchange.connections.OrderKind;
import com.texchange.connections.OrderRequest;
import com.texchange.grants.GrantTerms;
import com.texchange.grants.Grants;
import com.texchange.licenses.LicenseBlocking;
import com.texchange.partners.CompanyInfo;
import com.texchange.tables.TableFormat;
import com.texchange.testing.EngineJobs;
import com.texchange.testing.Requests;
import com.texchange.testing.SampleBusiness;
import com.texchange.testing.Tables;
import com.texchange.testing.WithoutProcess;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;

/** What a supplier learns by comparing its list, and how it puts right what differs. */
@WithoutProcess
class ReconciliationsIT {

    private static final String HEADING = "Лицензия;Код активации;Код дистрибьютора\n";
    private static final int MANY = 21_000;

    @Autowired
    Reconciliations reconciliations;
    @Autowired
    Findings findings;
    @Autowired
    FindingExport export;
    @Autowired
    ForgettingReconciliations forgetting;
    @Autowired
    ConnectionOrders orders;
    @Autowired
    Grants grants;
    @Autowired
    LicenseBlocking blocking;
    @Autowired
    Task<Void> resumeWaitingLicenses;
    @Autowired
    SampleBusiness business;
    @Autowired
    EngineJobs jobs;
    @Autowired
    JdbcClient jdbc;
    private CompanyInfo supplier;
    private CompanyInfo generous;
    private CompanyInfo careful;
    private Actor person;
    private Actor generousPerson;
    private Actor carefulPerson;
    private String generousCode;
    private String carefulCode;

    @BeforeEach
    void companies() {
        supplier = business.supplier("ООО «Поставщик»");
        generous = business.distributor("АО «Альфа»");
        careful = business.distributor("АО «Бета»");
        generousCode = business.partners(supplier, generous).code().value();
        carefulCode = business.partners(supplier, careful).code().value();
        person = business.person(supplier, Role.SUPPLIER);
        generousPerson = business.person(generous, Role.DISTRIBUTOR);
        carefulPerson = business.person(careful, Role.DISTRIBUTOR);
        grants.giveAll(supplier.id(), generousPerson);
    }

    @Test
    void eachRowAndEachLicenseThatIsNotListedGetsItsFinding() {
        List<LicenseId> open = business.licenses(generous, 6);
        List<LicenseId> closed = business.licenses(careful, 2);
        LicenseId own = business.licenses(careful, supplier, 1).getFirst();
        LicenseId strangers = business.licenses(business.distributor("АО «Чужой»"), 1).getFirst();
        connect(open.subList(0, 2), generousPerson);
        connect(closed.subList(0, 1), carefulPerson);

        ReconciliationId id = begin(line(number(open.get(0)), "", generousCode),
                line("", activationCode(open.get(2)), generousCode),
                line(number(own), activationCode(own), carefulCode),
                line(number(open.get(3)), "", carefulCode),
                line(number(closed.get(0)), "", generousCode),
                line(number(closed.get(1)), "", carefulCode),
                line(number(strangers), activationCode(strangers), carefulCode),
                line("99999999999999999999", "", carefulCode),
                line("", activationCode(open.get(0)), generousCode),
                line("99999999999999999999", "", generousCode),
                line(number(open.get(4)), activationCode(open.get(5)), generousCode),
                line(number(open.get(4)), "", "нет"));

        List<FindingRow> rows = findings.page(id, FindingFilter.NONE, 0, 100, person);
        assertThat(rows).extracting(FindingRow::finding).containsExactly(Finding.AGREES, Finding.LIST_ONLY, Finding.LIST_ONLY,
                Finding.LIST_ONLY_ELSEWHERE, Finding.OTHER_CODE, Finding.UNKNOWN, Finding.UNKNOWN, Finding.UNKNOWN, Finding.TWICE,
                Finding.TWICE, Finding.CONTRADICTS, Finding.MALFORMED, Finding.EXCHANGE_ONLY);
        assertThat(rows.get(1)).satisfies(row -> {
            assertThat(row.number()).isEqualTo(number(open.get(2)));
            assertThat(row.licenseId()).isEqualTo(open.get(2));
            assertThat(row.distributor()).isEqualTo(generous.name());
            assertThat(row.listed()).isTrue();
            assertThat(row.place()).isEqualTo(3);
        });
        assertThat(rows.get(4)).satisfies(row -> {
            assertThat(row.listedCode()).isEqualTo(generousCode);
            assertThat(row.code()).isEqualTo(carefulCode);
        });
        assertThat(rows.subList(5, 8)).as("nothing is said of what the supplier does not see").allSatisfy(row -> {
            assertThat(row.licenseId()).isNull();
            assertThat(row.code()).isNull();
            assertThat(row.distributor()).isNull();
        });
        assertThat(rows.get(11).fault()).isEqualTo("reconciliation.fault.DISTRIBUTOR_CODE");
        assertThat(rows.getLast()).satisfies(row -> {
            assertThat(row.number()).isEqualTo(number(open.get(1)));
            assertThat(row.listed()).isFalse();
            assertThat(row.listedCode()).isEmpty();
            assertThat(row.code()).isEqualTo(generousCode);
        });
        assertThat(findings.counts(id, person)).containsEntry(Finding.UNKNOWN, 3).containsEntry(Finding.EXCHANGE_ONLY, 1);
        assertThat(found(id, new FindingFilter("", Finding.LIST_ONLY))).containsExactly(number(open.get(2)), number(own));
        assertThat(found(id, new FindingFilter(number(open.get(1)), null))).containsExactly(number(open.get(1)));
        assertThat(findings.count(id, new FindingFilter(number(open.get(1)), Finding.AGREES), person)).isZero();
    }

    /** Wherever a wrong code stands, the license can be connected from here. */
    @Test
    void ofRowsThatNameOneLicenseTheOneWithItsDistributorsCodeCounts() {
        List<LicenseId> open = business.licenses(generous, 3);
        connect(open.subList(1, 2), generousPerson);

        ReconciliationId id = begin(line(number(open.get(0)), "", carefulCode), line("", activationCode(open.get(0)), generousCode),
                line(number(open.get(1)), "", carefulCode), line(number(open.get(1)), "", generousCode),
                line(number(open.get(2)), "", carefulCode), line(number(open.get(2)), "", carefulCode));

        assertThat(findings.page(id, FindingFilter.NONE, 0, 100, person)).extracting(FindingRow::finding).containsExactly(
                Finding.TWICE, Finding.LIST_ONLY, Finding.TWICE, Finding.AGREES, Finding.LIST_ONLY_ELSEWHERE, Finding.TWICE);
        assertThat(findings.requests(Finding.LIST_ONLY, id, person)).hasSize(1);
    }

    @Test
    void whatAnyRowNamesIsNotMissingHoweverWrongTheRowIs() {
        List<LicenseId> connected = business.licenses(generous, 4);
        connect(connected, generousPerson);

        ReconciliationId id = begin(line(number(connected.get(0)), "", "код"),
                line(number(connected.get(1)), activationCode(connected.get(2)), generousCode));
        assertThat(found(id, new FindingFilter("", Finding.EXCHANGE_ONLY))).containsExactly(number(connected.get(3)));
        assertThat(findings.unreadable(id, person)).isZero();

        ReconciliationId rounded = begin(line("2,83189E+19", "", generousCode));
        assertThat(findings.unreadable(rounded, person)).isEqualTo(1);
        assertThat(findings.counts(rounded, person)).containsEntry(Finding.EXCHANGE_ONLY, 4);
    }

    @Test
    void whatIsOnItsWayIsNeitherMissingHereNorThere() {
        LicenseId license = business.licenses(generous, 1).getFirst();
        String order = orders.place(Requests.connect(supplier.id(), Set.of(license), generousPerson), generousPerson).id().toString();
        jobs.run("connect-licenses", Map.of("orderId", order));

        assertThat(findings.counts(begin(line(number(license), "", generousCode)), person)).isEqualTo(Map.of(Finding.AGREES, 1));
        assertThat(findings.counts(begin(line("99999999999999999999", "", generousCode)), person))
                .isEqualTo(Map.of(Finding.UNKNOWN, 1));
    }

    @Test
    void oneActConnectsWhatIsThereOnlyAnotherDisconnectsWhatIsHereOnly() {
        List<LicenseId> open = business.licenses(generous, 3);
        LicenseId own = business.licenses(careful, supplier, 1).getFirst();
        connect(open.subList(0, 1), generousPerson);
        ReconciliationId id = begin(line(number(open.get(1)), "", generousCode), line(number(own), "", carefulCode));

        List<OrderRequest> connecting = findings.requests(Finding.LIST_ONLY, id, person);
        assertThat(connecting).extracting(OrderRequest::distributor).containsExactlyInAnyOrder(generous.id(), careful.id());
        List<ConnectionOrderInfo> placed = connecting.stream().map(request -> orders.place(request, person)).toList();
        reconciliations.placed(id, placed, person);
        assertThat(reconciliations.openOrders(id, person)).isEqualTo(2);
        assertThat(reconciliations.isBehind(id, person)).as("nothing is done yet").isFalse();
        placed.forEach(order -> carryOut(order.id().toString(), OrderKind.CONNECT));

        assertThat(reconciliations.isBehind(id, person)).isTrue();
        reconciliations.compare(id, person);
        assertThat(reconciliations.isBehind(id, person)).as("known by now").isFalse();
        assertThat(reconciliations.openOrders(id, person)).isZero();
        assertThat(findings.counts(id, person)).isEqualTo(Map.of(Finding.AGREES, 2, Finding.EXCHANGE_ONLY, 1));

        OrderRequest disconnecting = findings.requests(Finding.EXCHANGE_ONLY, id, person).getFirst();
        carryOut(orders.place(disconnecting, person).id().toString(), OrderKind.DISCONNECT);
        reconciliations.compare(id, person);
        assertThat(findings.counts(id, person)).isEqualTo(Map.of(Finding.AGREES, 2));
        assertThat(findings.requests(Finding.EXCHANGE_ONLY, id, person)).isEmpty();
    }

    @Test
    void howMuchIsKeptOfOneCompanyEndsUntilTheOldestIsForgotten() {
        LicenseId license = business.licenses(generous, 1).getFirst();
        ReconciliationId full = begin(line(number(license), "", generousCode));
        jdbc.sql("update reconciliation set lines = ? where id = ?").params(Reconciliations.MOST_LINES, full.value()).update();

        assertThatThrownBy(() -> begin(line(number(license), "", generousCode))).isInstanceOf(RefusedException.class)
                .hasMessage("reconciliation.tooMuch");
        assertThat(reconciliations.count(person)).isOne();

        jdbc.sql("update reconciliation set begun_at = begun_at - interval '15 days' where id = ?").param(full.value()).update();
        forgetting.forget();
        assertThat(begin(line(number(license), "", generousCode))).isNotNull();
    }

    /** Pages of several colleagues hear of it in one instant; each would have a million rows compared once more. */
    @Test
    void whatOnePageHasComparedIsNotComparedByTheOthers() {
        LicenseId license = business.licenses(generous, 1).getFirst();
        ReconciliationId id = begin(line(number(license), "", generousCode));
        ConnectionOrderInfo placed = orders.place(findings.requests(Finding.LIST_ONLY, id, person).getFirst(), person);
        reconciliations.placed(id, List.of(placed), person);
        carryOut(placed.id().toString(), OrderKind.CONNECT);

        reconciliations.catchUp(id, person);
        assertThat(findings.counts(id, person)).isEqualTo(Map.of(Finding.AGREES, 1));
        String compared = rowsAsTheyWereWritten(id);
        reconciliations.catchUp(id, person);

        assertThat(rowsAsTheyWereWritten(id)).isEqualTo(compared);
        reconciliations.compare(id, person);
        assertThat(rowsAsTheyWereWritten(id)).as("whoever asks for it has it").isNotEqualTo(compared);
    }

    private String rowsAsTheyWereWritten(ReconciliationId id) {
        return jdbc.sql("select string_agg(xmin::text, ',' order by place) from reconciliation_row where reconciliation_id = ?")
                .param(id.value()).query(String.class).single();
    }

    @Test
    void anOrderThatGoesOnWithWhatHadToWaitEndsOnceMore() {
        LicenseId license = business.licenses(generous, 1).getFirst();
        Requests.allow(grants, supplier.id(), GrantTerms.ALL, generousPerson);
        ReconciliationId id = begin(line(number(license), "", generousCode));
        OrderRequest connecting = findings.requests(Finding.LIST_ONLY, id, person).getFirst();
        blocking.change(license, true, "Проверка", generousPerson);
        ConnectionOrderInfo placed = orders.place(connecting, person);
        reconciliations.placed(id, List.of(placed), person);
        carryOut(placed.id().toString(), OrderKind.CONNECT);
        reconciliations.compare(id, person);
        assertThat(findings.counts(id, person)).isEqualTo(Map.of(Finding.LIST_ONLY, 1));
        assertThat(reconciliations.isBehind(id, person)).as("what waits is known").isFalse();

        blocking.change(license, false, "Проверено", generousPerson);
        resumeWaitingLicenses.execute(null, null);
        assertThat(reconciliations.openOrders(id, person)).isOne();
        assertThat(reconciliations.isBehind(id, person)).as("it goes on").isFalse();
        carryOut(placed.id().toString(), OrderKind.CONNECT);

        assertThat(reconciliations.isBehind(id, person)).isTrue();
        reconciliations.compare(id, person);
        assertThat(findings.counts(id, person)).isEqualTo(Map.of(Finding.AGREES, 1));
        assertThat(reconciliations.isBehind(id, person)).isFalse();
    }

    /** By that T-Exchange has done what it can; the rest is the list's. */
    @Test
    void whatAnotherDistributorHasIsConnectedUnderItsOwnCode() {
        LicenseId license = business.licenses(generous, 1).getFirst();
        ReconciliationId id = begin(line(number(license), "", carefulCode));
        assertThat(findings.requests(Finding.LIST_ONLY, id, person)).isEmpty();

        OrderRequest connecting = findings.requests(Finding.LIST_ONLY_ELSEWHERE, id, person).getFirst();
        assertThat(connecting.kind()).isEqualTo(OrderKind.CONNECT);
        assertThat(connecting.distributor()).isEqualTo(generous.id());
        carryOut(orders.place(connecting, person).id().toString(), OrderKind.CONNECT);
        reconciliations.compare(id, person);

        assertThat(findings.counts(id, person)).isEqualTo(Map.of(Finding.OTHER_CODE, 1));
        assertThat(findings.requests(Finding.LIST_ONLY_ELSEWHERE, id, person)).isEmpty();
        assertThatThrownBy(() -> findings.requests(Finding.OTHER_CODE, id, person)).isInstanceOf(NullPointerException.class);
    }

    @Test
    void aListIsSeenByTheSuppliersPeopleOnly() {
        ReconciliationId id = begin(line("99999999999999999999", "", generousCode));
        Actor stranger = business.person(business.supplier("ООО «Другой»"), Role.SUPPLIER);

        assertThat(reconciliations.find(id, business.person(supplier, Role.SUPPLIER))).hasValueSatisfying(found -> {
            assertThat(found.begunBy()).isEqualTo(person.name());
            assertThat(found.lines()).isEqualTo(1);
            assertThat(reconciliations.keptUntil(found)).isAfter(found.comparedAt());
        });
        assertThat(reconciliations.page(0, 10, person)).extracting(Reconciliation::id).containsExactly(id);
        assertThat(reconciliations.count(person)).isEqualTo(1);
        assertThat(reconciliations.find(id, stranger)).isEmpty();
        assertThat(reconciliations.count(stranger)).isZero();
        assertThat(findings.page(id, FindingFilter.NONE, 0, 10, stranger)).isEmpty();
        assertThat(findings.counts(id, stranger)).isEmpty();
        assertThat(findings.requests(Finding.LIST_ONLY, id, stranger)).isEmpty();
        assertThat(reconciliations.isBehind(id, stranger)).isFalse();
        assertThatThrownBy(() -> reconciliations.compare(id, stranger)).isInstanceOf(NoSuchElementException.class);
        assertThatThrownBy(() -> reconciliations.placed(id, List.of(), stranger)).isInstanceOf(NoSuchElementException.class);
        for (Actor other : List.of(generousPerson, business.person(null, Role.SALES), business.person(null, Role.PROCESS_MANAGER))) {
            assertThatThrownBy(() -> reconciliations.begin(Tables.of(ListColumn.class, HEADING + line("1", "", generousCode)), other))
                    .isInstanceOf(AccessDeniedException.class);
            assertThatThrownBy(() -> reconciliations.find(id, other)).isInstanceOf(AccessDeniedException.class);
            assertThatThrownBy(() -> findings.page(id, FindingFilter.NONE, 0, 10, other)).isInstanceOf(AccessDeniedException.class);
        }
    }

    @Test
    void twentyOneThousandRowsAreComparedAtOnce() {
        jdbc.sql("""
                insert into license (id, number, activation_code, distributor_id, owner_id, created_at)
                select gen_random_uuid(), substr(n || replace(gen_random_uuid()::text, '-', ''), 1, 40), gen_random_uuid()::text, :company,
                    :company, now() from generate_series(1, :half) n""")
                .param("company", generous.id()).param("half", MANY / 2).update();
        // Numbers have digits only.
        jdbc.sql("update license set number = translate(number, 'abcdef', '123456') where distributor_id = :company")
                .param("company", generous.id()).update();
        List<String> numbers = jdbc.sql("select number from license where distributor_id = :company order by number")
                .param("company", generous.id()).query(String.class).list();
        connect(business.licenses(generous, 10), generousPerson);
        List<ListedLicense> list = IntStream.range(0, MANY).mapToObj(i -> new ListedLicense(i + 1,
                i < numbers.size() ? numbers.get(i) : "9" + "%030d".formatted(i), "", generousCode, null, null)).toList();

        ReconciliationId id = reconciliations.begin(list::forEach, person);
        assertThat(reconciliations.isBehind(id, person)).as("taken, not compared yet").isTrue();
        reconciliations.compare(id, person);

        assertThat(reconciliations.isBehind(id, person)).isFalse();
        assertThat(findings.counts(id, person)).isEqualTo(
                Map.of(Finding.LIST_ONLY, MANY / 2, Finding.UNKNOWN, MANY / 2, Finding.EXCHANGE_ONLY, 10));
        assertThat(findings.page(id, FindingFilter.NONE, MANY, 50, person)).hasSize(10)
                .allSatisfy(row -> assertThat(row.finding()).isEqualTo(Finding.EXCHANGE_ONLY));
        assertThat(found(id, new FindingFilter(numbers.get(17), null))).containsExactly(numbers.get(17));
        assertThat(findings.requests(Finding.LIST_ONLY, id, person)).hasSize(1);
        reconciliations.compare(id, person);
        assertThat(findings.count(id, FindingFilter.NONE, person)).isEqualTo(MANY + 10);
    }

    @Test
    void whatWasFoundIsDownloadedAndCanBeComparedAgain() throws IOException {
        LicenseId license = business.licenses(generous, 1).getFirst();
        ReconciliationId id = begin(line(number(license), activationCode(license), generousCode), line("", "", generousCode),
                line("2,83189E+19", "", generousCode));
        ByteArrayOutputStream file = new ByteArrayOutputStream();

        export.write(id, FindingFilter.NONE, person, Locale.of("ru"), TableFormat.CSV, file);

        assertThat(file.toString(StandardCharsets.UTF_8))
                .contains("Только у Вас", "Нет ни номера, ни кода активации", "Лицензия: число округлено", generous.name());
        assertThat(jdbc.sql("select new_value from audit_entry where kind = 'EXPORTED' and subject_type = 'RECONCILIATION' and subject_id = ?")
                .param(id.toString()).query(String.class).list()).containsExactly("RESULT");
        List<ListedLicense> again = new ArrayList<>();
        SupplierList.each(Tables.of(ListColumn.class, file.toByteArray()), again::add);
        assertThat(again.getFirst()).isEqualTo(
                new ListedLicense(2, number(license), activationCode(license), generousCode, null, null));
    }

    @Test
    void whatIsTooOldIsForgotten() {
        ReconciliationId old = begin(line("99999999999999999999", "", generousCode));
        ReconciliationId young = begin(line("99999999999999999999", "", generousCode));
        jdbc.sql("update reconciliation set begun_at = begun_at - interval '15 days' where id = :id").param("id", old.value()).update();

        forgetting.forget();

        assertThat(reconciliations.page(0, 10, person)).extracting(Reconciliation::id).containsExactly(young);
        for (String table : List.of("reconciliation_line", "reconciliation_row")) {
            assertThat(jdbc.sql("select count(*) from " + table + " where reconciliation_id = :id").param("id", old.value())
                    .query(Integer.class).single()).isZero();
        }
        assertThat(findings.counts(young, person)).isNotEmpty();
    }

    private ReconciliationId begin(String... lines) {
        return reconciliations.begin(Tables.of(ListColumn.class, HEADING + String.join("", lines)), person);
    }

    private static String line(String number, String activationCode, String code) {
        return number + ";" + activationCode + ";" + code + "\n";
    }

    private List<String> found(ReconciliationId id, FindingFilter filter) {
        return findings.page(id, filter, 0, 100, person).stream().map(FindingRow::number).toList();
    }

    private void connect(List<LicenseId> licenses, Actor distributor) {
        carryOut(orders.place(Requests.connect(supplier.id(), licenses.stream().collect(Collectors.toSet()), distributor), distributor)
                .id().toString(), OrderKind.CONNECT);
    }

    private void carryOut(String order, OrderKind kind) {
        if (kind == OrderKind.CONNECT) {
            jobs.carryOut(order, "connect-licenses", "publish-connections");
        } else {
            jobs.carryOut(order, "disconnect-licenses", "confirm-disconnection");
        }
    }

    private String number(LicenseId license) {
        return of(license, "number");
    }

    private String activationCode(LicenseId license) {
        return of(license, "activation_code");
    }

    private String of(LicenseId license, String column) {
        UUID id = license.value();
        return jdbc.sql("select " + column + " from license where id = ?").param(id).query(String.class).single();
    }
}
