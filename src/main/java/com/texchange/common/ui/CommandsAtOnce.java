package com.texchange.common.ui;

import com.texchange.common.AccountId;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;

/**
 * How many long commands of pages work in the database at once. Each has a connection as long as it takes, and clicks need some, too: pages of
 * one list that are open at many colleagues, or windows that somebody opens again and again, would leave none. Whoever comes next waits, without a
 * connection, first for the person's own and then for others: so nobody waits for all that one person has begun.
 */
final class CommandsAtOnce {

    static final CommandsAtOnce OF_INSTANCE = new CommandsAtOnce();
    static final int OF_ALL = 4;
    static final int OF_ONE = 2;

    private final Semaphore all = new Semaphore(OF_ALL, true);
    private final Map<AccountId, Turns> byPerson = new ConcurrentHashMap<>();

    /** Of one person, as long as there is any command of it. */
    private static final class Turns {

        private final Semaphore own = new Semaphore(OF_ONE, true);
        private int commands;
    }

    <T> T inTurn(AccountId person, Supplier<T> command) {
        Turns turns = come(person);
        try {
            return with(turns.own, () -> with(all, command));
        } finally {
            leave(person);
        }
    }

    private Turns come(AccountId person) {
        return byPerson.compute(person, (id, known) -> {
            Turns turns = known == null ? new Turns() : known;
            turns.commands++;
            return turns;
        });
    }

    private void leave(AccountId person) {
        byPerson.computeIfPresent(person, (id, turns) -> {
            turns.commands--;
            return turns.commands == 0 ? null : turns;
        });
    }

    private static <T> T with(Semaphore places, Supplier<T> command) {
        places.acquireUninterruptibly();
        try {
            return command.get();
        } finally {
            places.release();
        }
    }
}
