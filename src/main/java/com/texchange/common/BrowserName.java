package com.texchange.common;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a browser says it is, as far as a person needs it to know the own ones again: browser and system by their names. Browsers
 * name their forebears, so that the order counts; whatever they claim, nothing but this list depends on it.
 */
public final class BrowserName {

    private static final Map<String, String> BROWSERS = inOrder("YaBrowser/", "Yandex Browser", "Edg", "Edge", "OPR/", "Opera",
            "SamsungBrowser/", "Samsung Internet", "Firefox/", "Firefox", "FxiOS/", "Firefox", "CriOS/", "Chrome", "Chrome", "Chrome",
            "Safari/", "Safari");
    private static final Map<String, String> SYSTEMS = inOrder("Android", "Android", "iPhone", "iPhone", "iPad", "iPad",
            "Windows", "Windows", "CrOS", "ChromeOS", "Mac OS X", "macOS", "Linux", "Linux");

    private BrowserName() {
    }

    /** @return empty for one that is not known */
    public static String of(@Nullable String userAgent) {
        String text = Objects.requireNonNullElse(userAgent, "");
        return Stream.of(first(BROWSERS, text), first(SYSTEMS, text)).filter(name -> !name.isEmpty()).collect(Collectors.joining(", "));
    }

    private static String first(Map<String, String> names, String text) {
        return names.entrySet().stream().filter(name -> text.contains(name.getKey())).map(Map.Entry::getValue).findFirst().orElse("");
    }

    private static Map<String, String> inOrder(String... pairs) {
        Map<String, String> names = new LinkedHashMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            names.put(pairs[i], pairs[i + 1]);
        }
        return names;
    }
}
