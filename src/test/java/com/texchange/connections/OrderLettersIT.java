package com.texchange.connections;

import static org.assertj.core.api.Assertions.assertThat;

import com.texchange.accounts.Accounts;
import com.texchange.common.Actor;
import com.texchange.common.GrantRequestId;
import com.texchange.common.LicenseId;
import com.texchange.common.OrderId;
import com.texchange.common.Role;
import com.texchange.common.Selection;
import com.texchange.grants.GrantDecisions;
import com.texchange.grants.GrantRequests;
import com.texchange.grants.GrantTerms;
import com.texchange.grants.Grants;
import com.texchange.partners.CompanyInfo;
import com.texchange.testing.EngineJobs;
import com.texchange.testing.SampleBusiness;
import com.texchange.testing.WithoutProcess;
import com.texchange.testing.WrittenLetter;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/** Whoever reads of an order reads why it was placed, if that was said. */
@WithoutProcess
class OrderLettersIT {

    private static final String REASON = "Агент уволился & уехал";

    @Autowired
    ConnectionOrders orders;
    @Autowired
    ConnectionSteps steps;
    @Autowired
    MoveApprovals approvals;
    @Autowired
    ConnectionLetters writer;
    @Autowired
    ConnectionOrderRepository repository;
    @Autowired
    TransactionOperations transactions;
    @Autowired
    GrantRequests requests;
    @Autowired
    Grants grants;
    @Autowired
    Accounts accounts;
    @Autowired
    EngineJobs jobs;
    @Autowired
    SampleBusiness business;
    @Autowired
    JdbcClient jdbc;
    private CompanyInfo supplier;
    private CompanyInfo distributor;
    private Actor supplierPerson;
    private Actor distributorPerson;
    private List<LicenseId> licenses;

    @BeforeEach
    void partnersWithOneLicense() {
        supplier = business.supplier("ООО «Поставщик»");
        distributor = business.distributor("ООО «Дистрибьютор»");
        business.partners(supplier, distributor);
        supplierPerson = business.person(supplier, Role.SUPPLIER);
        distributorPerson = business.person(distributor, Role.DISTRIBUTOR);
        // Who cannot come in yet hears of no task.
        accounts.setPassword(distributorPerson.id(), "words-of-the-test");
        licenses = business.licenses(distributor, 1);
    }

    @ParameterizedTest
    @EnumSource(OrderKind.class)
    void theLettersAboutWhatWasDoneNameTheReason(OrderKind kind) {
        if (kind == OrderKind.DISCONNECT) {
            carryOut(request(OrderKind.CONNECT, null), distributorPerson);
        }

        carryOut(request(kind, REASON), distributorPerson);

        String template = kind == OrderKind.CONNECT ? "connected" : kind == OrderKind.MOVE ? "moved" : "disconnected";
        assertThat(letters(template, distributorPerson)).singleElement().satisfies(OrderLettersIT::namesTheReason);
        assertThat(letters(template, supplierPerson)).hasSize(kind == OrderKind.MOVE ? 0 : 1).allSatisfy(OrderLettersIT::namesTheReason);
    }

    @ParameterizedTest
    @EnumSource(OrderKind.class)
    void withoutAReasonNothingIsSaidOfOne(OrderKind kind) {
        if (kind == OrderKind.DISCONNECT) {
            carryOut(request(OrderKind.CONNECT, null), distributorPerson);
        }

        carryOut(request(kind, null), distributorPerson);

        assertThat(WrittenLetter.to(distributorPerson.email().value(), jdbc))
                .filteredOn(letter -> Set.of("connected", "disconnected", "moved").contains(letter.template())).isNotEmpty()
                .allSatisfy(letter -> assertThat(letter.plain() + letter.html()).doesNotContain("Причина"));
    }

    @Test
    void whoIsAskedToAgreeToAMoveReadsWhyAtOnce() {
        carryOut(request(OrderKind.CONNECT, null), distributorPerson);
        OrderId order = orders.place(new OrderRequest(OrderKind.MOVE, supplier.id(), distributor.id(), chosen(),
                new MoveTarget(null, "Новый"), REASON), supplierPerson).id();

        jobs.offer(MoveApprovals.TASK, "orderId", order.value(), distributorPerson);

        assertThat(letters("task-created", distributorPerson)).singleElement().satisfies(OrderLettersIT::namesTheReason);
    }

    @Test
    void whoIsAskedForAGrantReadsWhyAtOnce() {
        GrantRequestId request = requests.ask(distributor.id(), new GrantTerms(GrantTerms.ALL.acts(), null, REASON), supplierPerson);

        jobs.offer(GrantDecisions.TASK, "grantRequestId", request.value(), distributorPerson);

        assertThat(letters("task-created", distributorPerson)).singleElement().satisfies(OrderLettersIT::namesTheReason);
    }

    @Test
    void aCompanyReadsTheNamesOfItsOwnPeopleOnly() {
        carryOut(request(OrderKind.CONNECT, null), distributorPerson);

        assertThat(letters("connected", distributorPerson)).singleElement()
                .satisfies(letter -> assertThat(letter.plain()).contains(distributorPerson.name() + ", " + distributor.name()));
        assertThat(letters("connected", supplierPerson)).singleElement()
                .satisfies(letter -> assertThat(letter.plain()).contains(": " + distributor.name() + "\n")
                        .doesNotContain(distributorPerson.name()));
    }

    @Test
    void theDistributorReadsWhomToAskAtTheSupplier() {
        carryOut(request(OrderKind.CONNECT, null), distributorPerson);
        jdbc.sql("update company set contact_name = null, contact_email = null where id = ?").param(supplier.id().value()).update();
        carryOut(request(OrderKind.DISCONNECT, null), distributorPerson);

        assertThat(letters("connected", distributorPerson)).singleElement().satisfies(letter -> assertThat(letter.plain())
                .contains("Обратитесь к поставщику " + supplier.name(), supplier.contactName(), supplier.contactPhone())
                .doesNotContain(supplierPerson.name()));
        assertThat(letters("disconnected", distributorPerson)).singleElement().satisfies(letter -> assertThat(letter.plain())
                .contains(supplier.contactPhone(), supplierPerson.name(), supplierPerson.email().value()));
        assertThat(letters("connected", supplierPerson)).singleElement()
                .satisfies(letter -> assertThat(letter.plain()).doesNotContain("Обратитесь к поставщику"));
    }

    @Test
    void ofASupplierWhoseOwnPersonHasLeftAnAdministratorIsNamed() {
        grants.giveAll(supplier.id(), distributorPerson);
        jdbc.sql("update company set contact_name = null, contact_email = null where id = ?").param(supplier.id().value()).update();
        Actor administrator = business.person(supplier, Role.SUPPLIER);
        OrderId order = orders.place(request(OrderKind.CONNECT, null), supplierPerson).id();
        steps.carryOut(order);
        jdbc.sql("update account set enabled = false where id = ?").param(supplierPerson.id().value()).update();

        steps.finish(order);

        assertThat(letters("connected", distributorPerson)).singleElement().satisfies(letter -> assertThat(letter.plain())
                .contains(administrator.email().value()).doesNotContain(supplierPerson.email().value()));
    }

    @Test
    void longNumbersHaveTheirThousandsApart() {
        OrderId order = orders.place(request(OrderKind.CONNECT, null), distributorPerson).id();

        transactions.executeWithoutResult(status -> writer.finished(repository.findById(order).orElseThrow(), 12_345, null));

        assertThat(letters("connected", distributorPerson)).singleElement().satisfies(letter -> {
            assertThat(letter.plain()).containsPattern("Подключено лицензий: 12[\\s\u00a0\u202f]345").containsPattern("и ещё 12[\\s\u00a0\u202f]325");
            assertThat(letter.html()).containsPattern("12[\\s\u00a0\u202f]345");
        });
    }

    /** Nothing was moved, so nobody has, and there is no list. */
    @Test
    void aSupplierWhoseMoveIsDeniedReadsThatAlone() {
        carryOut(request(OrderKind.CONNECT, null), distributorPerson);
        OrderId order = orders.place(new OrderRequest(OrderKind.MOVE, supplier.id(), distributor.id(), chosen(),
                new MoveTarget(null, "Новый"), REASON), supplierPerson).id();
        approvals.decide(order, false, distributorPerson);

        steps.carryOut(order);
        steps.finish(order);

        assertThat(letters("moved", distributorPerson)).isEmpty();
        assertThat(letters("moved", supplierPerson)).singleElement().satisfies(letter -> {
            namesTheReason(letter);
            assertThat(letter.plain()).containsPattern("не\\s+согласился").contains("Перенесено лицензий: 0").doesNotContain("Кто перенёс");
            assertThat(letter.html()).contains("не согласился").doesNotContain("Кто перенёс", ">Лицензии<");
        });
    }

    /** Somebody has moved it meanwhile: whoever has agreed would take it for done. */
    @Test
    void bothReadThatNothingWasMovedOfWhatWasAgreedTo() {
        carryOut(request(OrderKind.CONNECT, null), distributorPerson);
        OrderId order = orders.place(new OrderRequest(OrderKind.MOVE, supplier.id(), distributor.id(), chosen(),
                new MoveTarget(null, "Новый"), REASON), supplierPerson).id();
        approvals.decide(order, true, distributorPerson);
        jdbc.sql("update license set user_name = 'Другой' where id = ?").param(licenses.getFirst().value()).update();

        steps.carryOut(order);
        steps.finish(order);
        steps.finish(order);

        for (Actor reader : List.of(distributorPerson, supplierPerson)) {
            assertThat(letters("moved", reader)).singleElement().satisfies(letter -> {
                namesTheReason(letter);
                assertThat(letter.plain()).containsPattern("ни\\s+одна\\s+лицензия\\s+не\\s+перенесена").contains("Перенесено лицензий: 0")
                        .doesNotContain("Кто перенёс");
                assertThat(letter.html()).contains("ни одна лицензия не перенесена").doesNotContain("Кто перенёс", ">Лицензии<");
            });
        }
    }

    private static void namesTheReason(WrittenLetter letter) {
        assertThat(letter.plain()).contains("Причина: " + REASON + "\n");
        assertThat(letter.html()).contains("Причина", "Агент уволился &amp; уехал");
    }

    private OrderRequest request(OrderKind kind, @Nullable String reason) {
        return kind == OrderKind.MOVE
                ? new OrderRequest(kind, null, distributor.id(), chosen(), new MoveTarget(null, "Новый"), reason)
                : new OrderRequest(kind, supplier.id(), distributor.id(), chosen(), reason);
    }

    private Selection<LicenseId, LicenseFilter> chosen() {
        return new Selection.Chosen<>(Set.copyOf(licenses));
    }

    private void carryOut(OrderRequest request, Actor person) {
        OrderId order = orders.place(request, person).id();
        steps.carryOut(order);
        steps.finish(order);
    }

    private List<WrittenLetter> letters(String template, Actor to) {
        return WrittenLetter.to(to.email().value(), jdbc).stream().filter(letter -> letter.template().equals(template)).toList();
    }
}
