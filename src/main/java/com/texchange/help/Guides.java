package com.texchange.help;

import com.texchange.common.Actor;
import com.texchange.common.Languages;
import com.texchange.common.Role;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Service;

/** The guides for users: one for each role and language, in {@code help/<role>_<language>.md}. */
@Service
public class Guides {

    private final Map<String, Document> read = new ConcurrentHashMap<>();

    /** The guide of a role, in the language that is closest to the wish. */
    public Document of(Role role, Locale wish) {
        String language = Languages.closest(List.of(wish)).getLanguage();
        return read.computeIfAbsent("help/" + name(role) + "_" + language + ".md", Guides::read);
    }

    /** Whose guides a person may read, the own ones first. The operator's people help everybody, so they read all. */
    public List<Role> readableBy(Actor actor) {
        List<Role> own = Arrays.stream(Role.values()).filter(actor::has).toList();
        if (!actor.hasOneOf(Set.of(Role.SALES, Role.PROCESS_MANAGER, Role.ADMINISTRATOR))) {
            return own;
        }
        return Stream.concat(own.stream(),
                Arrays.stream(Role.values()).filter(role -> !actor.has(role))).toList();
    }

    /** As it is written in addresses and names of files. */
    public static String name(Role role) {
        return role.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static Document read(String file) {
        try {
            return Document.parse(new ClassPathResource(file).getContentAsString(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException("no guide " + file, e);
        }
    }
}
