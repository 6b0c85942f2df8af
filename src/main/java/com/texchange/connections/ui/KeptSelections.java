package com.texchange.connections.ui;

import com.vaadin.flow.server.VaadinSession;
import java.io.Serializable;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Selections of a person's session that are too long for an address, by keys that stand there instead: the last few, as the words
 * that the address would have.
 */
final class KeptSelections implements Serializable {

    /** Ten thousand licenses take 230 KB. */
    private static final int MOST = 4;
    private static final int KEY_BYTES = 9;
    private static final SecureRandom RANDOM = new SecureRandom();
    private final LinkedHashMap<String, ArrayList<String>> texts = new LinkedHashMap<>();

    private KeptSelections() {
    }

    static KeptSelections ofSession() {
        VaadinSession session = VaadinSession.getCurrent();
        KeptSelections there = session.getAttribute(KeptSelections.class);
        if (there == null) {
            there = new KeptSelections();
            session.setAttribute(KeptSelections.class, there);
        }
        return there;
    }

    /**
     * @param key what was selected before on the same page; null for nothing
     * @return the key, which no other session has
     */
    String keep(@Nullable String key, List<String> selection) {
        String name = key == null ? random() : key;
        texts.remove(name);
        texts.put(name, new ArrayList<>(selection));
        while (texts.size() > MOST) {
            texts.pollFirstEntry();
        }
        return name;
    }

    /** Empty where it was pushed out by later ones, or kept by another session. */
    Optional<List<String>> find(String key) {
        return Optional.ofNullable(texts.get(key)).map(List::copyOf);
    }

    private static String random() {
        byte[] bytes = new byte[KEY_BYTES];
        RANDOM.nextBytes(bytes);
        return Base64.getUrlEncoder().encodeToString(bytes);
    }
}
