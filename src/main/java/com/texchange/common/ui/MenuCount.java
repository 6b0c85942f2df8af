package com.texchange.common.ui;

import com.texchange.common.Actor;
import com.texchange.common.Change;

/** A number that the menu shows beside an entry, as a bean of the module that the entry leads to. */
public interface MenuCount {

    /** The route of the entry, without a slash at the beginning. */
    String path();

    /** Whether the person's roles are those that it is meant for. */
    boolean suits(Actor actor);

    /** By one bounded and indexed query, as it is read with every page; nothing is shown for 0. */
    int count(Actor actor);

    /** Key of the message that says to a screen reader what is counted; its argument {0} is the number. */
    String messageKey();

    /** Whether the number may be another one after this change. */
    boolean concerns(Change change, Actor actor);
}
