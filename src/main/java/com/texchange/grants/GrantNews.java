package com.texchange.grants;

import com.texchange.audit.AuditKind;
import com.texchange.audit.AuditSubject;
import com.texchange.audit.AuditTrail;
import com.texchange.audit.Audited;
import com.texchange.audit.TypedText;
import com.texchange.common.Actor;
import com.texchange.common.Change;
import com.texchange.common.ChangeFeed;
import com.texchange.grants.GrantChanged.Kind;
import java.time.Instant;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Tells of a grant's change, in its transaction: the story by an event, people by letters, open pages by the feed. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class GrantNews {

    private final GrantLetters letters;
    private final ApplicationEventPublisher events;
    private final ChangeFeed feed;
    private final AuditTrail audit;

    GrantNews(GrantLetters letters, ApplicationEventPublisher events, ChangeFeed feed, AuditTrail audit) {
        this.letters = letters;
        this.events = events;
        this.feed = feed;
        this.audit = audit;
    }

    /** @param by null for what time does, and for what was done past the application */
    public void tell(LicenseGrant grant, Kind kind, @Nullable Actor by) {
        tell(grant, kind, by, null);
    }

    /** @param before what it said until now; null if it is not changed */
    public void tell(LicenseGrant grant, Kind kind, @Nullable Actor by, @Nullable LicenseGrant before) {
        record(grant, kind, by, before);
        letters.changed(grant, kind);
    }

    /** A request is answered with what is allowed already: whoever has asked waits for an answer all the same. */
    public void unchanged(GrantRequest request, LicenseGrant grant, @Nullable Actor by) {
        record(grant, Kind.GIVEN, by, grant);
        letters.unchanged(request, grant);
    }

    private void record(LicenseGrant grant, Kind kind, @Nullable Actor by, @Nullable LicenseGrant before) {
        audit.record(Audited.of(AuditKind.valueOf("GRANT_" + kind), by).under(grant.id())
                .about(AuditSubject.of(AuditSubject.Type.GRANT, grant.id().value(), "")).concerning(grant.supplierId(), grant.distributorId())
                .values(before == null ? null : value(before.granted(), before.endsAt(), before.reason()),
                        value(grant.granted(), grant.endsAt(), grant.reason())));
        tell(new GrantChanged(grant.supplierId(), grant.distributorId(), kind, by, grant.granted(), grant.endsAt(),
                grant.reason()));
    }

    /** Without a letter. */
    public void tell(GrantRequest request, Kind kind, @Nullable Actor by) {
        audit.record(Audited.of(AuditKind.valueOf("GRANT_" + kind), by)
                .about(AuditSubject.of(AuditSubject.Type.GRANT, request.id().value(), "")).concerning(request.supplierId(), request.distributorId())
                .values(null, value(request.asked(), request.endsAt(), kind == Kind.REFUSED ? request.refusal() : request.reason())));
        tell(new GrantChanged(request.supplierId(), request.distributorId(), kind, by, request.asked(), request.endsAt(),
                kind == Kind.REFUSED ? request.refusal() : request.reason()));
    }

    private static String value(Set<GrantedAct> acts, @Nullable Instant endsAt, @Nullable String reason) {
        return Stream.of(String.join(" ", LicenseGrant.names(acts)), endsAt, TypedText.ofNullable(reason)).filter(Objects::nonNull).map(Object::toString)
                .collect(Collectors.joining(" · "));
    }

    private void tell(GrantChanged change) {
        events.publishEvent(change);
        Stream.of(change.supplierId(), change.distributorId()).forEach(company -> {
            feed.publish(new Change(Change.Topic.LICENSES, company.toString()));
            feed.publish(new Change(Change.Topic.ONBOARDING, company.toString()));
        });
    }
}
