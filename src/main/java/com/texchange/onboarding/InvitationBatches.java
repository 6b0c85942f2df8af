package com.texchange.onboarding;

import com.texchange.batches.BatchAction;
import com.texchange.batches.BatchKind;
import com.texchange.batches.BatchRow;
import com.texchange.batches.Refusal;
import com.texchange.batches.RowByRow;
import com.texchange.batches.RowResult;
import com.texchange.common.Actor;
import com.texchange.common.CleanText;
import com.texchange.common.DistributorCode;
import com.texchange.common.EmailAddress;
import com.texchange.common.OnboardingId;
import com.texchange.common.Role;
import com.texchange.common.TaxId;
import com.texchange.onboarding.KnownInvitees.Candidate;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * What a supplier does with many of its {@link Invitations} at once, and how a distributor stands in a row of it: the row's
 * subject is the onboarding, its label the distributor's name.
 */
@Configuration(proxyBeanMethods = false)
public class InvitationBatches {

    public static final BatchKind INVITE = new BatchKind("INVITE");
    public static final BatchKind RESEND = new BatchKind("RESEND");
    public static final BatchKind REMIND = new BatchKind("REMIND");
    public static final BatchKind REVOKE = new BatchKind("REVOKE");
    public static final Set<BatchKind> KINDS = Set.of(INVITE, RESEND, REMIND, REVOKE);
    /** Parameter of a revocation; it goes into the letters. */
    public static final String REASON = "reason";
    /** Details of a row. */
    public static final String EMAIL = "email";
    public static final String TAX_ID = "taxId";
    public static final String CITY = "city";
    public static final String LANGUAGE = "language";
    public static final String CODE = "code";
    /** Set for a distributor of which a person has said that it is another company than the one with its tax ID. */
    private static final String SEPARATE = "separate";

    @Bean
    BatchAction inviting(Invitations invitations, KnownInvitees invitees, RowByRow rows) {
        return rows.action(INVITE, Role.SUPPLIER, (row, parameters, actor) -> {
            Invited invited = row.details().containsKey(SEPARATE) ? invitations.inviteSeparately(request(row), actor)
                    : invitations.invite(request(row), actor);
            return new RowResult.Done(invited.id().value(), Map.of(CODE, invited.code().value()));
        }).withDryRun((listed, parameters, actor) -> obstacles(listed, invitees, actor));
    }

    @Bean
    BatchAction resending(Invitations invitations, RowByRow rows) {
        return rows.action(RESEND, Role.SUPPLIER, (row, parameters, actor) -> with(row, actor, invitations::resend));
    }

    @Bean
    BatchAction reminding(Invitations invitations, RowByRow rows) {
        return rows.action(REMIND, Role.SUPPLIER, (row, parameters, actor) -> with(row, actor, invitations::remind));
    }

    @Bean
    BatchAction revoking(Invitations invitations, RowByRow rows) {
        return rows.action(REVOKE, Role.SUPPLIER, (row, parameters, actor) -> with(row, actor, (id, person) ->
                invitations.revoke(id, Objects.requireNonNull(parameters.get(REASON)), person)));
    }

    /**
     * A row that waits.
     *
     * @param onboarding null for one that is to be invited
     * @param code       null for one that has none yet
     */
    public static BatchRow row(int line, @Nullable OnboardingId onboarding, InviteRequest distributor,
            @Nullable DistributorCode code) {
        Map<String, String> details = new HashMap<>();
        details.put(EMAIL, distributor.email());
        details.put(LANGUAGE, distributor.language().getLanguage());
        put(details, TAX_ID, distributor.taxId());
        put(details, CITY, distributor.city());
        put(details, CODE, code);
        return BatchRow.waiting(line, onboarding == null ? null : onboarding.value(), distributor.name(), details);
    }

    private static void put(Map<String, String> details, String name, @Nullable Object value) {
        if (value != null) {
            details.put(name, value.toString());
        }
    }

    private static InviteRequest request(BatchRow row) {
        return new InviteRequest(CleanText.line(row.label()), email(row), row.details().get(TAX_ID), CleanText.lineOrNull(row.details().get(CITY)),
                Locale.of(row.details().get(LANGUAGE)));
    }

    private static String email(BatchRow row) {
        return Objects.requireNonNull(row.details().get(EMAIL));
    }

    private static RowResult.Done with(BatchRow row, Actor actor, BiConsumer<OnboardingId, Actor> step) {
        step.accept(new OnboardingId(Objects.requireNonNull(row.subject())), actor);
        return RowResult.done();
    }

    private static Map<Integer, Refusal> obstacles(List<BatchRow> rows, KnownInvitees invitees, Actor actor) {
        Map<EmailAddress, KnownInvitee> known = invitees.find(rows.stream().map(InvitationBatches::candidate).toList(), actor);
        Map<Integer, Refusal> refusals = new HashMap<>();
        for (BatchRow row : rows) {
            Optional.ofNullable(known.get(new EmailAddress(email(row)))).flatMap(invitee -> obstacle(row, invitee))
                    .ifPresent(refusal -> refusals.put(row.line(), refusal));
        }
        return refusals;
    }

    /** Nobody can be asked while a list is invited: what is in doubt is asked before. */
    private static Optional<Refusal> obstacle(BatchRow row, KnownInvitee known) {
        if (known.isCertain()) {
            return known.obstacle();
        }
        return row.details().containsKey(SEPARATE) ? Optional.empty() : Optional.of(known.doubt());
    }

    /** The row of a distributor that is another company than the one with its tax ID. */
    public static BatchRow separate(BatchRow row) {
        Map<String, String> details = new HashMap<>(row.details());
        details.put(SEPARATE, "true");
        return BatchRow.waiting(row.line(), row.subject(), row.label(), details);
    }

    private static Candidate candidate(BatchRow row) {
        String taxId = row.details().get(TAX_ID);
        return new Candidate(new EmailAddress(email(row)), taxId == null ? null : new TaxId(taxId));
    }
}
