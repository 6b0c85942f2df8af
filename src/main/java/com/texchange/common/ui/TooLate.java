package com.texchange.common.ui;

import com.texchange.common.TooLateException;

/** A window about what has ended since it was opened is left: with its message, and with a page behind it that shows how things stand. */
public final class TooLate {

    private TooLate() {
    }

    /**
     * Takes a step of a window.
     *
     * @param leave if it is too late for the step: closes the window, and has the page read anew what that does not hear by itself
     */
    public static void orLeave(Runnable step, Runnable leave) {
        try {
            step.run();
        } catch (TooLateException late) {
            leave.run();
            Notices.refused(late);
        }
    }
}
