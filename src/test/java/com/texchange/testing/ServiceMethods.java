package com.texchange.testing;

import com.texchange.common.Actor;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The public methods of the product's services, and what they call, however far down. */
public final class ServiceMethods {

    private static final JavaClasses CODE = ProductClasses.all();

    private ServiceMethods() {
    }

    /** Those that may change something. */
    public static Stream<JavaMethod> changing() {
        return CODE.stream().filter(type -> type.getModifiers().contains(JavaModifier.PUBLIC))
                .filter(type -> type.isAnnotatedWith(Service.class) || type.isAnnotatedWith(Component.class))
                .filter(type -> !type.getPackageName().contains(".ui"))
                .flatMap(type -> type.getMethods().stream())
                .filter(method -> method.getModifiers().contains(JavaModifier.PUBLIC)
                        && !method.getModifiers().contains(JavaModifier.SYNTHETIC) && !method.getModifiers().contains(JavaModifier.STATIC))
                .filter(ServiceMethods::mayChange);
    }

    private static boolean mayChange(JavaMethod method) {
        Transactional transactional = method.isAnnotatedWith(Transactional.class) ? method.getAnnotationOfType(Transactional.class)
                : method.getOwner().isAnnotatedWith(Transactional.class) ? method.getOwner().getAnnotationOfType(Transactional.class) : null;
        return transactional != null ? !transactional.readOnly() : isOfPerson(method);
    }

    /** Whether a person's own act, rather than a step of the system. */
    public static boolean isOfPerson(JavaMethod method) {
        return method.getRawParameterTypes().stream().anyMatch(type -> type.isEquivalentTo(Actor.class));
    }

    /** Whether the method, or what it calls, is so. */
    public static boolean comesTo(JavaMethod method, Predicate<JavaCodeUnit> wanted) {
        Deque<JavaCodeUnit> open = new ArrayDeque<>(Set.of(method));
        Set<JavaCodeUnit> seen = new HashSet<>();
        while (!open.isEmpty()) {
            JavaCodeUnit unit = open.pop();
            if (seen.add(unit)) {
                if (wanted.test(unit)) {
                    return true;
                }
                called(unit).forEach(open::push);
            }
        }
        return false;
    }

    /** What of the product's own the method itself calls, or hands on to be called. */
    public static Stream<JavaCodeUnit> called(JavaCodeUnit unit) {
        return Stream.concat(unit.getCallsFromSelf().stream().map(call -> call.getTarget().resolveMember()),
                unit.getCodeUnitReferencesFromSelf().stream().map(reference -> reference.getTarget().resolveMember()))
                .flatMap(target -> target.stream()).map(JavaCodeUnit.class::cast)
                .filter(target -> target.getOwner().getPackageName().startsWith("com.texchange"));
    }

    /** As lists of exceptions have it. */
    public static String name(JavaMethod method) {
        return method.getOwner().getSimpleName() + "." + method.getName();
    }
}
