package com.texchange.invitelists;

import com.texchange.batches.BatchId;
import com.texchange.batches.BatchRow;
import com.texchange.batches.Batches;
import com.texchange.batches.Refusal;
import com.texchange.common.Actor;
import com.texchange.common.EmailAddress;
import com.texchange.common.Languages;
import com.texchange.common.Role;
import com.texchange.onboarding.InvitationBatches;
import com.texchange.onboarding.InviteRequest;
import com.texchange.tables.MappedTable;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Lists of distributors that a supplier invites in one go: first looks what a list holds, then invites. */
@Service
@Transactional(readOnly = true)
public class InvitationLists {

    private final Batches batches;

    InvitationLists(Batches batches) {
        this.batches = batches;
    }

    /**
     * What inviting would do with each row. Nothing is kept and nothing is sent.
     *
     * @throws com.texchange.common.RefusedException if the table lacks a column or has no rows
     */
    public List<ListedInvitee> check(MappedTable<InviteeColumn> table, Actor actor) {
        actor.actingAs(Role.SUPPLIER);
        return markKnown(InvitationSheet.read(table), actor).stream().map(ListedInvitee::withDoubt).toList();
    }

    /**
     * Has the valid rows invited in the background.
     *
     * @param rows     as checked; what has become known since is left to the batch, which refuses it
     * @param language of the letters whose rows name none
     * @throws com.texchange.common.RefusedException if no row is valid
     */
    @Transactional
    public BatchId invite(List<ListedInvitee> rows, Locale language, Actor actor) {
        return batches.start(InvitationBatches.INVITE, valid(rows, language), Map.of(), actor);
    }

    private List<ListedInvitee> markKnown(List<ListedInvitee> rows, Actor actor) {
        Map<Integer, Refusal> refusals = batches.check(InvitationBatches.INVITE, valid(rows, Languages.ENGLISH), Map.of(),
                actor);
        return rows.stream().map(row -> mark(row, refusals.get(row.line()))).toList();
    }

    private static ListedInvitee mark(ListedInvitee row, @Nullable Refusal refusal) {
        return refusal == null ? row : row.with(Verdict.of(refusal),
                refusal.arguments().isEmpty() ? "" : refusal.arguments().getLast());
    }

    private static List<BatchRow> valid(List<ListedInvitee> rows, Locale language) {
        return rows.stream().filter(ListedInvitee::isValid).map(row -> waiting(row, language)).toList();
    }

    private static BatchRow waiting(ListedInvitee row, Locale language) {
        BatchRow waiting = InvitationBatches.row(row.line(), null,
                new InviteRequest(row.name(), new EmailAddress(row.email()).value(), textOrNull(row.taxId()),
                        textOrNull(row.city()), Objects.requireNonNullElse(row.locale(), language)), null);
        return row.separate() ? InvitationBatches.separate(waiting) : waiting;
    }

    private static @Nullable String textOrNull(String text) {
        return text.isEmpty() ? null : text;
    }
}
