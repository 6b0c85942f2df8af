package com.texchange.onboarding;

import com.texchange.common.Actor;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What invitations are that somebody has opened by a letter's link. */
@Service
@Transactional(readOnly = true)
public class OpenedInvitations {

    private final InvitationLinks links;
    private final OnboardingRepository repository;
    private final InvitationInfos infos;

    OpenedInvitations(InvitationLinks links, OnboardingRepository repository, InvitationInfos infos) {
        this.links = links;
        this.repository = repository;
        this.infos = infos;
    }

    /**
     * What the link leads to: the latest invitation to the place that it was given for. Changes nothing, since mail scanners
     * follow links too. Empty for a damaged link and for one that has ended.
     */
    public Optional<InvitationInfo> look(String token) {
        return links.find(token).flatMap(repository::findById).map(infos::of);
    }

    /** Whether the link was a good one until the supplier put the address right, or took the invitation back. */
    public boolean isEnded(String token) {
        return links.findEnded(token).isPresent();
    }

    /**
     * The invitation that has come after one whose link has ended, for the person whose own address it went to. An ended link
     * may be in wrong hands: nobody else learns anything by it.
     */
    public Optional<InvitationInfo> newerFor(String token, Actor actor) {
        return links.findEnded(token).flatMap(repository::findById).map(infos::of)
                .filter(latest -> latest.stage() == Stage.INVITED && latest.isTo(actor));
    }
}
