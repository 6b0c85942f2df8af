package com.texchange.accounts;

import java.time.Duration;

/** How many wrong passwords, or letters that others ask for, are let through: some at once, and then one in a while. */
enum TryBudget {

    /** One address, from browsers in which its owner never was. */
    ADDRESS(5, Duration.ofMinutes(1)),
    /** The same over a longer time: about a hundred a day. */
    ADDRESS_IN_ALL(100, Duration.ofMinutes(15)),
    /** A browser in which the person has signed in before. */
    BROWSER(5, Duration.ofMinutes(1)),
    BROWSER_IN_ALL(100, Duration.ofMinutes(15)),
    /** One line: an IPv4 address, or what is given to one line of IPv6; an office may stand behind it. */
    SOURCE(30, Duration.ofSeconds(30)),
    /** What is given to one site of IPv6: it holds many lines. */
    NETWORK(300, Duration.ofSeconds(3)),
    /** Letters that strangers of one source ask for; see {@link AskedForLetters}. */
    LETTERS(30, Duration.ofMinutes(1)),
    /** Letters to one address that people want to move to, which may be anybody's: three at once, then one in eight hours; see {@link AddressLetters}. */
    NEW_ADDRESS(3, Duration.ofHours(8)),
    /** People whom one company invites, or the operator: as many as it may have at once, and then one in five minutes; see {@link InvitedPeople}. */
    INVITED(ColleagueInvitations.MOST, Duration.ofMinutes(5)),
    /** Sign-ins through companies that came to nothing, of one source; see {@link TriesElsewhere}. */
    ELSEWHERE(60, Duration.ofSeconds(10)),
    /** What one company has other servers asked; see {@link TriesElsewhere}. */
    SERVERS(20, Duration.ofMinutes(1));

    private final int atOnce;
    private final Duration another;

    TryBudget(int atOnce, Duration another) {
        this.atOnce = atOnce;
        this.another = another;
    }

    int atOnce() {
        return atOnce;
    }

    /** After how long one more is let through. */
    Duration another() {
        return another;
    }

    /** After how long nothing is spent any more, whatever was. */
    Duration whole() {
        return another.multipliedBy(atOnce);
    }

    boolean isOfSource() {
        return this == SOURCE || this == NETWORK;
    }
}
