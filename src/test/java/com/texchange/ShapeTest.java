package com.texchange;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.router.Route;
import java.io.IOException;
import java.lang.reflect.Constructor;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.type.filter.AnnotationTypeFilter;

/** What keeps the code one that a reader finds the way in: no module swallows it, no class or constructor grows without end. */
class ShapeTest {

    private static final Path SOURCES = Path.of("src/main/java/com/texchange");
    private static final double LARGEST_SHARE = 0.15;
    private static final int LONGEST_CLASS = 258;
    private static final int MOST_PARAMETERS = 8;

    @Test
    void noModuleHoldsMoreThanItsShareOfTheLines() {
        Map<String, Long> lines = sources().collect(Collectors.groupingBy(
                file -> SOURCES.relativize(file).getName(0).toString(), Collectors.summingLong(ShapeTest::lines)));
        long all = lines.values().stream().mapToLong(Long::longValue).sum();

        assertThat(lines).hasSizeGreaterThan(10).allSatisfy((module, count) ->
                assertThat((double) count / all).as("share of " + module).isLessThanOrEqualTo(LARGEST_SHARE));
    }

    @Test
    void noClassIsLongerThanTheLongestOnceWas() {
        assertThat(sources().toList()).allSatisfy(file -> assertThat(lines(file)).isLessThanOrEqualTo(LONGEST_CLASS));
    }

    @Test
    void noBeanNeedsMoreThanItCanBeAboutOneThing() throws ClassNotFoundException {
        ClassPathScanningCandidateComponentProvider beans = new ClassPathScanningCandidateComponentProvider(true);
        beans.addIncludeFilter(new AnnotationTypeFilter(Route.class));
        List<BeanDefinition> found = beans.findCandidateComponents("com.texchange").stream()
                .filter(bean -> !String.valueOf(bean.getSource()).contains("test-classes")).toList();

        assertThat(found).hasSizeGreaterThan(50);
        for (BeanDefinition bean : found) {
            assertThat(Arrays.stream(Class.forName(bean.getBeanClassName()).getDeclaredConstructors())
                    .map(Constructor::getParameterCount))
                    .as(bean.getBeanClassName()).allSatisfy(count -> assertThat(count).isLessThanOrEqualTo(MOST_PARAMETERS));
        }
    }

    private static Stream<Path> sources() {
        try (Stream<Path> files = Files.walk(SOURCES)) {
            return files.filter(file -> file.toString().endsWith(".java")).toList().stream();
        } catch (IOException e) {
            throw new AssertionError("cannot walk " + SOURCES, e);
        }
    }

    private static long lines(Path file) {
        try (Stream<String> lines = Files.lines(file)) {
            return lines.count();
        } catch (IOException e) {
            throw new AssertionError("cannot read " + file, e);
        }
    }
}
