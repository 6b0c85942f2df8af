package com.texchange.access;

import static org.assertj.core.api.Assertions.assertThat;

import com.texchange.testing.ProductClasses;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.vaadin.flow.component.Component;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * A service's method that takes no person cannot refuse one. Each has its reason in {@code access/without-person.txt}; those that only
 * other services call are called by no page.
 */
class WithoutPersonTest {

    private static final String OTHER_SERVICES = "only other services and workers call it, which have decided before";
    private final JavaClasses code = ProductClasses.all();
    private final Map<String, Set<String>> declared = declared();

    @Test
    void eachHasItsReason() {
        Set<String> all = declared.values().stream().flatMap(Set::stream).collect(Collectors.toSet());

        Set<String> there = withoutPerson().map(WithoutPersonTest::name).collect(Collectors.toCollection(TreeSet::new));
        assertThat(there).isEqualTo(new TreeSet<>(all));
    }

    @Test
    void noPageCallsWhatOtherServicesDecide() {
        Set<String> called = withoutPerson().filter(WithoutPersonTest::isCalledByPages).map(WithoutPersonTest::name).collect(Collectors.toSet());
        Set<String> forPages = new HashSet<>();
        declared.forEach((reason, methods) -> {
            if (!reason.equals(OTHER_SERVICES)) {
                forPages.addAll(methods);
            }
        });

        assertThat(declared).containsKey(OTHER_SERVICES);
        assertThat(forPages).containsAll(called);
    }

    private Stream<JavaMethod> withoutPerson() {
        return code.stream().filter(type -> type.getModifiers().contains(JavaModifier.PUBLIC) && !isPage(type))
                .filter(type -> type.isMetaAnnotatedWith(org.springframework.stereotype.Component.class)
                        || type.isAnnotatedWith(org.springframework.stereotype.Component.class))
                .flatMap(type -> type.getMethods().stream())
                .filter(method -> method.getModifiers().contains(JavaModifier.PUBLIC)
                        && !method.getModifiers().contains(JavaModifier.SYNTHETIC) && !method.getModifiers().contains(JavaModifier.STATIC))
                .filter(method -> !ServiceAccessIT.asksAPerson(method.reflect()));
    }

    private static boolean isCalledByPages(JavaMethod method) {
        return Stream.concat(method.getCallsOfSelf().stream().map(call -> call.getOriginOwner()),
                method.getReferencesToSelf().stream().map(reference -> reference.getOriginOwner())).anyMatch(WithoutPersonTest::isPage);
    }

    private static boolean isPage(JavaClass type) {
        return type.getPackageName().endsWith(".ui") || type.getPackageName().endsWith(".shell") || type.isAssignableTo(Component.class);
    }

    private static String name(JavaMethod method) {
        return method.getOwner().getName().replace("com.texchange.", "") + "." + method.getName();
    }

    /** By reason; overloads share a line. */
    private static Map<String, Set<String>> declared() {
        Map<String, Set<String>> byReason = new HashMap<>();
        for (String part : AccessTable.lines("without-person.txt").split("(?m)^## ")) {
            String[] lines = part.strip().split("\n");
            if (!lines[0].startsWith("#")) {
                byReason.put(lines[0].strip(), Arrays.stream(lines).skip(1).map(String::strip).filter(line -> !line.isEmpty())
                        .collect(Collectors.toSet()));
            }
        }
        return byReason;
    }
}
