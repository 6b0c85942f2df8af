package com.texchange.common.ui;

import com.texchange.common.Actor;
import com.texchange.common.Change;
import com.texchange.common.ChangeFeed;
import com.texchange.common.Role;
import com.vaadin.flow.component.Component;
import java.time.Duration;
import java.util.function.BiFunction;
import java.util.function.BiPredicate;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What a module contributes to the home page, as a bean. The page shows the parts of all the person's roles, one below the
 * other; each reads what it shows by bounded, indexed queries.
 *
 * @param order   parts with lower numbers stand above; what a person has to do comes before what is good to know
 * @param role    who is shown it; null for everybody
 * @param factory makes the part for one page
 */
public record HomePart(int order, @Nullable Role role, BiFunction<Actor, ChangeFeed, Component> factory) {

    /** However much changes, a part is not read more often. */
    private static final Duration PAUSE = Duration.ofSeconds(1);

    /** A part that stays as it is while the page is open. */
    public static HomePart of(int order, Role role, Function<Actor, Component> create) {
        return new HomePart(order, role, (actor, feed) -> create.apply(actor));
    }

    /** The same for people of any role. */
    public static HomePart ofEverybody(int order, Function<Actor, Component> create) {
        return new HomePart(order, null, (actor, feed) -> create.apply(actor));
    }

    /**
     * A part that keeps itself up to date.
     *
     * @param create  makes the part, best a {@link HomeSection}, with nothing read yet
     * @param changes which changes it may have to be read anew for
     * @param refresh reads it, for the first time too
     */
    public static <C extends Component> HomePart of(int order, Role role, Function<Actor, C> create,
            BiPredicate<Change, Actor> changes, Consumer<C> refresh) {
        return new HomePart(order, role, (actor, feed) -> {
            C part = create.apply(actor);
            LiveUpdates.follow(part, feed, change -> changes.test(change, actor), PAUSE, () -> refresh.accept(part));
            refresh.accept(part);
            return part;
        });
    }

    public boolean isFor(Actor actor) {
        return role == null || actor.has(role);
    }

    /** The part for one page of a person. */
    public Component create(Actor actor, ChangeFeed feed) {
        return factory.apply(actor, feed);
    }
}
