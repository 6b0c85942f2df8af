package com.texchange.access;

import com.texchange.common.Actor;
import com.texchange.common.RefusedException;
import java.util.Collection;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.security.access.AccessDeniedException;

/** What became of a call, in the tables' signs. */
enum Outcome {

    DONE('+'),
    /** Past the access: something else speaks against it. */
    REFUSED('~'),
    /** For this person there is nothing. */
    NOTHING('0'),
    DENIED('-'),
    /** Only reads. */
    READER('r'),
    /** Does not administer the company. */
    NO_ADMINISTRATOR('a');

    private final char sign;

    Outcome(char sign) {
        this.sign = sign;
    }

    char sign() {
        return sign;
    }

    /** @throws AssertionError if it failed by something that says nothing about access */
    static Outcome of(Throwable failure, String call) {
        return switch (failure) {
            case AccessDeniedException denied -> DENIED;
            case RefusedException refusal when refusal.messageKey().equals(Actor.ONLY_READS) -> READER;
            case RefusedException refusal when refusal.messageKey().equals(Actor.ADMINISTRATORS_ONLY) -> NO_ADMINISTRATOR;
            case RefusedException refusal -> REFUSED;
            case ConcurrencyFailureException meanwhile -> REFUSED;
            case NoSuchElementException none -> NOTHING;
            default -> throw new AssertionError(call, failure);
        };
    }

    static Outcome of(@Nullable Object result, boolean isVoid) {
        return isVoid || !isEmpty(result) ? DONE : NOTHING;
    }

    private static boolean isEmpty(@Nullable Object result) {
        return switch (result) {
            case null -> true;
            case Optional<?> one -> one.isEmpty();
            case Collection<?> some -> some.isEmpty();
            case Map<?, ?> some -> some.values().stream().allMatch(Outcome::isEmpty);
            case Number number -> number.longValue() == 0;
            case Boolean yes -> !yes;
            case String text -> text.isEmpty();
            case Record parts -> components(parts).allMatch(Outcome::isEmpty);
            default -> false;
        };
    }

    private static Stream<@Nullable Object> components(Record parts) {
        return Stream.of(parts.getClass().getRecordComponents()).map(component -> {
            try {
                component.getAccessor().setAccessible(true);
                return component.getAccessor().invoke(parts);
            } catch (ReflectiveOperationException e) {
                throw new AssertionError(e);
            }
        });
    }
}
