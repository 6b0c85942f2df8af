package com.texchange.onboarding;

import com.texchange.common.Actor;
import com.texchange.common.OnboardingId;
import com.texchange.common.RefusedException;
import com.texchange.common.RegistrationId;
import com.texchange.registrations.RegistrationRequest;
import jakarta.validation.Valid;
import java.util.Locale;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.validation.annotation.Validated;

/**
 * What an invitee does with an invitation. Who holds the link in the letter is the invitee, and so is who is signed in with
 * the address that the letter went to.
 */
@Service
@Validated
@Transactional
public class Joining {

    private final InvitationLinks links;
    private final OnboardingRepository repository;
    private final InvitationInfos infos;
    private final TakeUp takeUp;
    private final NewcomerRequests newcomers;

    Joining(InvitationLinks links, OnboardingRepository repository, InvitationInfos infos, TakeUp takeUp,
            NewcomerRequests newcomers) {
        this.links = links;
        this.repository = repository;
        this.infos = infos;
        this.takeUp = takeUp;
        this.newcomers = newcomers;
    }

    /**
     * A person with an account takes the invitation up for the own company.
     *
     * @return the onboarding to go on with: another one, if the company has a partnership with this supplier already
     * @throws RefusedException if the link is damaged, used or over, or the company is the supplier itself
     */
    public OnboardingId follow(String token, Actor actor) {
        return takeUp.by(actor, locked(token));
    }

    /** The same by somebody whose own address is invited, without the link. */
    public OnboardingId followOwn(OnboardingId id, Actor actor) {
        return takeUp.by(actor, lockedOwn(id, actor));
    }

    /** A link to the invitation that the person's own address has, for the page that such links lead to. */
    public String linkToOwn(OnboardingId id, Actor actor) {
        return links.issue(lockedOwn(id, actor).id());
    }

    private Onboarding lockedOwn(OnboardingId id, Actor actor) {
        return repository.findLockedById(id).filter(onboarding -> infos.of(onboarding).isTo(actor))
                .orElseThrow(() -> new AccessDeniedException("not an invitation to this person"));
    }

    /**
     * A newcomer asks for an account, for the address that the letter went to, whatever the request says.
     *
     * @throws RefusedException if the link is damaged, used or over, or the address has an account
     */
    public RegistrationId requestRegistration(String token, @Valid RegistrationRequest request, Locale locale) {
        return newcomers.by(request, locale, locked(token));
    }

    private Onboarding locked(String token) {
        return links.find(token).flatMap(repository::findLockedById)
                .orElseThrow(() -> new RefusedException("onboarding.refused.damagedLink"));
    }
}
