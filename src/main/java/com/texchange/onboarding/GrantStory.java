package com.texchange.onboarding;

import com.texchange.grants.GrantChanged;
import com.texchange.grants.GrantedAct;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Objects;
import java.util.stream.Collectors;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Tells in the story of two companies' onboarding what becomes of the supplier's rights. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class GrantStory {

    private final OnboardingRepository repository;
    private final ActivityLog activities;

    GrantStory(OnboardingRepository repository, ActivityLog activities) {
        this.repository = repository;
        this.activities = activities;
    }

    /** Companies of before the first invitation through this application have no story. */
    @EventListener
    void changed(GrantChanged event) {
        repository.findFirstBySupplierIdAndDistributorIdAndStageInOrderByInvitedAtDesc(event.supplierId(),
                        event.distributorId(), EnumSet.of(Stage.CONNECTING, Stage.CONNECTED))
                .ifPresent(onboarding -> activities.record(onboarding, kind(event), event.by(), terms(event)));
    }

    private static ActivityKind kind(GrantChanged event) {
        return switch (event.kind()) {
            case GIVEN -> ActivityKind.DELEGATED;
            case CHANGED -> ActivityKind.DELEGATION_CHANGED;
            case WITHDRAWN -> ActivityKind.DELEGATION_WITHDRAWN;
            case ENDED -> ActivityKind.DELEGATION_ENDED;
            case ASKED -> ActivityKind.DELEGATION_ASKED;
            case REFUSED -> ActivityKind.DELEGATION_REFUSED;
            case ASK_WITHDRAWN -> ActivityKind.DELEGATION_ASK_WITHDRAWN;
        };
    }

    private static Object[] terms(GrantChanged event) {
        Instant end = event.endsAt();
        String acts = Arrays.stream(GrantedAct.values()).filter(event.acts()::contains).map(GrantedAct::name)
                .collect(Collectors.joining(" "));
        return new Object[] {acts, end == null ? "" : end.toString(), Objects.requireNonNullElse(event.reason(), "")};
    }
}
