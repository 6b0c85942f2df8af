package com.texchange.faults.random;

import java.util.Random;

/**
 * What the people of one onboarding are going to do, drawn before it begins.
 *
 * @param newcomer  without an account, so that the sales department has to register it first
 * @param hasty     decides as soon as the stage allows it, without waiting until the engine has offered the task
 * @param delegated lets the supplier manage its licenses
 * @param licenses  how many licenses are chosen
 * @param blocked   how many of them cannot be connected at first
 * @param retry     tries the refused ones again, when they can be connected, or leaves them out
 */
record Plan(boolean newcomer, Ending ending, boolean hasty, boolean delegated, int licenses, int blocked,
        boolean retry) {

    static final int MOST_LICENSES = 3;

    /** How an onboarding is meant to end. */
    enum Ending {
        CONNECTS, DECLINES,
        /** The supplier revokes the invitation before anybody follows the link, or after. */
        REVOKED_UNREAD, REVOKED_LATE,
        /** The sales department rejects the newcomer. */
        REJECTED,
        /** Nobody follows the link; nobody looks at the registration; the distributor does not decide. */
        UNREAD, UNREGISTERED, UNDECIDED,
        /** Accepts and never chooses licenses: waits on its task. */
        DAWDLES;

        boolean needsNewcomer() {
            return this == REJECTED || this == UNREGISTERED;
        }

        /** Whether only the invitation's expiry ends it. */
        boolean expires() {
            return this == UNREAD || this == UNREGISTERED || this == UNDECIDED;
        }
    }

    static Plan draw(Random random) {
        // Half of them go all the way.
        Ending ending = random.nextBoolean() ? Ending.CONNECTS
                : Ending.values()[random.nextInt(Ending.values().length)];
        int licenses = 1 + random.nextInt(MOST_LICENSES);
        int blocked = random.nextInt(3) == 0 ? 1 + random.nextInt(licenses) : 0;
        return new Plan(ending.needsNewcomer() || random.nextInt(3) == 0, ending, random.nextBoolean(),
                random.nextBoolean(), licenses, blocked, random.nextBoolean());
    }
}
