package com.texchange.access;

import static org.assertj.core.api.Assertions.assertThat;

import com.texchange.common.Actor;
import com.texchange.testing.IntegrationTest;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.util.ClassUtils;

/**
 * Every method of a service that takes a person is called as everybody, with the same business, and nothing of it stays. What happened
 * is what {@code access/services.txt} declares, and whoever is of another house reads nothing of this one.
 */
@IntegrationTest
class ServiceAccessIT {

    private static final char BY_CHANCE = '*';
    private static final String READ = "+0";
    @Autowired
    ApplicationContext services;
    @Autowired
    TransactionTemplate transaction;
    private final List<String> leaks = new ArrayList<>();

    @Test
    void everybodyDoesAndReadsWhatIsDeclaredAndNothingElse() {
        Business business = new Business(services);
        Set<String> walled = business.walled();
        Map<String, String> observed = new TreeMap<>();
        methods().forEach((method, service) -> observed.put(name(method), signs(method, service, business, walled)));
        business.end();
        AccessTable.write("services.txt", observed);

        assertThat(leaks).isEmpty();
        Map<String, String> declared = AccessTable.declared("services.txt");
        observed.replaceAll((method, signs) -> withChance(signs, declared.getOrDefault(method, signs)));
        assertThat(observed).hasSizeGreaterThan(200).isEqualTo(declared);
    }

    /** Where the table leaves it to chance whether there is something, that is no difference. */
    private static String withChance(String signs, String declared) {
        StringBuilder said = new StringBuilder(signs);
        for (int i = 0; i < Math.min(signs.length(), declared.length()); i++) {
            if (declared.charAt(i) == BY_CHANCE && READ.indexOf(signs.charAt(i)) >= 0) {
                said.setCharAt(i, BY_CHANCE);
            }
        }
        return said.toString();
    }

    private String signs(Method method, Object service, Business business, Set<String> walled) {
        return Stream.of(Caller.values()).map(caller -> String.valueOf(call(method, service, business, caller, walled).sign()))
                .collect(Collectors.joining());
    }

    private Outcome call(Method method, Object service, Business business, Caller caller, Set<String> walled) {
        Arguments arguments = new Arguments(business, services, caller, method);
        return Objects.requireNonNull(transaction.execute(status -> {
            status.setRollbackOnly();
            try {
                Object result = arguments.outcome(method.invoke(service, arguments.all()));
                if (caller.isForeign()) {
                    String text = String.valueOf(result);
                    walled.stream().filter(text::contains).forEach(word -> leaks.add(name(method) + " tells " + caller + " " + word));
                }
                return Outcome.of(result, arguments.isVoid());
            } catch (InvocationTargetException failure) {
                return Outcome.of(failure.getCause(), name(method) + " as " + caller);
            } catch (IllegalAccessException e) {
                throw new AssertionError(e);
            }
        }));
    }

    /** With their services. */
    private Map<Method, Object> methods() {
        Map<Method, Object> methods = new LinkedHashMap<>();
        for (String name : services.getBeanNamesForAnnotation(Component.class)) {
            Class<?> type = ClassUtils.getUserClass(Objects.requireNonNull(services.getType(name)));
            if (isOfTheProduct(type)) {
                Arrays.stream(type.getDeclaredMethods()).filter(ServiceAccessIT::takesAPerson)
                        .forEach(method -> methods.put(method, services.getBean(name)));
            }
        }
        return methods;
    }

    private static boolean isOfTheProduct(Class<?> type) {
        return type.getPackageName().startsWith("com.texchange.") && !type.getPackageName().endsWith(".ui") && Modifier.isPublic(type.getModifiers())
                && type.getProtectionDomain().getCodeSource().getLocation().getPath().endsWith("/classes/");
    }

    private static boolean takesAPerson(Method method) {
        return Modifier.isPublic(method.getModifiers()) && !method.isSynthetic() && !Modifier.isStatic(method.getModifiers())
                && asksAPerson(method);
    }

    /** A person who may be none is told of, and decides nothing. */
    static boolean asksAPerson(Method method) {
        return Arrays.stream(method.getParameters()).anyMatch(parameter -> parameter.getType() == Actor.class
                && !parameter.getAnnotatedType().isAnnotationPresent(Nullable.class));
    }

    private static String name(Method method) {
        return Arrays.stream(method.getParameterTypes()).map(Class::getSimpleName).collect(Collectors.joining(", ",
                method.getDeclaringClass().getName().replace("com.texchange.", "") + "." + method.getName() + "(", ")"));
    }
}
