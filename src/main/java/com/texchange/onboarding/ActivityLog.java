package com.texchange.onboarding;

import com.texchange.audit.AuditSubject;
import com.texchange.audit.AuditTrail;
import com.texchange.audit.Audited;
import com.texchange.audit.TypedText;
import com.texchange.common.AccountId;
import com.texchange.common.Actor;
import com.texchange.common.Change;
import com.texchange.common.ChangeFeed;
import com.texchange.common.CompanyId;
import com.texchange.common.EmailAddress;
import com.texchange.common.LastStatement;
import com.texchange.common.OnboardingId;
import java.time.Clock;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Writes the story of each onboarding, in the transaction of the step that it tells, and wakes the pages that show it. */
@Component
class ActivityLog {

    private static final LastStatement.Part<Map<String, @Nullable Object>> TOLD = LastStatement.json("activities", """
            insert into activity (onboarding_id, happened_at, kind, actor_id, actor_name, arguments)
            select onboarding, at, kind, actor, name, arguments
            from json_to_recordset(cast(:activities as json)) as r(onboarding uuid, at timestamptz, kind text, actor uuid, name text, arguments text[])
            """);
    /** Whose address is invited has it among what is asked for, until a company has taken it up. */
    private static final LastStatement.Part<UUID> INVITEES = new LastStatement.Part<>("invitees_told", "select "
            + ChangeFeed.telling(Change.Topic.ONBOARDING, "array[person.id]")
            + " from onboarding join partners_partnership place on place.id = onboarding.partnership_id"
            + " join accounts_person person on person.email = place.invitee_email where onboarding.id = any(:invitees_told)",
            ids -> ids.toArray(UUID[]::new), (ids, told) -> { });

    private final JdbcClient jdbc;
    private final LastStatement last;
    private final ChangeFeed changes;
    private final Clock clock;
    private final AuditTrail audit;

    ActivityLog(JdbcClient jdbc, LastStatement last, ChangeFeed changes, Clock clock, AuditTrail audit) {
        this.jdbc = jdbc;
        this.last = last;
        this.changes = changes;
        this.clock = clock;
        this.audit = audit;
    }

    /** In the order in which a transaction records them, which is that of the story: all are written at its end. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void record(Onboarding onboarding, ActivityKind kind, @Nullable Actor actor, Object... arguments) {
        String[] texts = texts(arguments);
        Map<String, @Nullable Object> entry = new HashMap<>();
        entry.put("onboarding", onboarding.id().value());
        entry.put("at", clock.instant().toString());
        entry.put("kind", kind.name());
        entry.put("actor", actor == null ? null : actor.id().value());
        entry.put("name", actor == null ? null : actor.name());
        entry.put("arguments", texts);
        last.add(TOLD, entry);
        audited(kind, actor, onboarding, arguments).ifPresent(audit::record);
        tell(onboarding);
    }

    private static String[] texts(Object... arguments) {
        return Arrays.stream(arguments).map(Object::toString).toArray(String[]::new);
    }

    /** What is told of grants is recorded where it is done. */
    private static Optional<Audited> audited(ActivityKind kind, @Nullable Actor actor, Onboarding onboarding, Object[] arguments) {
        return kind.audited().map(act -> Audited.of(act, actor).about(AuditSubject.onboarding(onboarding.id(), ""))
                .concerning(kind.isSuppliersMatter() ? onboarding.supplierId() : null,
                        kind.isDistributorsMatter() ? onboarding.distributorId() : null)
                .values(onboarding.movedFrom(), Stream.concat(Stream.of(onboarding.stage().name()), Arrays.stream(arguments).map(ActivityLog::told))
                        .filter(text -> !text.isEmpty()).collect(Collectors.joining(" · "))));
    }

    /** What people have typed is told apart from what has words of its own. */
    private static String told(Object argument) {
        boolean isName = argument instanceof Enum<?> || argument.equals(Activity.UNCONFIRMED);
        return isName ? argument.toString() : TypedText.of(argument.toString());
    }

    /** Wakes the pages that show an onboarding, without an entry in its story. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void tell(Onboarding onboarding) {
        changes.publish(new Change(Change.Topic.ONBOARDING, onboarding.id().toString()));
        changes.publish(new Change(Change.Topic.ONBOARDING, onboarding.supplierId().toString()));
        CompanyId distributor = onboarding.distributorId();
        if (distributor != null) {
            changes.publish(new Change(Change.Topic.ONBOARDING, distributor.toString()));
        }
        if (distributor == null || onboarding.movedFrom() == Stage.INVITED) {
            last.add(INVITEES, onboarding.id().value());
        }
    }

    /** Whether a transaction before has recorded it. */
    boolean has(OnboardingId onboarding, ActivityKind kind) {
        return jdbc.sql("select exists (select from activity where onboarding_id = :id and kind = :kind)")
                .param("id", onboarding.value()).param("kind", kind.name()).query(Boolean.class).single();
    }

    /** Where the invitation went last; the partnership may have been given another address since. Empty for very old invitations, and addresses that are none any more. */
    Optional<EmailAddress> invited(OnboardingId onboarding) {
        return jdbc.sql("""
                select arguments[cardinality(arguments)] from activity
                where onboarding_id = :id and kind in ('INVITED', 'ADDRESS_CHANGED') and cardinality(arguments) > 0
                order by id desc limit 1
                """)
                .param("id", onboarding).query(String.class).optional().flatMap(EmailAddress::parse);
    }

    /** Who did it last; null if nobody has, or a step of the process did it. */
    @Nullable AccountId actorOf(OnboardingId onboarding, ActivityKind kind) {
        return jdbc.sql("""
                select actor_id from activity where onboarding_id = :id and kind = :kind and actor_id is not null
                order by id desc limit 1
                """)
                .param("id", onboarding)
                .param("kind", kind)
                .query(UUID.class).optional().map(AccountId::new).orElse(null);
    }
}
