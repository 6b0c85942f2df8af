package com.texchange.connections.ui;

import com.texchange.common.ui.Notices;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.router.QueryParameters;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What is selected in a list, as its address has it: {@code selected=<licenses>} in the words of {@link SelectionText}. Browsers,
 * servers and mail programs cut addresses that are long; then the session keeps the words, and the address has {@code kept=<key>},
 * which works in every tab of the session, and nowhere else.
 */
public final class SelectionAddress {

    private static final String SELECTED = "selected";
    private static final String KEPT = "kept";
    /** Some 85 licenses that were chosen one by one. */
    private static final int MOST_CHARACTERS = 2_000;
    private final Supplier<List<String>> selected;
    private final Consumer<List<String>> restore;
    /** Of this page alone: the same selection that is open elsewhere stays as it is there. */
    private @Nullable String key;

    /**
     * @param selected the words for what is selected; none for nothing
     * @param restore  selects what the words say, and nothing else
     */
    public SelectionAddress(Supplier<List<String>> selected, Consumer<List<String>> restore) {
        this.selected = selected;
        this.restore = restore;
    }

    Map<String, List<String>> parameters() {
        List<String> words = selected.get();
        if (words.stream().mapToInt(String::length).sum() <= MOST_CHARACTERS) {
            return words.isEmpty() ? Map.of() : Map.of(SELECTED, words);
        }
        key = KeptSelections.ofSession().keep(key, words);
        return Map.of(KEPT, List.of(key));
    }

    void read(QueryParameters address) {
        Optional<String> kept = address.getSingleParameter(KEPT);
        Optional<List<String>> words = kept.isPresent() ? KeptSelections.ofSession().find(kept.get())
                : Optional.of(address.getParameters(SELECTED));
        if (words.isEmpty()) {
            Notices.error(UI.getCurrent().getTranslation("connections.selection.forgotten"));
        }
        restore.accept(words.orElse(List.of()));
    }
}
