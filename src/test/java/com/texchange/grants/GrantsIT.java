package com.texchange.grants;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.texchange.common.Actor;
import com.texchange.common.GrantId;
import com.texchange.common.OutdatedException;
import com.texchange.common.RefusedException;
import com.texchange.common.Role;
import com.texchange.grants.GrantChanged.Kind;
import com.texchange.partners.CompanyInfo;
import com.texchange.testing.Requests;
import com.texchange.testing.TestPeople;
import com.texchange.testing.WithoutProcess;
import com.texchange.testing.WrittenLetter;
import jakarta.validation.ConstraintViolationException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.test.context.event.RecordApplicationEvents;
import org.springframework.transaction.IllegalTransactionStateException;
import org.springframework.transaction.support.TransactionTemplate;

/** What a distributor allows a supplier. */
@WithoutProcess
@RecordApplicationEvents
class GrantsIT extends GrantedPartners {

    @Autowired
    Delegations delegations;
    @Autowired
    TestPeople people;
    @Autowired
    TransactionTemplate transaction;

    @Test
    void oneClickAllowsAllActsWithoutAnEndAndAnotherTakesThemBack() {
        assertThat(grants.giveAll(supplier.id(), person)).isTrue();
        assertThat(grants.giveAll(supplier.id(), person)).isFalse();

        assertThat(given().acts()).isEqualTo(EnumSet.allOf(GrantedAct.class));
        assertThat(given().endsAt()).isNull();
        assertThat(given().givenBy()).isEqualTo(person.name());
        assertThat(allowed()).containsExactly("CONNECT,DISCONNECT,MOVE");
        assertThat(delegations.of(supplier.id(), distributor.id())).isEqualTo(new Delegation(true, false));

        assertThat(grants.withdraw(supplier.id(), person)).isTrue();
        assertThat(grants.withdraw(supplier.id(), person)).isFalse();
        assertThat(allowed()).isEmpty();
        assertThat(delegations.of(supplier.id(), distributor.id())).isEqualTo(new Delegation(false, false));
        assertThat(kinds()).containsExactly(Kind.GIVEN, Kind.WITHDRAWN);
        assertThat(letters("grant-given")).isEqualTo(2);
        assertThat(letters("grant-withdrawn")).isEqualTo(2);
    }

    /** Each click writes to the people of both companies. Taking back is never held up. */
    @Test
    void theSwitchIsTurnedSoManyTimesADay() {
        // Twice as often: the day may turn meanwhile.
        assertThatThrownBy(() -> {
            for (int time = 0; time <= 2 * Grants.MOST_A_DAY; time++) {
                grants.giveAll(supplier.id(), person);
                grants.withdraw(supplier.id(), person);
            }
        }).isInstanceOfSatisfying(RefusedException.class, refused -> {
            assertThat(refused.messageKey()).isEqualTo("grants.changedOften");
            assertThat(refused.arguments()).containsExactly(Grants.MOST_A_DAY);
        });

        assertThat(allowed()).isEmpty();
        assertThat(letters("grant-given")).isEqualTo(letters("grant-withdrawn")).isGreaterThanOrEqualTo(2 * Grants.MOST_A_DAY);
        CompanyInfo another = business.supplier("ООО «Второй»");
        business.partners(another, distributor);
        assertThat(grants.giveAll(another.id(), person)).isTrue();
    }

    /** What is there can be taken back when it cannot be changed any more. */
    @Test
    void whatWasChangedOftenEnoughIsStillTakenBack() {
        assertThatThrownBy(() -> {
            for (int time = 0; time <= 2 * Grants.MOST_A_DAY; time++) {
                Requests.allow(grants, supplier.id(), only(time % 2 == 0 ? GrantedAct.CONNECT : GrantedAct.MOVE), person);
            }
        }).hasMessage("grants.changedOften");
        assertThat(allowed()).hasSize(1);

        assertThat(grants.withdraw(supplier.id(), person)).isTrue();
        assertThat(allowed()).isEmpty();
    }

    @Test
    void theDistributorReadsWhomToAskAtTheSupplier() {
        grants.giveAll(supplier.id(), person);

        assertThat(WrittenLetter.to(person.email().value(), jdbc)).filteredOn(letter -> letter.template().equals("grant-given")).singleElement()
                .satisfies(letter -> assertThat(letter.plain()).contains("Обратитесь к поставщику " + supplier.name(),
                        supplier.contactName(), supplier.contactEmail().value()));
        assertThat(WrittenLetter.to(suppliers.email().value(), jdbc)).filteredOn(letter -> letter.template().equals("grant-given"))
                .singleElement().satisfies(letter -> assertThat(letter.plain()).doesNotContain("Обратитесь к поставщику"));
    }

    /** One click on the switch does not widen what a colleague has narrowed a moment before. */
    @Test
    void theSwitchLeavesANarrowOneAsItIs() {
        Requests.allow(grants, supplier.id(), only(GrantedAct.CONNECT), person);

        assertThat(grants.giveAll(supplier.id(), person)).isFalse();
        assertThat(allowed()).containsExactly("CONNECT");
    }

    /** Nor what a colleague gives in the same moment. */
    @Test
    void theSwitchLeavesANarrowOneAsItIsThatIsBeingGiven() {
        CompletableFuture<Boolean> click = transaction.execute(status -> {
            Requests.allow(grants, supplier.id(), only(GrantedAct.CONNECT), person);
            CompletableFuture<Boolean> other = CompletableFuture.supplyAsync(() -> grants.giveAll(supplier.id(), person));
            await().pollInSameThread().until(() -> other.isDone() || jdbc.sql("""
                    select exists (select from pg_locks where locktype = 'transactionid' and not granted and transactionid = pg_current_xact_id()::xid)
                    """).query(Boolean.class).single());
            return other;
        });

        assertThat(click).isNotNull().succeedsWithin(Duration.ofSeconds(30)).isEqualTo(false);
        assertThat(allowed()).containsExactly("CONNECT");
        assertThat(letters("grant-changed")).isZero();
    }

    @Test
    void whatIsChangedStaysTheSameGrantAndCountsAtOnce() {
        grants.giveAll(supplier.id(), person);
        GrantId id = id();

        assertThat(Requests.allow(grants, supplier.id(), only(GrantedAct.CONNECT), person)).isTrue();
        assertThat(Requests.allow(grants, supplier.id(), only(GrantedAct.CONNECT), person)).isFalse();

        assertThat(id()).isEqualTo(id);
        assertThat(allowed()).containsExactly("CONNECT");
        assertThat(kinds()).containsExactly(Kind.GIVEN, Kind.CHANGED);
        assertThat(letters("grant-changed")).isEqualTo(2);
    }

    @Test
    void theDatabaseKnowsOneOpenGrantForTwoCompanies() {
        grants.giveAll(supplier.id(), person);

        assertThatThrownBy(() -> jdbc.sql("""
                insert into license_grant (id, supplier_id, distributor_id, acts, given_at)
                select gen_random_uuid(), supplier_id, distributor_id, acts, now() from license_grant where supplier_id = ?
                """).param(supplier.id().value()).update()).isInstanceOf(DuplicateKeyException.class);
    }

    @Test
    void ofTwoPeopleWhoGiveAtOnceOneGivesAndTheOtherChanges() throws Exception {
        together(() -> grants.write(supplier.id(), distributor.id(), null, Set.of(GrantedAct.CONNECT), null, null, person),
                () -> grants.write(supplier.id(), distributor.id(), null, Set.of(GrantedAct.MOVE), null, null, person));

        assertThat(allowed()).hasSize(1);
        assertThat(letters("grant-given")).isEqualTo(2);
        assertThat(letters("grant-changed")).isEqualTo(2);
    }

    @Test
    void whatAColleagueHasChangedMeanwhileIsNotReplacedUnread() {
        grants.giveAll(supplier.id(), person);
        GrantVersion seen = given().version();
        Requests.allow(grants, supplier.id(), only(GrantedAct.CONNECT), person);

        outdated(seen, GrantedAct.MOVE);
        outdated(GrantVersion.NONE, GrantedAct.MOVE);
        assertThat(allowed()).containsExactly("CONNECT");
        assertThat(grants.change(supplier.id(), given().version(), only(GrantedAct.MOVE), person)).isTrue();
        GrantVersion moved = given().version();
        grants.withdraw(supplier.id(), person);
        outdated(moved, GrantedAct.CONNECT);
        assertThat(allowed()).isEmpty();
        assertThat(grants.change(supplier.id(), GrantVersion.NONE, only(GrantedAct.MOVE), person)).isTrue();
    }

    @Test
    void ofTwoPeopleWhoSawNothingAllowedOnlyOneGives() throws Exception {
        AtomicInteger refused = new AtomicInteger();
        together(() -> giveFirst(GrantedAct.CONNECT, refused), () -> giveFirst(GrantedAct.MOVE, refused));

        assertThat(refused).hasValue(1);
        assertThat(letters("grant-given")).isEqualTo(2);
        assertThat(letters("grant-changed")).isZero();
    }

    private void giveFirst(GrantedAct act, AtomicInteger refused) {
        try {
            grants.change(supplier.id(), GrantVersion.NONE, only(act), person);
        } catch (OutdatedException expected) {
            refused.incrementAndGet();
        }
    }

    private void outdated(GrantVersion seen, GrantedAct act) {
        assertThatThrownBy(() -> grants.change(supplier.id(), seen, only(act), person)).isInstanceOf(OutdatedException.class)
                .hasMessage("grants.outdated");
    }

    @Test
    void itsLastUseIsNotedInTheTransactionThatUsesIt() {
        grants.giveAll(supplier.id(), person);
        assertThat(given().lastUsedAt()).isNull();

        transaction.executeWithoutResult(status -> grants.used(Set.of(id())));

        assertThat(given().lastUsedAt()).isNotNull();
        assertThatThrownBy(() -> grants.used(Set.of(id()))).isInstanceOf(IllegalTransactionStateException.class);
    }

    /** Ownership needs no grant, and gives none on what is the distributor's own. */
    @Test
    void licensesOfTheSupplierLockTheSwitchAndAreNotWhatAGrantIsAbout() {
        business.licenses(distributor, 3);
        people.loadLicenses(distributor.id(), supplier.id(), 2);

        assertThat(delegations.of(supplier.id(), distributor.id())).isEqualTo(new Delegation(false, true));
        assertThat(delegations.of(supplier.id(), distributor.id()).isEffective()).isTrue();
        assertThat(delegations.shares(supplier.id(), distributor.id())).isEqualTo(new LicenseShares(2, 5));
        assertThat(allowed()).isEmpty();

        Requests.allow(grants, supplier.id(), only(GrantedAct.CONNECT), person);
        assertThat(allowed()).containsExactly("CONNECT");
        assertThat(grants.withdraw(supplier.id(), person)).isTrue();
        assertThat(delegations.of(supplier.id(), distributor.id())).isEqualTo(new Delegation(false, true));
    }

    @Test
    void licensesOfOthersLockNothing() {
        people.loadLicenses(distributor.id(), business.supplier("ООО «Второй»").id(), 1);
        people.loadLicenses(business.distributor("ООО «Сосед»").id(), supplier.id(), 1);
        business.licenses(distributor, 1);

        assertThat(delegations.of(supplier.id(), distributor.id())).isEqualTo(new Delegation(false, false));
        assertThat(delegations.of(distributor.id(), distributor.id())).isEqualTo(new Delegation(false, false));
    }

    @Test
    void whatMakesNoSenseIsRefused() {
        LocalDate today = LocalDate.now(zones.of(distributor.id()));

        refused("grants.noAct", new GrantTerms(Set.of(), null, null));
        refused("grants.endPassed", new GrantTerms(Set.of(GrantedAct.MOVE), today.minusDays(1), null));
        // By a day more than needed: the day may turn meanwhile.
        refused("grants.endTooFar", new GrantTerms(Set.of(GrantedAct.MOVE), today.plusYears(10).plusDays(2), null));
        refused("grants.endTooFar", new GrantTerms(Set.of(GrantedAct.MOVE), LocalDate.MAX, null));
        assertThatThrownBy(() -> Requests.allow(grants, supplier.id(), new GrantTerms(Set.of(GrantedAct.MOVE), null, "x".repeat(1001)), person))
                .isInstanceOf(ConstraintViolationException.class).hasMessageContaining("1000");
        assertThatThrownBy(() -> grants.giveAll(business.supplier("ООО «Чужой»").id(), person))
                .isInstanceOf(RefusedException.class).hasMessage("grants.notPartner");
        assertThat(allowed()).isEmpty();
    }

    @Test
    void onlyTheDistributorsPeopleGiveAndNobodySeesTheGrantsOfOthers() {
        assertThatThrownBy(() -> grants.giveAll(supplier.id(), suppliers)).isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> grants.withdraw(supplier.id(), suppliers)).isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> grants.given(supplier.id(), suppliers)).isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> grants.received(distributor.id(), person)).isInstanceOf(AccessDeniedException.class);
        grants.giveAll(supplier.id(), person);

        assertThat(grants.received(distributor.id(), suppliers)).get().extracting(GrantInfo::givenBy).isNull();
        Actor stranger = business.person(business.supplier("ООО «Чужой»"), Role.SUPPLIER);
        assertThat(grants.received(distributor.id(), stranger)).isEmpty();
        Actor neighbor = business.person(business.distributor("ООО «Сосед»"), Role.DISTRIBUTOR);
        assertThat(grants.given(supplier.id(), neighbor)).isEmpty();
        assertThat(grants.withdraw(supplier.id(), neighbor)).isFalse();
        assertThat(allowed()).hasSize(1);
    }

    private void refused(String key, GrantTerms terms) {
        assertThatThrownBy(() -> Requests.allow(grants, supplier.id(), terms, person)).isInstanceOf(RefusedException.class).hasMessage(key);
    }

    private static void together(Runnable... steps) throws InterruptedException {
        List<Callable<Object>> calls = Stream.of(steps).map(Executors::callable).toList();
        try (ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor()) {
            assertThat(executor.invokeAll(calls)).allMatch(call -> call.state() == Future.State.SUCCESS);
        }
    }
}
