package com.texchange.faults.random;

import com.texchange.faults.random.Plan.Ending;
import com.texchange.onboarding.ActivityKind;
import com.texchange.onboarding.Stage;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;

/** What a plan must have left behind when all is done, whatever stopped meanwhile. */
record Expected(Plan plan) {

    Stage stage() {
        return switch (plan.ending()) {
            case CONNECTS -> Stage.CONNECTED;
            case DECLINES -> Stage.DECLINED;
            case REVOKED_UNREAD, REVOKED_LATE -> Stage.REVOKED;
            case REJECTED -> Stage.REJECTED;
            case UNREAD, UNREGISTERED, UNDECIDED -> Stage.EXPIRED;
            case DAWDLES -> Stage.CONNECTING;
        };
    }

    /** Each entry of the story but those about letters, with how often it must be there. */
    Map<ActivityKind, Integer> activities() {
        Map<ActivityKind, Integer> counts = new EnumMap<>(ActivityKind.class);
        counts.put(ActivityKind.INVITED, 1);
        if (followed()) {
            counts.put(plan.newcomer() ? ActivityKind.REGISTRATION_REQUESTED : ActivityKind.FOLLOWED, 1);
        }
        if (registered()) {
            counts.put(ActivityKind.ACCOUNT_OPENED, 1);
        }
        if (accepted()) {
            counts.put(ActivityKind.ACCEPTED, 1);
            counts.put(ActivityKind.PARTNERSHIP_ESTABLISHED, 1);
            if (plan.delegated()) {
                counts.put(ActivityKind.DELEGATED, 1);
            }
        }
        if (is(Ending.CONNECTS)) {
            counts.put(ActivityKind.LICENSES_ORDERED, ordersTwice() ? 2 : 1);
        }
        switch (stage()) {
            case CONNECTED -> counts.put(ActivityKind.CONNECTED, 1);
            case DECLINED -> counts.put(ActivityKind.DECLINED, 1);
            case REVOKED -> counts.put(ActivityKind.REVOKED, 1);
            case REJECTED -> counts.put(ActivityKind.REJECTED, 1);
            case EXPIRED -> counts.put(ActivityKind.EXPIRED, 1);
            default -> { }
        }
        return counts;
    }

    /**
     * Letters by template, without reminders and without the invitation: a link that is followed or revoked before the
     * letter is written makes the letter needless; and without the one about the end of what was {@link #unread}, which goes only to
     * whom the invitation has reached.
     */
    Map<String, Integer> letters() {
        Map<String, Integer> counts = new HashMap<>();
        if (registered()) {
            counts.put("registration-accepted", 1);
        }
        switch (stage()) {
            case CONNECTED -> counts.put("connected", 2);
            case DECLINED -> counts.put("declined", 1);
            case REVOKED -> {
                if (!unread()) {
                    counts.put("revoked", 1);
                }
                counts.put("revoked-confirmation", 1);
            }
            case REJECTED -> {
                counts.put("rejected", 1);
                counts.put("registration-rejected", 1);
            }
            case EXPIRED -> counts.put("expired", 1);
            default -> { }
        }
        return counts;
    }

    int connections() {
        if (!is(Ending.CONNECTS)) {
            return 0;
        }
        return plan.retry() || ordersTwice() ? plan.licenses() : plan.licenses() - plan.blocked();
    }

    boolean delegated() {
        return accepted() && plan.delegated();
    }

    /** The element of the open task that it waits on before invitations expire; empty if on none. */
    String openTask() {
        return switch (plan.ending()) {
            case UNREGISTERED -> "Task_RegisterDistributor";
            case UNDECIDED -> "Task_AcceptInvitation";
            case DAWDLES -> "Task_ConnectLicenses";
            default -> "";
        };
    }

    /** Revoked before anybody has followed the link. */
    boolean unread() {
        return is(Ending.REVOKED_UNREAD);
    }

    private boolean followed() {
        return !is(Ending.UNREAD) && !is(Ending.REVOKED_UNREAD);
    }

    private boolean registered() {
        return plan.newcomer() && (accepted() || is(Ending.DECLINES) || is(Ending.UNDECIDED));
    }

    private boolean accepted() {
        return is(Ending.CONNECTS) || is(Ending.DAWDLES);
    }

    private boolean ordersTwice() {
        return plan.blocked() == plan.licenses() && !plan.retry();
    }

    private boolean is(Ending ending) {
        return plan.ending() == ending;
    }
}
