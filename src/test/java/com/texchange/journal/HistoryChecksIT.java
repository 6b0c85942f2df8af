package com.texchange.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.texchange.audit.AuditSubject;
import com.texchange.audit.HistoryCheck;
import com.texchange.audit.HistoryDifference;
import com.texchange.common.Actor;
import com.texchange.common.LicenseId;
import com.texchange.common.OnboardingId;
import com.texchange.licenses.LicenseBlocking;
import com.texchange.onboarding.Invitations;
import com.texchange.onboarding.Journey;
import com.texchange.partners.CompanyInfo;
import com.texchange.testing.SampleBusiness;
import com.texchange.testing.TestPeople;
import com.texchange.testing.WithoutProcess;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.transaction.support.TransactionTemplate;

/** Histories against tables: what is corrupted is found, and what is right is not. */
@WithoutProcess
class HistoryChecksIT {

    @Autowired
    HistoryChecks checks;
    @Autowired
    List<HistoryCheck> all;
    @Autowired
    LicenseBlocking blocking;
    @Autowired
    Journey journey;
    @Autowired
    Invitations invitations;
    @Autowired
    SampleBusiness business;
    @Autowired
    TestPeople people;
    @Autowired
    JdbcClient jdbc;
    @Autowired
    TransactionTemplate transaction;
    private CompanyInfo supplier;
    private CompanyInfo distributor;
    private LicenseId license;

    @BeforeEach
    void licenses() {
        supplier = business.supplier("ООО «Поставщик»");
        distributor = business.distributor("ООО «Дистрибьютор»");
        business.partners(supplier, distributor);
        license = business.licenses(distributor, 1).getFirst();
    }

    @Test
    void aLicenseThatIsElsewhereOrBlockedPastItsHistoryIsFound() {
        blocking.change(license, true, "утеряно", people.sales());
        assertThat(found("places")).doesNotContain(license.toString());

        corrupting("update license set blocked = false where id = :license");
        assertThat(found("places")).as("freed without an entry").contains(license.toString());
        corrupting("update license set blocked = true, user_name = 'Кто-то другой' where id = :license");
        assertThat(found("places")).as("another agent without an assignment").contains(license.toString());
    }

    @Test
    void aCompanysLicensesThatAreCountedWrongAreFound() {
        assertThat(found("places")).doesNotContain(distributor.id().toString());

        corrupting("update license_tally set licenses = licenses + 1 where distributor_id = :distributor");

        assertThat(found("places")).contains(distributor.id().toString());
        corrupting("update license_tally set licenses = licenses - 1 where distributor_id = :distributor");
        assertThat(found("places")).doesNotContain(distributor.id().toString());
    }

    @Test
    void aServiceThatNoEventToldOfIsFound() {
        assertThat(found("service")).doesNotContain(license.toString(), distributor.id().toString());

        corrupting("""
                with placed as (
                    insert into connection_order (id, version, distributor_id, supplier_id, kind, state, own_process, placed_by, placed_at)
                    values (gen_random_uuid(), 0, :distributor, :supplier, 'CONNECT', 'FINISHED', false, :person, now()) returning id
                ), told as (insert into connection_position (supplier_id, last) values (:supplier, 0))
                insert into connection (license_id, supplier_id, order_id, connected_at, published_at)
                select :license, :supplier, id, now(), now() from placed
                """);

        assertThat(found("service")).as("connected without an event, and not counted").contains(license.toString(), distributor.id().toString());
    }

    @Test
    void anOrderThatCountsWrongIsFound() {
        String order = UUID.randomUUID().toString();
        jdbc.sql("""
                insert into connection_order (id, version, distributor_id, supplier_id, kind, state, own_process, placed_by, placed_at, finished_at)
                values (cast(:order as uuid), 0, :distributor, :supplier, 'CONNECT', 'FINISHED', false, :person, now(), now())
                """)
                .param("order", order).param("distributor", distributor.id().value()).param("supplier", supplier.id().value())
                .param("person", people.sales().id().value()).update();
        assertThat(found("orders")).doesNotContain(order);

        jdbc.sql("update connection_order set done = 5 where id = cast(:order as uuid)").param("order", order).update();
        assertThat(found("orders")).contains(order);

        jdbc.sql("delete from connection_order where id = cast(:order as uuid)").param("order", order).update();
    }

    @Test
    void aStageToWhichNoStoryHasLedIsFound() {
        Actor inviting = people.supplier();
        OnboardingId onboarding = journey.invite(inviting, TestPeople.anyEmail());
        String company = String.valueOf(inviting.companyId());
        assertThat(found("stages")).doesNotContain(onboarding.toString(), company);

        stage(onboarding, "DECLINED");
        assertThat(found("stages")).as("and not counted among those that have ended").contains(onboarding.toString(), company);

        stage(onboarding, "INVITED");
        invitations.revoke(onboarding, "не нужен", inviting);
        assertThat(found("stages")).doesNotContain(onboarding.toString(), company);
    }

    private void stage(OnboardingId onboarding, String stage) {
        transaction.executeWithoutResult(status -> {
            jdbc.sql("set local session_replication_role = replica").update();
            jdbc.sql("update onboarding set stage = ? where id = ?").params(stage, onboarding.value()).update();
        });
    }

    @Test
    void whatTheRunsHaveComeToIsShownToProcessManagers() {
        Actor manager = people.processManager();
        HistoryCheck wrong = check(differing -> {
            for (int i = 0; i < HistoryChecks.MOST + 5; i++) {
                differing.accept(new HistoryDifference(AuditSubject.Type.ORDER, "number " + i, "", "1", "2"));
            }
        });

        checks.run(wrong);
        assertThat(checks.latest(manager)).filteredOn(run -> run.name().equals(wrong.name())).singleElement().satisfies(run -> {
            assertThat(run.endedAt()).isNotNull();
            assertThat(run.lookedAt()).isEqualTo(1000);
            assertThat(run.differing()).isEqualTo(HistoryChecks.MOST + 5);
        });
        assertThat(checks.differences(0, 1000, manager)).filteredOn(found -> found.name().equals(wrong.name())).hasSize(HistoryChecks.MOST);

        checks.run(check(differing -> {
            throw new IllegalStateException("no such table");
        }, wrong.name()));
        assertThat(checks.latest(manager)).filteredOn(run -> run.name().equals(wrong.name())).singleElement()
                .extracting(HistoryChecks.Run::failure).isEqualTo("no such table");
        jdbc.sql("delete from history_check where name = ?").param(wrong.name()).update();
        assertThatThrownBy(() -> checks.latest(people.sales())).isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> checks.differences(0, 10, people.sales())).isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> checks.runSoon(people.sales())).isInstanceOf(AccessDeniedException.class);
    }

    private static HistoryCheck check(Consumer<Consumer<HistoryDifference>> looking) {
        return check(looking, "test-" + UUID.randomUUID().toString().substring(0, 8));
    }

    private static HistoryCheck check(Consumer<Consumer<HistoryDifference>> looking, String name) {
        return new HistoryCheck() {
            @Override
            public String name() {
                return name;
            }

            @Override
            public long look(Consumer<HistoryDifference> differing) {
                looking.accept(differing);
                return 1000;
            }
        };
    }

    /** Past everything that keeps histories and tables alike. */
    private void corrupting(String statement) {
        transaction.executeWithoutResult(status -> {
            jdbc.sql("set local session_replication_role = replica").update();
            jdbc.sql(statement).param("license", license.value()).param("distributor", distributor.id().value())
                    .param("supplier", supplier.id().value()).param("person", people.sales().id().value()).update();
        });
    }

    /** Ids of what a check has found; all tests share one database, so there may be others. */
    private List<String> found(String check) {
        List<String> ids = new ArrayList<>();
        all.stream().filter(each -> each.name().equals(check)).findFirst().orElseThrow().look(found -> ids.add(found.id()));
        return ids;
    }
}
