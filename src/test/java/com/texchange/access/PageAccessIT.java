package com.texchange.access;

import static org.assertj.core.api.Assertions.assertThat;

import com.texchange.testing.IntegrationTest;
import com.texchange.testing.Page;
import com.texchange.testing.SignedIn;
import com.vaadin.flow.router.HasErrorParameter;
import com.vaadin.flow.router.RouteConfiguration;
import com.vaadin.flow.router.RouteData;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.web.servlet.mvc.method.RequestMappingInfoHandlerMapping;

/** Every address is opened by everybody, also by who is not signed in, and opens for those whom {@code access/pages.txt} declares. */
@IntegrationTest
class PageAccessIT extends Page {

    private static final Pattern SAMPLE = Pattern.compile("\\{[^}]*}");
    /** To the sign-in page. */
    private static final int FOUND = 302;
    private static final String START = "agreement";
    /** So many denials of one address are soon summed up by the audit, and other tests come from the usual one. */
    private static final String ELSEWHERE = "203.0.113.86";
    private static final HttpClient STRANGER = HttpClient.newHttpClient();
    @Autowired
    ApplicationContext services;
    @LocalServerPort
    int port;

    @Test
    void everyAddressOpensForThoseWhomTheTableDeclares() {
        Map<String, String> declared = AccessTable.declared("pages.txt");
        Business business = new Business(services);
        Map<String, String> samples = Map.ofEntries(Map.entry("{onboarding}", business.connected.toString()),
                Map.entry("{invited}", business.invited.toString()), Map.entry("{order}", business.suppliersOrder.toString()),
                Map.entry("{license}", business.license.id().toString()), Map.entry("{batch}", business.batch.toString()),
                Map.entry("{load}", business.load.toString()), Map.entry("{list}", business.reconciliation.toString()),
                Map.entry("{company}", business.suppliers().toString()), Map.entry("{task}", String.valueOf(business.acceptTask)),
                Map.entry("{section}", "late"), Map.entry("{role}", "supplier"), Map.entry("{letter}", business.anyLetter()));
        Map<String, String> observed = new TreeMap<>();
        // Person by person: the frame around the pages is drawn once for each.
        for (Caller caller : Caller.values()) {
            comingFrom(ELSEWHERE, () -> {
                SignedIn.as(business.person(caller), "ru");
                open(START);
                declared.keySet().stream().filter(PageAccessIT::isPage).forEach(address -> observed.merge(address,
                        opens(filled(address, samples)) ? "+" : "-", String::concat));
            });
        }
        declared.keySet().forEach(address -> observed.merge(address,
                ofStranger(isPage(address) ? filled(address, samples) : address.substring(1)), String::concat));
        business.end();
        AccessTable.write("pages.txt", observed);

        assertThat(observed).isEqualTo(declared);
    }

    @Test
    void everyAddressIsDeclared() {
        Set<String> declared = AccessTable.declared("pages.txt").keySet().stream().map(address -> SAMPLE.matcher(address).replaceAll("{}"))
                .collect(Collectors.toSet());
        Set<String> there = RouteConfiguration.forApplicationScope().getAvailableRoutes().stream()
                .filter(route -> !route.getNavigationTarget().getPackageName().equals("com.texchange.demo"))
                .flatMap(PageAccessIT::addresses).collect(Collectors.toCollection(TreeSet::new));
        services.getBeansOfType(RequestMappingInfoHandlerMapping.class).values().stream()
                .flatMap(mapping -> mapping.getHandlerMethods().keySet().stream()).flatMap(mapping -> mapping.getPatternValues().stream())
                .forEach(there::add);

        assertThat(declared).containsExactlyInAnyOrderElementsOf(there);
    }

    /** The page itself, and with its parameter. */
    private static Stream<String> addresses(RouteData route) {
        String template = route.getTemplate();
        String withParameter = template.replaceAll(":[^/]*", "{}");
        return template.matches(".*:[^/]*[?*](\\(.*\\))?") ? Stream.of(template.replaceAll("/?:[^/]*$", ""), withParameter).map(PageAccessIT::home)
                : Stream.of(home(withParameter));
    }

    private static String home(String address) {
        return address.isEmpty() ? "(home)" : address;
    }

    private static String filled(String address, Map<String, String> samples) {
        return address.equals("(home)") ? "" : SAMPLE.matcher(address).replaceAll(sample -> samples.get(sample.group()));
    }

    private static boolean isPage(String address) {
        return !address.startsWith("/");
    }

    /** Where it leads on at once, to a page that is open already, that stays: after a denial it is another one again. */
    private boolean opens(String address) {
        open(address);
        boolean opened = !(getCurrentView() instanceof HasErrorParameter);
        if (!opened) {
            open(START);
        }
        return opened;
    }

    /** Who is not signed in is led to the sign-in. */
    private String ofStranger(String address) {
        try {
            return STRANGER.send(HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/" + address))
                    .header("Accept", "text/html").build(), HttpResponse.BodyHandlers.discarding()).statusCode() == FOUND ? "-" : "+";
        } catch (IOException | InterruptedException e) {
            throw new AssertionError(address, e);
        }
    }
}
