package com.texchange.stories;

import static com.texchange.stories.Viewpoint.DISTRIBUTOR;
import static com.texchange.stories.Viewpoint.PROCESS_MANAGER;
import static com.texchange.stories.Viewpoint.SALES;
import static com.texchange.stories.Viewpoint.SUPPLIER;

import com.texchange.onboarding.Activity;
import com.texchange.onboarding.ActivityKind;
import com.texchange.registrations.RegistrationOpened.Outcome;
import com.texchange.stories.StoryLine.Side;

/**
 * In how much detail a reader is told of a step. Process managers are told all, companies name their own people and not
 * the other's, and the sales department reads what concerns the registration.
 */
enum Visibility {

    /** With the person who did it. */
    FULL(""),
    /** What happened and why, but not which person of another house it was. */
    OUTSIDE(".outside"),
    /** That it happened. */
    BRIEF(".brief"),
    HIDDEN("");

    private final String suffix;

    Visibility(String suffix) {
        this.suffix = suffix;
    }

    /** Of the message, whose argument 0 is the acting person's name, before the entry's own. */
    String key(Activity activity) {
        String key = "stories.activity." + activity.kind() + suffix;
        if (isUnconfirmed(activity)) {
            return key + "." + Activity.UNCONFIRMED;
        }
        // Only of a company that was not registered before it is told that it was. Entries of earlier versions do not say.
        boolean registered = activity.kind() != ActivityKind.ACCOUNT_OPENED || activity.arguments().size() < 2
                || activity.arguments().get(1).equals(Outcome.REGISTERED.name());
        return registered ? key : key + "." + activity.arguments().get(1);
    }

    static Visibility of(ActivityKind kind, Viewpoint reader) {
        if (reader == PROCESS_MANAGER) {
            return FULL;
        }
        return switch (kind) {
            case INVITED -> reader == SUPPLIER ? FULL : OUTSIDE;
            // Whom the letter was meant for need not be told of a stranger's address.
            case ADDRESS_CHANGED -> reader == SUPPLIER ? FULL : reader == DISTRIBUTOR ? BRIEF : HIDDEN;
            case RESENT, REMINDED, DELEGATION_ASKED, DELEGATION_ASK_WITHDRAWN -> reader == SUPPLIER ? FULL
                    : notForSales(reader, OUTSIDE);
            case REVOKED -> reader == SUPPLIER ? FULL : reader == SALES ? BRIEF : OUTSIDE;
            case FOLLOWED, TAKEN_OVER, ACCEPTED, DECLINED, DELEGATED, DELEGATION_CHANGED, DELEGATION_WITHDRAWN,
                 DELEGATION_REFUSED, LICENSES_ORDERED -> reader == DISTRIBUTOR ? FULL : notForSales(reader, OUTSIDE);
            case PARTNERSHIP_ESTABLISHED, JOINED, CONNECTED, ACCEPTED_ELSEWHERE, DECLINED_ELSEWHERE, DELEGATION_ENDED ->
                    notForSales(reader, FULL);
            // What was checked is no matter of the supplier's.
            case COLLEAGUE_CONFIRMED -> reader == DISTRIBUTOR ? FULL : reader == SALES ? OUTSIDE : HIDDEN;
            case COLLEAGUE_CHECKED -> reader == SALES ? FULL : reader == DISTRIBUTOR ? OUTSIDE : HIDDEN;
            // Nobody but the process acts here, so there is no person to leave out.
            case REGISTRATION_REQUESTED, ACCOUNT_OPENED, REJECTED, EXPIRED -> FULL;
        };
    }

    /** A decision of people that was taken past the application has nobody to name. */
    static Visibility of(Activity activity, Viewpoint reader) {
        Visibility visibility = of(activity.kind(), reader);
        boolean ofPeople = switch (activity.kind()) {
            case DELEGATED, DELEGATION_CHANGED, DELEGATION_REFUSED -> true;
            default -> false;
        };
        return ofPeople && visibility == FULL && activity.actorName() == null ? OUTSIDE : visibility;
    }

    private static Visibility notForSales(Viewpoint reader, Visibility otherwise) {
        return reader == SALES ? HIDDEN : otherwise;
    }

    /** Whether the company or the sales department has answered for a known company is no matter of others'. */
    static Side by(Activity activity) {
        return isUnconfirmed(activity) ? Side.SYSTEM : by(activity.kind());
    }

    private static boolean isUnconfirmed(Activity activity) {
        return activity.kind() == ActivityKind.REJECTED && activity.arguments().size() > 1;
    }

    private static Side by(ActivityKind kind) {
        return switch (kind) {
            case INVITED, ADDRESS_CHANGED, RESENT, REMINDED, REVOKED, DELEGATION_ASKED, DELEGATION_ASK_WITHDRAWN ->
                    Side.SUPPLIER;
            case REGISTRATION_REQUESTED, FOLLOWED, TAKEN_OVER, ACCEPTED, DECLINED, DELEGATED, DELEGATION_CHANGED,
                 DELEGATION_WITHDRAWN, DELEGATION_REFUSED,
                 LICENSES_ORDERED, COLLEAGUE_CONFIRMED, ACCEPTED_ELSEWHERE, DECLINED_ELSEWHERE -> Side.DISTRIBUTOR;
            case ACCOUNT_OPENED, REJECTED, COLLEAGUE_CHECKED -> Side.SALES;
            default -> Side.SYSTEM;
        };
    }
}
