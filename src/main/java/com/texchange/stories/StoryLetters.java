package com.texchange.stories;

import com.texchange.common.EmailAddress;
import com.texchange.mail.Delivery;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Tells of the letters of an onboarding: who may know of which, and of whose address. Letters to one house are not for
 * the other, except that a supplier may know that its distributor was reminded; the operator's people answer questions about
 * all of them.
 */
final class StoryLetters {

    private static final Set<String> TO_INVITEE = Set.of("invitation", "invitation-reminder", "revoked");
    private static final Set<String> TO_DISTRIBUTOR = Set.of("accept-reminder", "connect-reminder");
    private static final Set<String> TO_INVITER = Set.of("revoked-confirmation", "declined", "expired", "rejected",
            "joined", "taken-over");
    private static final String TO_BOTH = "connected";
    private static final String REGISTERED = "registration-accepted";
    private static final String OVERDUE = "registration-overdue";
    private static final Set<String> OF_REGISTRATION = Set.of(REGISTERED, "registration-rejected", OVERDUE);
    /** About a newcomer, or about one of theirs who asks that the company be a distributor, too, to the people of the company. */
    private static final Set<String> ABOUT_NEWCOMER = Set.of("registration-asked", "registration-added", "registration-widening",
            "registration-widened");
    /** To the invitee, or to the people of a company that has taken the invitation up. */
    private static final String REVOKED = "revoked";

    private final Viewpoint reader;
    private final Set<String> colleagues;
    private final EmailAddress invited;

    /**
     * @param colleagues the addresses of the reader's own company
     * @param invited    the address that the invitation has now
     */
    StoryLetters(Viewpoint reader, Set<String> colleagues, EmailAddress invited) {
        this.reader = reader;
        this.colleagues = colleagues;
        this.invited = invited;
    }

    /** A reminder that went to several people whose addresses are not told is one line. */
    List<StoryLine> lines(List<Delivery> deliveries) {
        List<StoryLine> lines = new ArrayList<>();
        Set<String> nameless = new HashSet<>();
        for (Delivery delivery : deliveries) {
            if (isTold(delivery)) {
                boolean addressed = isAddressTold(delivery);
                String occasion = delivery.template() + delivery.state()
                        + delivery.queuedAt().truncatedTo(ChronoUnit.MINUTES);
                if (addressed || nameless.add(occasion)) {
                    lines.add(line(delivery, addressed));
                }
            }
        }
        return lines;
    }

    private StoryLine line(Delivery delivery, boolean addressed) {
        return new StoryLetter(delivery.queuedAt(), delivery.template(), addressed ? delivery.recipient().value() : null,
                delivery.state(), delivery.attempts(), delivery.nextAttemptAt(), delivery.finishedAt(),
                delivery.problem(), technical(delivery), delivery.readable() && mayOpen(delivery) ? delivery.id() : null);
    }

    private @Nullable String technical(Delivery delivery) {
        return reader == Viewpoint.PROCESS_MANAGER ? delivery.lastError() : null;
    }

    /** To the reader's house or about it. What a letter tells the other house's people about their licenses is neither. */
    boolean mayOpen(Delivery delivery) {
        return isTold(delivery) && (isAddressTold(delivery) || TO_DISTRIBUTOR.contains(delivery.template())
                || REVOKED.equals(delivery.template()));
    }

    /** Whether the letter names somebody of the other house, whom the reader need not know. */
    boolean isNameless(Delivery delivery) {
        return !isAddressTold(delivery);
    }

    private boolean isTold(Delivery delivery) {
        String template = delivery.template();
        // One that was called back, nobody has got.
        return delivery.state() != Delivery.State.WITHDRAWN && switch (reader) {
            case PROCESS_MANAGER, SALES -> true;
            case SUPPLIER -> !template.equals(OVERDUE);
            // A letter to an address that was wrong went to a stranger.
            case DISTRIBUTOR -> TO_INVITEE.contains(template) && (isColleague(delivery)
                    || delivery.recipient().equals(invited)) || TO_DISTRIBUTOR.contains(template)
                    || template.equals(REGISTERED) || isColleague(delivery)
                    && (template.equals(TO_BOTH) || ABOUT_NEWCOMER.contains(template));
        };
    }

    private boolean isAddressTold(Delivery delivery) {
        if (reader != Viewpoint.SUPPLIER) {
            return true;
        }
        // The invitee's address is the one that the supplier gave.
        String template = delivery.template();
        boolean givenBySupplier = TO_INVITEE.contains(template)
                && (!template.equals(REVOKED) || delivery.recipient().equals(invited));
        return givenBySupplier || TO_INVITER.contains(template) || OF_REGISTRATION.contains(template)
                || isColleague(delivery);
    }

    private boolean isColleague(Delivery delivery) {
        return colleagues.contains(delivery.recipient().value());
    }
}
