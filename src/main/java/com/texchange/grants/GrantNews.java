package com.texchange.grants;

import com.texchange.common.Actor;
import com.texchange.common.Change;
import com.texchange.common.ChangeFeed;
import com.texchange.grants.GrantChanged.Kind;
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

    GrantNews(GrantLetters letters, ApplicationEventPublisher events, ChangeFeed feed) {
        this.letters = letters;
        this.events = events;
        this.feed = feed;
    }

    /** @param by null for what time does, and for what was done past the application */
    public void tell(LicenseGrant grant, Kind kind, @Nullable Actor by) {
        letters.changed(grant, kind);
        tell(new GrantChanged(grant.supplierId(), grant.distributorId(), kind, by, grant.granted(), grant.endsAt(),
                grant.reason()));
    }

    /** Without a letter. */
    public void tell(GrantRequest request, Kind kind, @Nullable Actor by) {
        tell(new GrantChanged(request.supplierId(), request.distributorId(), kind, by, request.asked(), request.endsAt(),
                kind == Kind.REFUSED ? request.refusal() : request.reason()));
    }

    private void tell(GrantChanged change) {
        events.publishEvent(change);
        Stream.of(change.supplierId(), change.distributorId()).forEach(company -> {
            feed.publish(new Change(Change.Topic.LICENSES, company.toString()));
            feed.publish(new Change(Change.Topic.ONBOARDING, company.toString()));
        });
    }
}
