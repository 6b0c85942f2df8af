package com.texchange;

import static org.assertj.core.api.Assertions.assertThat;

import com.texchange.testing.ProductClasses;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaFieldAccess.AccessType;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the application's own code neither calls nor reads. Tests do not count: what only they need stands with them. */
class UsedCodeTest {

    private static final Set<String> OF_EVERY_OBJECT = Set.of("equals", "hashCode", "toString");
    /** The quick start opens accounts whose passwords are in the README; it stands with the tests, which use it too. */
    private static final Set<String> OF_QUICK_START =
            Set.of("com.texchange.accounts.Accounts.setPassword(com.texchange.common.AccountId, java.lang.String)",
                    "com.texchange.licenses.Licenses.load(java.util.List)");
    /** By which pages know a row, or what they have told, again: read by comparing them. */
    private static final Set<String> KEYS_OF_ROWS = Set.of("com.texchange.operations.LateTask.key",
            "com.texchange.operations.StuckLetter.id", "com.texchange.process.RetryOutcome.incidentKey",
            "com.texchange.process.RetryOutcome.finishedAt");

    private final JavaClasses code = ProductClasses.all();
    /** Letters read values by their names. */
    private final String templates = templates();

    @Test
    void everyMethodIsCalled() {
        Set<String> unused = new TreeSet<>();
        code.stream().filter(type -> !type.isAnnotation()).flatMap(type -> type.getMethods().stream())
                .filter(method -> !isForOthers(method) && !isAccessor(method) && isUnused(method.getAccessesToSelf(), method))
                .forEach(method -> unused.add(method.getFullName()));

        assertThat(unused).isEqualTo(OF_QUICK_START);
    }

    @Test
    void everyComponentOfARecordIsRead() {
        Set<String> unread = new TreeSet<>();
        code.stream().filter(JavaClass::isRecord).flatMap(type -> type.getFields().stream())
                .filter(field -> !field.getModifiers().contains(JavaModifier.STATIC))
                .filter(field -> !isRead(field))
                .forEach(field -> unread.add(field.getFullName()));

        assertThat(unread).isEqualTo(KEYS_OF_ROWS);
    }

    private boolean isRead(JavaField component) {
        JavaMethod accessor = component.getOwner().getMethod(component.getName());
        return !isUnused(accessor.getAccessesToSelf(), accessor) || isOfSupertype(accessor)
                || templates.contains("." + component.getName())
                || component.getAccessesToSelf().stream()
                        .anyMatch(access -> access.getAccessType() == AccessType.GET
                                && !access.getOrigin().equals(accessor));
    }

    private static boolean isUnused(Set<? extends JavaAccess<?>> accesses, JavaMethod method) {
        return accesses.stream().allMatch(access -> access.getOrigin().equals(method)) && method.getReferencesToSelf().isEmpty();
    }

    /** The frameworks', the compiler's and the supertypes'. */
    private static boolean isForOthers(JavaMethod method) {
        JavaClass type = method.getOwner();
        return !method.getAnnotations().isEmpty() || method.getName().contains("$") || OF_EVERY_OBJECT.contains(method.getName())
                || method.getName().equals("main") || method.getModifiers().contains(JavaModifier.SYNTHETIC)
                || type.isEnum() && Set.of("values", "valueOf").contains(method.getName())
                || isOfSupertype(method);
    }

    private static boolean isOfSupertype(JavaMethod method) {
        JavaClass type = method.getOwner();
        return Stream.concat(type.getAllRawSuperclasses().stream(), type.getAllRawInterfaces().stream())
                .flatMap(above -> above.getMethods().stream())
                .anyMatch(above -> above.getName().equals(method.getName())
                        && above.getRawParameterTypes().size() == method.getRawParameterTypes().size());
    }

    private static boolean isAccessor(JavaMethod method) {
        return method.getOwner().isRecord() && method.getRawParameterTypes().isEmpty()
                && method.getOwner().tryGetField(method.getName()).isPresent();
    }

    private static String templates() {
        try (Stream<Path> files = Files.walk(Path.of("src/main/resources/templates"))) {
            return files.filter(Files::isRegularFile).map(UsedCodeTest::read).collect(Collectors.joining());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
