package com.texchange.access;

import com.texchange.batches.BatchId;
import com.texchange.common.Actor;
import com.texchange.common.CompanyId;
import com.texchange.common.GrantRequestId;
import com.texchange.common.Languages;
import com.texchange.common.LicenseId;
import com.texchange.common.LoadId;
import com.texchange.common.OnboardingId;
import com.texchange.common.OrderId;
import com.texchange.common.Position;
import com.texchange.common.RegistrationId;
import com.texchange.common.Role;
import com.texchange.common.Selection;
import com.texchange.connections.ConnectionOrders;
import com.texchange.connections.OrderKind;
import com.texchange.connections.RefusedConnections;
import com.texchange.grants.GrantDecisions;
import com.texchange.grants.GrantRequests;
import com.texchange.grants.GrantTerms;
import com.texchange.licenses.LicenseBlocking;
import com.texchange.licenses.LicenseColumn;
import com.texchange.licenses.LicenseInfo;
import com.texchange.licenses.LicenseLoading;
import com.texchange.licenses.Licenses;
import com.texchange.mail.LetterPreviews;
import com.texchange.onboarding.Acceptance;
import com.texchange.onboarding.Invitations;
import com.texchange.onboarding.Journey;
import com.texchange.onboarding.OnboardingTasks;
import com.texchange.overview.SelectionSteps;
import com.texchange.reconciliation.ListColumn;
import com.texchange.reconciliation.ReconciliationId;
import com.texchange.reconciliation.Reconciliations;
import com.texchange.tasks.TaskNotes;
import com.texchange.testing.Requests;
import com.texchange.testing.Tables;
import com.texchange.testing.TestPeople;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A supplier and a distributor with something of every kind between them, and people of all kinds. */
class Business {

    static final String CODE_HEADING = "Лицензия;Код активации;Код дистрибьютора\n";
    private static final int LICENSES = 4;
    private final Invitations invitations;
    private final Acceptance acceptance;
    private final RefusedConnections refusals;
    private final LetterPreviews letters;
    private final JdbcClient jdbc;
    private final Map<Caller, Actor> people = new EnumMap<>(Caller.class);
    private final Map<Caller.Side, Actor> colleagues = new EnumMap<>(Caller.Side.class);

    final Actor supplier;
    final Actor distributor;
    final OnboardingId invited;
    final OnboardingId registering;
    final OnboardingId accepting;
    final OnboardingId connected;
    final RegistrationId registration;
    final long acceptTask;
    final long salesTask;
    final long refusedTask;
    final long doneTask;
    /** Of the supplier, with the distributor, not connected. */
    final LicenseInfo license;
    final LicenseId blocked;
    final OrderId connectedOrder;
    final OrderId refusedOrder;
    final OrderId suppliersOrder;
    final GrantRequestId grantRequest;
    final BatchId batch;
    final LoadId load;
    final ReconciliationId reconciliation;

    /** Comes from the services that pages use, and waits for the engine. */
    Business(ApplicationContext services) {
        TestPeople everybody = services.getBean(TestPeople.class);
        Journey journey = services.getBean(Journey.class);
        ConnectionOrders orders = services.getBean(ConnectionOrders.class);
        GrantRequests requests = services.getBean(GrantRequests.class);
        Reconciliations reconciliations = services.getBean(Reconciliations.class);
        invitations = services.getBean(Invitations.class);
        acceptance = services.getBean(Acceptance.class);
        refusals = services.getBean(RefusedConnections.class);
        letters = services.getBean(LetterPreviews.class);
        jdbc = services.getBean(JdbcClient.class);
        supplier = everybody.supplier();
        distributor = everybody.distributor(LICENSES);
        everybody(everybody);
        CompanyId suppliers = supplier.companyAs(Role.SUPPLIER);
        CompanyId distributors = distributor.companyAs(Role.DISTRIBUTOR);
        connected = journey.connected(supplier, distributor, 1);
        everybody.loadLicenses(distributors, suppliers, LICENSES);
        accepting = journey.accepting(everybody.supplier(), distributor);
        acceptTask = journey.awaitTask(OnboardingTasks.ACCEPT, accepting.value()).key();
        String newcomer = TestPeople.anyEmail();
        registering = journey.invite(supplier, newcomer);
        registration = journey.registering(registering, newcomer);
        invited = journey.invite(supplier, TestPeople.anyEmail());
        salesTask = journey.awaitTask("Task_RegisterDistributor", registration.value()).key();
        requests.ask(distributors, GrantTerms.ALL, supplier);
        grantRequest = requests.open(distributors, supplier).orElseThrow().id();
        journey.awaitTask(GrantDecisions.TASK, grantRequest.value());
        doneTask = jdbc.sql("select task_key from user_task where subject_id = ? and state <> 'OPEN' limit 1").param(connected.value())
                .query(Long.class).single();
        TaskNotes notes = services.getBean(TaskNotes.class);
        notes.comment(acceptTask, "Проверка", distributor);
        notes.comment(salesTask, "Проверка", person(Caller.SALES));
        connectedOrder = orderOf(distributors);
        List<LicenseId> owned = owned(suppliers);
        license = services.getBean(Licenses.class).get(owned.get(0));
        blocked = owned.get(1);
        services.getBean(LicenseBlocking.class).change(blocked, true, "Проверка", supplier);
        refusedOrder = orders.place(Requests.of(OrderKind.CONNECT, suppliers, distributors, Set.of(blocked)), distributor).id();
        refusedTask = journey.awaitTask(RefusedConnections.TASK, refusedOrder.value()).key();
        suppliersOrder = orders.place(Requests.of(OrderKind.CONNECT, suppliers, distributors, Set.of(owned.get(2))), supplier).id();
        batch = services.getBean(SelectionSteps.class).remind(new Selection.Chosen<>(Set.of(invited)), supplier);
        // It can be undone as long as nobody has begun it, however long the rest takes.
        jdbc.sql("update scheduled_tasks set execution_time = now() + interval '1 day', version = version + 1 where task_name = 'batch' and task_instance like ?")
                .param(batch + "/%").update();
        load = services.getBean(LicenseLoading.class).check(Tables.of(LicenseColumn.class, "%s;%s;Агент;1.0;;%n".formatted(TestPeople.anyTaxId(),
                TestPeople.anyActivationCode())), person(Caller.SALES));
        reconciliation = reconciliations.begin(Tables.of(ListColumn.class, list()), supplier);
        reconciliations.compare(reconciliation, supplier);
    }

    private void everybody(TestPeople everybody) {
        people.put(Caller.SUPPLIER_ADMINISTRATOR, supplier);
        people.put(Caller.SUPPLIER_MANAGER, everybody.colleague(supplier, Position.LICENSE_MANAGER));
        people.put(Caller.SUPPLIER_READER, everybody.colleague(supplier, Position.READER));
        people.put(Caller.DISTRIBUTOR_ADMINISTRATOR, distributor);
        people.put(Caller.DISTRIBUTOR_MANAGER, everybody.colleague(distributor, Position.LICENSE_MANAGER));
        people.put(Caller.DISTRIBUTOR_READER, everybody.colleague(distributor, Position.READER));
        people.put(Caller.FOREIGN_SUPPLIER, everybody.supplier());
        people.put(Caller.FOREIGN_DISTRIBUTOR, everybody.distributor(0));
        people.put(Caller.SALES, everybody.sales());
        people.put(Caller.PROCESS_MANAGER, everybody.processManager());
        people.put(Caller.OPERATORS_ADMINISTRATOR, everybody.operatorsAdministrator());
        Actor nobody = everybody.processManager();
        jdbc.sql("delete from account_role where account = ?").param(nobody.id().value()).update();
        people.put(Caller.NOBODY, new Actor(nobody.id(), nobody.name(), nobody.email(), Set.of(), null, Position.READER));
        colleagues.put(Caller.Side.SUPPLIER, everybody.colleague(supplier, Position.LICENSE_MANAGER));
        colleagues.put(Caller.Side.DISTRIBUTOR, everybody.colleague(distributor, Position.LICENSE_MANAGER));
        colleagues.put(Caller.Side.OPERATOR, everybody.sales());
    }

    Actor person(Caller caller) {
        return people.get(caller);
    }

    /** Somebody of whom, or to whom, something is done. */
    Actor colleague(Caller.Side side) {
        return colleagues.get(side);
    }

    CompanyId suppliers() {
        return supplier.companyAs(Role.SUPPLIER);
    }

    CompanyId distributors() {
        return distributor.companyAs(Role.DISTRIBUTOR);
    }

    /** The template of one. */
    String anyLetter() {
        return letters.list(Languages.RUSSIAN, person(Caller.SALES)).getFirst().template();
    }

    UUID letter() {
        return jdbc.sql("select id from mail_delivery where reference = ? limit 1").param(invited.value()).query(UUID.class).single();
    }

    String list() {
        return CODE_HEADING + "%s;%s;%s%n".formatted(license.number(), license.activationCode(), "00001");
    }

    /** What nobody of another house may read: identities, addresses, numbers. */
    Set<String> walled() {
        Set<String> words = Stream.of(suppliers(), distributors(), invited, accepting, connected, registration, license.number(),
                license.activationCode(), license.id(), connectedOrder, refusedOrder, suppliersOrder, grantRequest, batch, load, reconciliation)
                .map(Object::toString).collect(Collectors.toCollection(LinkedHashSet::new));
        words.addAll(jdbc.sql("select name from company where id in (:ids)").param("ids", List.of(suppliers().value(), distributors().value()))
                .query(String.class).list());
        words.addAll(jdbc.sql("select email from account where company_id in (:ids)")
                .param("ids", List.of(suppliers().value(), distributors().value())).query(String.class).list());
        return words;
    }

    private OrderId orderOf(CompanyId company) {
        return new OrderId(jdbc.sql("select id from connection_order where distributor_id = ? limit 1").param(company.value())
                .query(UUID.class).single());
    }

    private List<LicenseId> owned(CompanyId owner) {
        return jdbc.sql("select id from license where owner_id = ? order by number").param(owner.value()).query(UUID.class).list()
                .stream().map(LicenseId::new).toList();
    }

    /** Nothing is left under way. */
    void end() {
        invitations.revoke(invited, "Проверено", supplier);
        invitations.revoke(registering, "Проверено", supplier);
        acceptance.decline(accepting, "Проверено", distributor);
        refusals.resolve(refusedTask, refusedOrder, false, distributor);
    }
}
