package com.texchange;

import static org.assertj.core.api.Assertions.assertThat;

import com.texchange.tables.TableLimits;
import io.camunda.security.configuration.ConfiguredAuthorization;
import io.camunda.security.configuration.SecurityConfiguration;
import io.camunda.zeebe.protocol.record.value.AuthorizationResourceType;
import io.camunda.zeebe.protocol.record.value.PermissionType;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.RecordComponent;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.env.MutablePropertySources;
import org.springframework.core.env.SystemEnvironmentPropertySource;
import org.springframework.core.type.filter.AnnotationTypeFilter;
import org.springframework.util.ClassUtils;
import org.yaml.snakeyaml.Yaml;
import tools.jackson.databind.json.JsonMapper;

/** What can be known of {@code docker-compose.yml} without Docker. */
class DockerComposeTest {

    private static final String APPLICATION = "t-exchange";
    private static final Pattern SECRET = Pattern.compile(".*(PASSWORD|SECRET|TOKEN|_AUTH)");
    private static final Pattern REQUIRED = Pattern.compile("(t-exchange:)?\\$\\{[A-Z_]+:\\?[^}]+}");
    private static final Pattern VARIABLE = Pattern.compile("\\$\\{([A-Z_]+)(?::-([^}]*)|:\\?[^}]*)}");
    private static final Pattern SIZE = Pattern.compile("(\\d+)([mg])");
    private final Map<String, Map<String, Object>> services = map(load(Path.of("docker-compose.yml")), "services");

    @Test
    void everySecretComesFromTheEnvironmentOrNothingStarts() {
        services.keySet().forEach(service -> environment(service).forEach((name, value) -> {
            if (SECRET.matcher(name).matches() && !value.equals("true")) {
                assertThat(value).as(service + ": " + name).matches(REQUIRED);
            }
        }));
        assertThat(read(Path.of("docker-compose.yml"))).contains("_PASSWORD:?");
    }

    @Test
    void everyServiceHasAHealthCheckAndComesBackAfterAFailure() {
        assertThat(services).hasSize(4).allSatisfy((name, service) -> {
            assertThat(map(service, "healthcheck").get("test")).asInstanceOf(InstanceOfAssertFactories.LIST)
                    .isNotEmpty();
            assertThat(service).containsEntry("restart", "unless-stopped");
        });
    }

    @Test
    void theApplicationWaitsUntilTheOthersAreWell() {
        Map<String, Object> waits = map(services.get(APPLICATION), "depends_on");

        Set<String> others = new HashSet<>(services.keySet());
        others.remove(APPLICATION);
        assertThat(waits.keySet()).isEqualTo(others);
        assertThat(waits.values()).allSatisfy(how -> assertThat(how).isEqualTo(Map.of("condition", "service_healthy")));
    }

    @Test
    void theApplicationsVariablesAreItsProperties() {
        Set<String> known = Stream.concat(ownProperties(), libraryProperties()).map(DockerComposeTest::variable)
                .collect(Collectors.toSet());

        assertThat(environment(APPLICATION).keySet()).filteredOn(name -> !name.equals("TZ") && !name.equals("JAVA_TOOL_OPTIONS"))
                .allSatisfy(name -> assertThat(known).as(name).anyMatch(property -> name.equals(property)
                        || property.equals("SPRING_MAIL_PROPERTIES") && name.startsWith(property + "_")));
    }

    /** What lies in {@code /tmp} there is memory of the container: more than there is room for would end the application. */
    @Test
    void theLargestTablesHaveRoomBesideTheHeap() {
        long files = megabytes(services.get(APPLICATION).get("tmpfs"));
        long heap = megabytes(environment(APPLICATION).get("JAVA_TOOL_OPTIONS"));

        assertThat(files * 1024 * 1024).isGreaterThan(3 * TableLimits.LARGE.bytes());
        assertThat(megabytes(services.get(APPLICATION).get("mem_limit")) - heap - files).isGreaterThanOrEqualTo(512);
    }

    /** That of the JVM is the log's: nobody reads times by it. */
    @Test
    void theClockThatIsSetIsTheOperators() {
        assertThat(environment(APPLICATION).get("TEXCHANGE_OPERATOR_TIMEZONE")).isEqualTo("${TZ:-Europe/Moscow}")
                .isEqualTo(environment(APPLICATION).get("TZ"));
    }

    @Test
    void theExampleNamesEveryVariableAndHoldsNoSecret() {
        Map<String, String> example = read(Path.of(".env.example")).lines().filter(line -> line.matches("[A-Z_]+=.*"))
                .collect(Collectors.toMap(line -> line.substring(0, line.indexOf('=')),
                        line -> line.substring(line.indexOf('=') + 1)));
        Set<String> used = VARIABLE.matcher(read(Path.of("docker-compose.yml"))).results()
                .map(match -> match.group(1)).collect(Collectors.toSet());

        assertThat(example.keySet()).isEqualTo(used);
        assertThat(example).allSatisfy((name, value) ->
                assertThat(SECRET.matcher(name).matches() && !value.isEmpty()).as(name).isFalse());
    }

    /** By the classes of 8.8: those of 8.9 are not to be had, but only add to them. */
    @Test
    void camundaIsProtectedAndLetsTheApplicationDoItsWork() {
        SecurityConfiguration security = bind(environment("camunda"), "camunda.security", SecurityConfiguration.class);

        assertThat(security.isApiProtected()).isTrue();
        assertThat(security.getAuthorizations().isEnabled()).isTrue();
        assertThat(security.getInitialization().getUsers()).hasSize(2).allSatisfy(user ->
                assertThat(user.getPassword()).isNotBlank());
        assertThat(security.getInitialization().getDefaultRoles()).containsOnlyKeys("admin");
        List<ConfiguredAuthorization> granted = security.getInitialization().getAuthorizations();
        assertThat(granted).extracting(ConfiguredAuthorization::ownerId)
                .containsOnly(environment(APPLICATION).get("TEXCHANGE_CAMUNDA_BASIC_USERNAME"));
        assertThat(granted.stream().collect(Collectors.toMap(ConfiguredAuthorization::resourceType,
                ConfiguredAuthorization::permissions))).isEqualTo(Map.of(
                        AuthorizationResourceType.RESOURCE, Set.of(PermissionType.CREATE),
                        AuthorizationResourceType.MESSAGE, Set.of(PermissionType.CREATE),
                        AuthorizationResourceType.PROCESS_DEFINITION, Set.of(PermissionType.CREATE_PROCESS_INSTANCE,
                                PermissionType.READ_PROCESS_INSTANCE, PermissionType.UPDATE_PROCESS_INSTANCE,
                                PermissionType.UPDATE_USER_TASK)));
    }

    private static long megabytes(@Nullable Object size) {
        MatchResult amount = SIZE.matcher(String.valueOf(size)).results().findFirst().orElseThrow();
        return Long.parseLong(amount.group(1)) * (amount.group(2).equals("g") ? 1024 : 1);
    }

    private Map<String, String> environment(String service) {
        return map(services.get(service), "environment").entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, entry -> String.valueOf(entry.getValue())));
    }

    /** As Spring Boot reads environment variables. */
    private static <T> T bind(Map<String, String> environment, String prefix, Class<T> type) {
        Map<String, Object> values = environment.entrySet().stream().collect(Collectors.toMap(Map.Entry::getKey,
                entry -> VARIABLE.matcher(entry.getValue()).replaceAll(variable ->
                        variable.group(2) == null ? "given" : variable.group(2))));
        MutablePropertySources sources = new MutablePropertySources();
        sources.addFirst(new SystemEnvironmentPropertySource("test-systemEnvironment", values));
        return new Binder(ConfigurationPropertySources.from(sources)).bind(prefix, type).get();
    }

    private static Stream<String> ownProperties() {
        ClassPathScanningCandidateComponentProvider scan = new ClassPathScanningCandidateComponentProvider(false);
        scan.addIncludeFilter(new AnnotationTypeFilter(ConfigurationProperties.class));
        return scan.findCandidateComponents("com.texchange").stream().flatMap(found -> {
            Class<?> type = ClassUtils.resolveClassName(found.getBeanClassName(), null);
            return properties(type.getAnnotation(ConfigurationProperties.class).value(), type);
        });
    }

    private static Stream<String> properties(String prefix, Class<?> type) {
        return type.isRecord()
                ? Stream.of(type.getRecordComponents()).flatMap(part -> properties(prefix + "." + part.getName(), part))
                : Stream.of(prefix);
    }

    private static Stream<String> properties(String name, RecordComponent part) {
        return properties(name, part.getType());
    }

    /** From the descriptions that the libraries carry for editors. */
    private static Stream<String> libraryProperties() {
        Set<String> names = new TreeSet<>();
        try {
            for (URL url : Collections.list(ClassLoader.getSystemResources("META-INF/spring-configuration-metadata.json"))) {
                try (InputStream json = url.openStream()) {
                    JsonMapper.shared().readTree(json).path("properties")
                            .forEach(property -> names.add(property.path("name").stringValue()));
                }
            }
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        return names.stream();
    }

    /** A property's name as an environment variable. */
    private static String variable(String property) {
        return property.replace(".", "_").replace("-", "").toUpperCase(Locale.ROOT);
    }

    private static Map<String, Object> load(Path file) {
        return new Yaml().load(read(file));
    }

    @SuppressWarnings("unchecked")
    private static <T> Map<String, T> map(Map<String, ?> parent, String key) {
        return (Map<String, T>) parent.get(key);
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new AssertionError("cannot read " + file, e);
        }
    }
}
