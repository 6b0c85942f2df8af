package com.texchange.common.ui;

import com.texchange.common.Actor;
import com.vaadin.flow.component.Component;

/**
 * What a module contributes to the home page, as a bean. The page shows the parts of all the person's roles, one below the
 * other; each reads what it shows by bounded, indexed queries.
 */
public interface HomePart {

    /** Parts with lower numbers stand above; what a person has to do comes before what is good to know. */
    int order();

    /** Whether the person's roles are those that it is meant for. */
    boolean suits(Actor actor);

    /**
     * The part for one page, best a {@link HomeSection}. It keeps itself up to date with {@link LiveUpdates}, at most once
     * a second however much changes.
     */
    Component create(Actor actor);
}
