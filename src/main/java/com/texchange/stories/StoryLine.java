package com.texchange.stories;

import java.time.Instant;

/** One line of an onboarding's story, in the detail that its reader may see. */
public sealed interface StoryLine permits StoryStep, StoryLetter {

    /** Who takes the steps of an onboarding; {@code SYSTEM} stands for what happens by itself. */
    enum Side {
        SUPPLIER, DISTRIBUTOR, SALES, SYSTEM
    }

    Instant at();

    /** Whose step it was. */
    Side by();
}
