package com.texchange.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.ConsoleMessage;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;

/**
 * The installed Chromium, for tests that click through pages as a person would. Each {@link #person} has cookies of its
 * own. Closing fails the test if a page has written an error to its console.
 */
public final class Browser implements AutoCloseable {

    /** Names another browser than the ones found by themselves: {@code -Dbrowser.path=...}. */
    public static final String PATH_PROPERTY = "browser.path";
    /** The one without windows comes first: it draws the same and costs less. */
    private static final List<Path> KNOWN_PATHS = List.of(Path.of("/usr/bin/chromium-headless-shell"),
            Path.of("/usr/bin/chromium"),
            Path.of("/usr/bin/chromium-browser"), Path.of("/usr/bin/google-chrome"),
            Path.of("/Applications/Google Chrome.app/Contents/MacOS/Google Chrome"),
            Path.of("C:/Program Files/Google/Chrome/Application/chrome.exe"));
    /** Nothing but the pages under test shall be asked for, root may start it, and no process draws beside the one that would wait for it. */
    private static final List<String> ARGUMENTS = List.of("--no-sandbox", "--disable-gpu", "--in-process-gpu", "--disable-quic",
            "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync");
    private final Playwright playwright;
    private final com.microsoft.playwright.Browser chromium;
    private final List<String> consoleErrors = new CopyOnWriteArrayList<>();

    private Browser(Path executable) {
        playwright = Playwright.create(new Playwright.CreateOptions()
                .setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        chromium = playwright.chromium().launch(new BrowserType.LaunchOptions()
                .setExecutablePath(executable).setArgs(ARGUMENTS));
    }

    /** Starts it; where none is installed, the test is skipped. */
    public static Browser start() {
        Optional<Path> executable = executable();
        assumeTrue(executable.isPresent(), "No Chromium found; install one or name it with -D" + PATH_PROPERTY);
        return new Browser(executable.orElseThrow());
    }

    /**
     * A page of somebody new.
     *
     * @param baseUrl  what addresses that begin with a slash are relative to
     * @param language the browser's own, e.g. {@code ru}
     */
    public Page person(String baseUrl, String language) {
        return person(new com.microsoft.playwright.Browser.NewContextOptions()
                .setBaseURL(baseUrl).setLocale(language).setTimezoneId("Europe/Moscow").setViewportSize(1280, 800));
    }

    /** A page of somebody new at a device of one's own description. */
    public Page person(com.microsoft.playwright.Browser.NewContextOptions options) {
        BrowserContext context = chromium.newContext(options);
        context.onConsoleMessage(this::note);
        context.onWebError(error -> consoleErrors.add(error.error()));
        return context.newPage();
    }

    /** Everybody leaves; open pages would go on to be drawn and pushed to. */
    public void empty() {
        chromium.contexts().forEach(BrowserContext::close);
    }

    /** For a test that provokes errors on purpose: what the consoles said so far, which is then forgotten. */
    public List<String> takeConsoleErrors() {
        List<String> errors = List.copyOf(consoleErrors);
        consoleErrors.clear();
        return errors;
    }

    @Override
    public void close() {
        playwright.close();
        assertThat(consoleErrors).as("errors on the browser's console").isEmpty();
    }

    private void note(ConsoleMessage message) {
        if (message.type().equals("error")) {
            consoleErrors.add(message.text() + " (" + message.location() + ")");
        }
    }

    private static Optional<Path> executable() {
        String named = System.getProperty(PATH_PROPERTY);
        return named == null
                ? KNOWN_PATHS.stream().filter(Files::isExecutable).findFirst()
                : Stream.of(Path.of(named)).filter(Files::isExecutable).findFirst();
    }
}
