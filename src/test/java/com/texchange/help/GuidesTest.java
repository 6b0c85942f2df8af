package com.texchange.help;

import static org.assertj.core.api.Assertions.assertThat;

import com.texchange.common.Languages;
import com.texchange.common.Role;
import com.texchange.common.Routes;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.type.filter.AnnotationTypeFilter;

class GuidesTest {

    private static final Path RESOURCES = Path.of("src/main/resources");
    private static final Path PICTURES = RESOURCES.resolve("META-INF/resources");
    private static final int MAX_PICTURE = 120_000;
    private static final Pattern BOLD = Pattern.compile("\\*\\*(.+?)\\*\\*");
    private static final Pattern QUOTED = Pattern.compile("[«“]([^»”]+)[»”]");
    /** Pages that only lead to others, and the guide itself. */
    private static final Set<String> UNEXPLAINED = Set.of(Routes.EXCHANGE_ENTRY, Routes.BATCHES, Routes.HELP);
    private static final Pattern PICTURE = Pattern.compile("!\\[([^\\]]*)]\\(([^)]+)\\)");
    private final Guides guides = new Guides();

    @ParameterizedTest
    @MethodSource("guides")
    void wordsOnButtonsAreTheInterfacesOwn(Role role, Locale language) throws IOException {
        String text = text(role, language);
        Set<String> words = words(language);

        assertThat(found(BOLD, text)).isNotEmpty()
                // A list item may begin in bold as a heading of its own: it ends with a full stop.
                .filteredOn(label -> !label.endsWith("."))
                .isSubsetOf(words);
        assertThat(found(QUOTED, text)).isSubsetOf(Stream.concat(words.stream(), Stream.of("+", "−", "Мобильной торговли"))
                .collect(Collectors.toSet()));
    }

    @ParameterizedTest
    @MethodSource("guides")
    void picturesAreThereSmallAndDescribed(Role role, Locale language) throws IOException {
        List<MatchResult> pictures = PICTURE.matcher(text(role, language)).results().toList();

        assertThat(pictures).hasSizeBetween(3, 6).allSatisfy(picture -> {
            assertThat(picture.group(1)).isNotBlank();
            assertThat(picture.group(2)).matches("pictures/help/" + Guides.name(role) + "-[a-z-]+-" + language + "\\.png");
            assertThat(PICTURES.resolve(picture.group(2))).isRegularFile()
                    .satisfies(file -> assertThat(Files.size(file)).isLessThan(MAX_PICTURE));
        });
    }

    @ParameterizedTest
    @MethodSource("guides")
    void bothLanguagesHaveTheSameSections(Role role, Locale language) {
        assertThat(ids(role, language)).doesNotHaveDuplicates().contains("start", "home", "trouble")
                .isEqualTo(ids(role, Languages.ENGLISH));
    }

    /** All that have «?» at their top, be they in the menu or not. */
    @Test
    void everyPageIsExplainedToEveryoneWhoCanOpenIt() {
        List<Class<? extends Component>> explained = pages().stream().filter(page -> !UNEXPLAINED.contains(route(page))).toList();

        assertThat(explained).hasSizeGreaterThan(25).allSatisfy(page -> {
            String route = route(page);
            assertThat(PageSections.of(route)).as(route).isPresent();
            assertThat(rolesOf(page)).allSatisfy(role -> assertThat(ids(role, Languages.ENGLISH)).as(role + " " + route)
                    .contains(PageSections.of(route).orElseThrow()));
        });
    }

    @Test
    void theLongestRouteCounts() {
        assertThat(PageSections.of("licenses/load")).contains("load");
        assertThat(PageSections.of("exchange/distributors/0f2c6a52")).contains("distributors");
        assertThat(PageSections.of("tasksomething")).isEmpty();
    }

    static Stream<Arguments> guides() {
        return Arrays.stream(Role.values()).flatMap(role -> Languages.ALL.stream().map(locale -> Arguments.of(role, locale)));
    }

    /** Without what follows it, as the link to the guide names it. */
    private static String route(Class<?> page) {
        return page.getAnnotation(Route.class).value().replaceFirst("/?:.*$", "");
    }

    private static List<Class<? extends Component>> pages() {
        ClassPathScanningCandidateComponentProvider scanner = new ClassPathScanningCandidateComponentProvider(false);
        scanner.addIncludeFilter(new AnnotationTypeFilter(Route.class));
        return scanner.findCandidateComponents("com.texchange").stream().map(found -> found.getBeanClassName())
                .filter(name -> !name.startsWith("com.texchange.demo."))
                .<Class<? extends Component>>map(GuidesTest::load)
                .filter(page -> page.getAnnotation(Route.class).autoLayout()).toList();
    }

    private static Class<? extends Component> load(String name) {
        try {
            return Class.forName(name).asSubclass(Component.class);
        } catch (ClassNotFoundException e) {
            throw new AssertionError(e);
        }
    }

    private static Collection<Role> rolesOf(Class<?> page) {
        RolesAllowed allowed = page.getAnnotation(RolesAllowed.class);
        return allowed == null ? List.of(Role.values())
                : Arrays.stream(allowed.value()).map(Role::valueOf).toList();
    }

    private List<String> ids(Role role, Locale language) {
        return guides.of(role, language).sections().stream().map(Document.Section::id).toList();
    }

    private static String text(Role role, Locale language) throws IOException {
        return Files.readString(RESOURCES.resolve("help/" + Guides.name(role) + "_" + language + ".md"));
    }

    private static List<String> found(Pattern pattern, String text) {
        return pattern.matcher(text).results().map(match -> match.group(1)).distinct().toList();
    }

    private static Set<String> words(Locale language) throws IOException {
        try (Stream<Path> files = Files.list(RESOURCES.resolve("messages"))) {
            return files.filter(file -> file.toString().endsWith("_ru.properties") == language.equals(Languages.RUSSIAN))
                    .flatMap(GuidesTest::texts).collect(Collectors.toSet());
        }
    }

    private static Stream<String> texts(Path bundle) {
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(bundle)) {
            properties.load(reader);
        } catch (IOException e) {
            throw new AssertionError("cannot read " + bundle, e);
        }
        return properties.values().stream().map(String.class::cast);
    }
}
