package com.texchange.common.ui;

import com.texchange.common.Actor;
import com.texchange.common.Change;
import com.texchange.common.Role;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.function.ToIntFunction;

/**
 * A number that the menu shows beside an entry, as a bean of the module that the entry leads to.
 *
 * @param path       the route of the entry, without a slash at the beginning
 * @param roles      who is shown it: everybody with one of them
 * @param number     counts by one bounded and indexed query, as it is read with every page; nothing is shown for 0, and nobody is told how
 *                   many more than {@link #MOST} there are
 * @param messageKey of the message that says to a screen reader what is counted; its argument {0} is the number, or that there are more
 * @param changes    after which changes the number may be another one
 */
public record MenuCount(String path, Set<Role> roles, ToIntFunction<Actor> number, String messageKey,
        BiPredicate<Change, Actor> changes) {

    /** The exact number of more does not help, and would not fit. */
    public static final int MOST = 999;

    public MenuCount {
        roles = Set.copyOf(roles);
    }

    /** For people of one role. */
    public static MenuCount of(String path, Role role, ToIntFunction<Actor> number, String messageKey,
            BiPredicate<Change, Actor> changes) {
        return new MenuCount(path, Set.of(role), number, messageKey, changes);
    }
}
