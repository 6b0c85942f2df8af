package com.texchange.onboarding.ui;

import com.texchange.common.Actor;
import com.texchange.common.Change;
import com.texchange.common.Change.Topic;
import com.texchange.common.Role;
import com.texchange.common.ui.HomePart;
import com.texchange.onboarding.DistributorAgenda;
import com.texchange.onboarding.Joining;
import com.texchange.onboarding.OwnInvitations;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the home page shows of the person's own onboardings. */
@Configuration(proxyBeanMethods = false)
class OnboardingParts {

    @Bean
    HomePart agendaPart(DistributorAgenda agenda, Clock clock) {
        return HomePart.of(100, Role.DISTRIBUTOR, actor -> new AgendaSection(agenda, actor, clock), OnboardingParts::concerns,
                AgendaSection::refresh);
    }

    @Bean
    HomePart invitedPart(OwnInvitations invitations, Joining joining) {
        return HomePart.of(95, Role.SUPPLIER, actor -> new InvitedSection(invitations, joining, actor),
                OnboardingParts::concerns, InvitedSection::refresh);
    }

    private static boolean concerns(Change change, Actor actor) {
        return change.topic() == Topic.TASKS && actor.groups().contains(change.id())
                || change.concerns(Topic.ONBOARDING, actor.companyId())
                || change.concerns(Topic.ONBOARDING, actor.id().toString())
                || change.concerns(Topic.LICENSES, actor.companyId());
    }
}
