package com.texchange.common;

import static org.assertj.core.api.Assertions.assertThat;

import com.texchange.testing.ProductClasses;
import com.tngtech.archunit.core.domain.JavaClass;
import jakarta.validation.Constraint;
import jakarta.validation.Valid;
import jakarta.validation.Validation;
import jakarta.validation.Validator;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Parameter;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hibernate.validator.messageinterpolation.ParameterMessageInterpolator;
import org.junit.jupiter.api.Test;
import org.springframework.stereotype.Component;
import org.springframework.validation.annotation.Validated;

/** Every text that a service takes to keep is one line of a bounded length; those that it takes for something else are named here. */
class TextsOfServicesTest {

    private static final List<String> HOSTILE = List.of("a\r\nBcc: b@example.com", "a\nb", "a\rb", "a\0b", "a\u0085b", "a\u2028b", "a\u202eb", "a\u2066b",
            "x".repeat(20_001));
    private static final List<String> NO_ADDRESSES = List.of("a@example.com, b@example.com", "a@example.com;b@example.com",
            "a@example.com\r\nBcc: b@example.com", "\"a b\"@example.com", "\"a@b\"@example.com", "a@example.com\0",
            "a".repeat(250) + "@example.com", "<script>@example.com", "${7*7}@", "@example.com", "a@b@example.com");
    /** Compared and not kept: what is typed into searches, secrets, ids, passwords. Comments ("text") are checked where they are kept. */
    private static final Set<String> COMPARED = Set.of("agent", "answer", "code", "elementId", "id", "list", "numberOrCode", "password", "seen", "template",
            "text", "token", "typed", "words");

    private final Validator validator = Validation.byDefaultProvider().configure().messageInterpolator(new ParameterMessageInterpolator())
            .buildValidatorFactory().getValidator();

    @Test
    void everyTextIsCheckedOrIsCompared() {
        Set<String> unchecked = new TreeSet<>();
        parameters().filter(parameter -> parameter.getType() == String.class && !isChecked(parameter.getAnnotations()))
                .map(Parameter::getName).forEach(unchecked::add);

        assertThat(unchecked).isEqualTo(new TreeSet<>(COMPARED));
    }

    @Test
    void whatBelongsTogetherIsCheckedPartByPart() {
        Set<Class<?>> records = parameters().filter(parameter -> parameter.isAnnotationPresent(Valid.class)).map(Parameter::getType)
                .filter(Class::isRecord).collect(Collectors.toSet());
        assertThat(records).hasSizeGreaterThan(5).allSatisfy(record -> Arrays.stream(record.getRecordComponents())
                .filter(part -> part.getType() == String.class).forEach(part -> {
                    boolean isAddress = part.getAccessor().isAnnotationPresent(ValidEmail.class);
                    for (String text : isAddress ? NO_ADDRESSES : HOSTILE) {
                        assertThat(validator.validateValue(record, part.getName(), text)).as(record.getSimpleName() + "." + part.getName() + " " + text)
                                .isNotEmpty();
                    }
                }));
    }

    /** Marks that an address is pasted with are no part of it. */
    @Test
    void noMarkOfDirectionStaysInAnAddress() {
        assertThat(EmailAddress.parse("a\u202e@example.com").map(EmailAddress::value).orElse("")).doesNotContain("\u202e");
        assertThat(EmailAddress.parse("\u2066a@example.com\u2069").map(EmailAddress::value).orElse("")).doesNotContain("\u2066", "\u2069");
    }

    private static Stream<Parameter> parameters() {
        return ProductClasses.all().stream()
                .filter(type -> type.isMetaAnnotatedWith(Component.class) || type.isAnnotatedWith(Component.class)).filter(TextsOfServicesTest::isService)
                .map(JavaClass::reflect).filter(type -> type.isAnnotationPresent(Validated.class) || takesWhatPeopleType(type))
                .flatMap(type -> Arrays.stream(type.getDeclaredMethods()))
                .filter(method -> Modifier.isPublic(method.getModifiers()) && !method.isSynthetic() && takesAnActor(method))
                .flatMap(method -> Arrays.stream(method.getParameters()));
    }

    private static boolean takesWhatPeopleType(Class<?> type) {
        return Arrays.stream(type.getDeclaredMethods()).anyMatch(TextsOfServicesTest::takesAnActor);
    }

    private static boolean takesAnActor(Method method) {
        return Arrays.asList(method.getParameterTypes()).contains(Actor.class);
    }

    private static boolean isService(JavaClass type) {
        return !type.getPackageName().endsWith(".ui") && type.getModifiers().contains(com.tngtech.archunit.core.domain.JavaModifier.PUBLIC);
    }

    private static boolean isChecked(Annotation[] annotations) {
        return Arrays.stream(annotations).anyMatch(annotation -> annotation.annotationType() == SingleLine.class
                || annotation.annotationType() == ValidEmail.class) && Arrays.stream(annotations)
                .anyMatch(annotation -> annotation.annotationType().isAnnotationPresent(Constraint.class));
    }
}
