package com.texchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.jar.JarFile;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The jar that this build has packed, as somebody would start it or hand it on. */
class PackedJarIT {

    private static final String LIBRARIES = "BOOT-INF/lib/";
    /** Comes with Spring Boot's way of packing and is no dependency. */
    private static final String UNPACKER = "spring-boot-jarmode-tools-";
    /** They allow use in production and handing on, if the list goes along. Of several, one may be chosen. */
    private static final Set<String> GRANTED = Set.of("Apache-2.0", "MIT", "MIT-0", "BSD-2-Clause", "BSD-3-Clause",
            "EDL-1.0", "EPL-2.0", "Bouncy Castle Licence");
    /** Production needs a contract with Camunda, or is limited. */
    private static final Set<String> CAMUNDA = Set.of("Camunda License v1.0", "Zeebe Community License v1.1");
    /** As the build lists it: (license) (or another) name (group:artifact:version - address). */
    private static final Pattern LINE = Pattern.compile("(?m)^ +((?:\\([^()]+\\) )+).*\\((\\S+):(\\S+):(\\S+) - .*\\)$");
    private static final String LIST = "META-INF/sbom/application.cdx.json";
    private static final Pattern PACKAGE = Pattern.compile("\"pkg:maven/[^/]+/([^@]+)@([^?\"]+)[?\"]");
    private static final Pattern BROWSERS = Pattern.compile("^META-INF/resources/libraries/[^/]+/");

    private JarFile jar;

    @BeforeEach
    void open() throws IOException {
        jar = new JarFile(System.getProperty("packed.jar"));
    }

    @AfterEach
    void close() throws IOException {
        jar.close();
    }

    @Test
    void itBeginsWithAClassThatItHas() throws IOException {
        String first = jar.getManifest().getMainAttributes().getValue("Start-Class");

        assertThat(first).isEqualTo(TExchangeApplication.class.getName());
        assertThat(jar.getEntry("BOOT-INF/classes/" + first.replace('.', '/') + ".class")).isNotNull();
    }

    @Test
    void itNamesEachLibraryThatItHasWithALicenseThatAllowsProduction() throws IOException {
        List<Library> listed = listed(new String(jar.getInputStream(jar.getEntry("META-INF/THIRD-PARTY.txt")).readAllBytes(),
                StandardCharsets.UTF_8));

        assertThat(libraries()).hasSizeGreaterThan(100)
                .allSatisfy(file -> assertThat(listed).as(file).anyMatch(library -> library.isIn(file)));
        assertThat(listed).allSatisfy(library -> assertThat(library.licenses()).as(library.artifact())
                .containsAnyElementsOf(GRANTED));
    }

    @Test
    void itsListForScannersHasTheSameLibraries() throws IOException {
        assumeFalse("offline: true".equals(System.getProperty("packed.offline")), "Maven makes it only with a network");
        String list = new String(jar.getInputStream(jar.getEntry(LIST)).readAllBytes(), StandardCharsets.UTF_8);

        assertThat(list).contains("\"bomFormat\" : \"CycloneDX\"").doesNotContain("junit", "zeebe-workflow-engine");
        Set<String> listed = PACKAGE.matcher(list).results().map(found -> found.group(1) + '-' + found.group(2)).collect(Collectors.toSet());
        assertThat(libraries()).allSatisfy(file -> assertThat(listed).as(file).anyMatch(library ->
                file.matches(Pattern.quote(library) + "(-[a-z].*)?\\.jar")));
    }

    @Test
    void theBrowsersLibrariesBringTheirLicenses() {
        Set<String> folders = jar.stream().map(entry -> BROWSERS.matcher(entry.getName())).filter(Matcher::find).map(Matcher::group)
                .collect(Collectors.toSet());

        assertThat(folders).hasSizeGreaterThan(1).allSatisfy(folder -> assertThat(jar.getEntry(folder + "LICENSE")).isNotNull());
    }

    @Test
    void itHasNoLibraryOfTheEngineThatIsNotForProduction() throws IOException {
        List<Library> engine = engine();

        assertThat(engine).extracting(Library::artifact).contains("zeebe-process-test-engine", "zeebe-workflow-engine");
        assertThat(libraries()).allSatisfy(file -> assertThat(engine).as(file).noneMatch(library -> library.isIn(file)));
    }

    @Test
    void theLicensesPageNamesEachOfThem() throws IOException {
        String page = Files.readString(Path.of("docs/licenses.md"));

        assertThat(engine()).allSatisfy(library -> assertThat(page.lines())
                .as(library.artifact()).anyMatch(line -> line.contains('`' + library.artifact() + '`')
                        && line.contains(library.licenses().iterator().next().replace(" v", " "))));
    }

    private List<String> libraries() {
        return jar.stream().map(entry -> entry.getName())
                .filter(name -> name.startsWith(LIBRARIES) && name.endsWith(".jar"))
                .map(name -> name.substring(LIBRARIES.length()))
                .filter(name -> !name.startsWith(UNPACKER)).toList();
    }

    private static List<Library> engine() throws IOException {
        return listed(Files.readString(Path.of(System.getProperty("packed.jar")).resolveSibling("THIRD-PARTY-OF-TESTS.txt")))
                .stream().filter(library -> library.licenses().stream().anyMatch(CAMUNDA::contains)).toList();
    }

    private static List<Library> listed(String file) {
        List<Library> libraries = LINE.matcher(file).results().map(Library::of).toList();
        assertThat(file).startsWith("\nLists of " + libraries.size() + " third-party");
        return libraries;
    }

    private record Library(Set<String> licenses, String artifact, String version) {

        static Library of(MatchResult line) {
            Set<String> licenses = Pattern.compile("\\(([^()]+)\\)").matcher(line.group(1)).results()
                    .map(license -> license.group(1)).collect(Collectors.toSet());
            return new Library(licenses, line.group(3), line.group(4));
        }

        boolean isIn(String file) {
            return file.matches(Pattern.quote(artifact + '-' + version) + "(-[a-z].*)?\\.jar");
        }
    }
}
