package com.texchange.operations;


/**
 * How much is under way, late or waiting, as PostgreSQL knows it.
 *
 * @param registrations  requests without an invitation; the others belong to an onboarding
 * @param orders         orders outside an onboarding
 * @param queuedLetters  letters that are not out yet
 * @param troubledLetters how many of them the mail server did not take at least once
 * @param failedLetters  letters of the last days that were given up
 */
public record Figures(int onboardings, int registrations, int orders, int lateTasks, int queuedLetters,
        int troubledLetters, int failedLetters) {

    /** Letters that a person should know of. */
    public int letters() {
        return queuedLetters + failedLetters;
    }
}
