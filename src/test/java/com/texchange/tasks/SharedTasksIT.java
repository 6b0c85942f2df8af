package com.texchange.tasks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;

import com.texchange.common.Actor;
import com.texchange.common.RefusedException;
import com.texchange.common.Role;
import com.texchange.tasks.TaskSamples.SampleTask;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** A company and the sales department share a task, or somebody of another house answers one: whom each of them is told of. */
@TasksModuleTest
class SharedTasksIT {

    @Autowired
    TaskSamples samples;
    @Autowired
    Tasks tasks;
    @Autowired
    TaskHandover handover;
    @Autowired
    BulkClaims bulk;
    @Autowired
    TaskNotes notes;
    @Autowired
    Inbox inbox;
    @Autowired
    TransactionTemplate transaction;
    @Autowired
    JdbcClient jdbc;
    private Actor anna;
    private Actor boris;
    private Actor seller;
    private Actor otherSeller;
    private SampleTask task;

    @BeforeEach
    void people() {
        anna = samples.distributor("Anna");
        boris = samples.colleague(anna, "Boris");
        seller = samples.person("Seller", Role.SALES, null);
        otherSeller = samples.person("Other seller", Role.SALES, null);
        task = samples.openForBoth(anna, seller);
    }

    @Test
    void colleaguesAreThoseOfTheOwnHouse() {
        assertThat(handover.colleagues(task.key(), anna)).extracting(GroupMember::id).containsExactly(boris.id());
        assertThat(handover.colleagues(task.key(), seller)).extracting(GroupMember::id).contains(otherSeller.id())
                .doesNotContain(anna.id(), boris.id());
        assertThat(refusal(() -> handover.reassign(task.key(), otherSeller.id(), anna)).messageKey()).isEqualTo("tasks.refused.notOfGroup");
        assertThat(refusal(() -> handover.reassign(task.key(), boris.id(), seller)).messageKey()).isEqualTo("tasks.refused.notOfGroup");

        handover.reassign(task.key(), otherSeller.id(), seller);

        assertThat(seenBy(seller).assigneeName()).isEqualTo("Other seller");
    }

    @Test
    void aCompanyIsToldThatTheSalesDepartmentHasTheTaskAndNotWho() {
        tasks.claim(task.key(), seller);

        assertThat(seenBy(anna)).returns(seller.id(), UserTask::assignee).returns(null, UserTask::assigneeName);
        assertThat(inbox.page(anna, TaskQuery.DEFAULT, 0, 5)).singleElement().returns(null, UserTask::assigneeName);
        RefusedException refusal = refusal(() -> tasks.claim(task.key(), anna));
        assertThat(refusal.messageKey()).isEqualTo("tasks.refused.claimedOutside");
        assertThat(refusal.arguments()).isEmpty();
        assertThat(bulk.claim(List.of(task.key()), anna)).isEqualTo(new BulkClaim(0, Map.of(BulkClaim.OUTSIDE, 1L), 0));
        assertThat(seenBy(otherSeller).assigneeName()).isEqualTo("Seller");
    }

    @Test
    void whatPassedBetweenTheTwoIsToldToBoth() {
        tasks.claim(task.key(), seller);

        handover.takeOver(task.key(), seller.id(), anna);

        assertThat(seenBy(seller).assigneeName()).as("the operator knows the company's people").isEqualTo("Anna");
        assertThat(notes.of(task.key(), boris)).extracting(TaskNote::kind, TaskNote::author, TaskNote::person)
                .containsExactly(tuple(TaskNote.Kind.TAKEN_OVER, "Anna", null));
        assertThat(notes.of(task.key(), otherSeller)).extracting(TaskNote::author, TaskNote::person).containsExactly(tuple("Anna", "Seller"));
        assertThat(jdbc.sql("select old_value || ' > ' || new_value from audit_entry where kind = 'TASK_HANDED_OVER' and subject_id = ?")
                .param(String.valueOf(task.key())).query(String.class).list()).containsExactly("SALES > Anna");
    }

    @Test
    void eachHouseReadsWhatItsOwnPeopleSay() {
        notes.comment(task.key(), "Looks odd to me", seller);
        notes.comment(task.key(), "Do we know him?", anna);
        notes.comment(task.key(), "No", boris);

        assertThat(notes.of(task.key(), anna)).extracting(TaskNote::text).containsExactly("Do we know him?", "No");
        assertThat(notes.of(task.key(), otherSeller)).extracting(TaskNote::author, TaskNote::text)
                .containsExactly(tuple("Seller", "Looks odd to me"));
        assertThat(seenBy(boris).comments()).isEqualTo(2);
        assertThat(inbox.page(anna, TaskQuery.DEFAULT, 0, 5)).singleElement().returns(2, UserTask::comments);
        assertThat(seenBy(seller).comments()).isEqualTo(1);
    }

    @Test
    void whoComesSecondIsToldANameOfTheOwnHouseAlone() {
        transaction.executeWithoutResult(status -> tasks.submit(task.key(), seller, Map.of()));

        assertThat(seenBy(anna).decision().by()).isNull();
        assertThat(seenBy(otherSeller).decision().by()).isEqualTo("Seller");
        assertThat(refusal(() -> tasks.claim(task.key(), anna)).messageKey()).isEqualTo("tasks.refused.gone");
        assertThat(refusal(() -> tasks.refuseIfDone(SampleForm.ELEMENT, task.subjectId(), anna.companyId())).messageKey())
                .isEqualTo("tasks.refused.gone");
        assertThat(refusal(() -> tasks.refuseIfDone(SampleForm.ELEMENT, task.subjectId(), null)).arguments()).startsWith("Seller");
    }

    /** As where a supplier, under a grant, connects the licenses that a distributor was to choose. */
    @Test
    void historyDoesNotNameWhoOfAnotherCompanyHasAnsweredATask() {
        SampleTask choice = samples.open(anna, null);
        Actor supplier = samples.distributor("Supplier");
        transaction.executeWithoutResult(status ->
                tasks.completeIfOffered(SampleForm.ELEMENT, choice.subjectId(), supplier.id(), Map.of()));
        choice.tell("completing");

        UserTask done = inbox.findDone(choice.key(), anna).orElseThrow();

        assertThat(done.decision().by()).isNull();
        assertThat(done.submittedAt()).isNotNull();
    }

    private UserTask seenBy(Actor actor) {
        return inbox.find(task.key(), actor).orElseThrow();
    }

    private static RefusedException refusal(Runnable act) {
        return catchThrowableOfType(RefusedException.class, act::run);
    }
}
