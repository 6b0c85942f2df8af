package com.texchange.common.ui;

import com.texchange.common.SearchWords;
import com.vaadin.flow.component.combobox.ComboBox;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A choice among many, searched like every list: by words anywhere in what is shown. It says so when nothing is found; an
 * empty list alone would look like one that is still coming.
 */
public final class SearchPicker<T> extends ComboBox<T> {

    /** Finds what can be chosen. */
    @FunctionalInterface
    public interface Source<T> {

        /** @param text as it was typed, possibly empty */
        List<T> find(String text, int offset, int limit);
    }

    private @Nullable String help;

    /** @param label translated */
    public SearchPicker(String label) {
        super(label);
        addValueChangeListener(change -> tell(false));
    }

    /** Stands there whenever the search has nothing to tell. */
    @Override
    public void setHelperText(@Nullable String text) {
        help = text;
        super.setHelperText(text);
    }

    private void tell(boolean nothingFound) {
        super.setHelperText(nothingFound ? getTranslation("common.nothingFound") : help);
    }

    /** What can be chosen, found page by page. */
    public void offer(Source<T> source) {
        setItems(query -> {
            String text = query.getFilter().orElse("");
            int offset = query.getOffset();
            List<T> found = source.find(text, offset, query.getLimit());
            if (offset == 0) {
                tell(found.isEmpty() && !text.isBlank());
            }
            return found.stream();
        });
    }

    /** Few enough to be at hand, in their order; to be called after the labels are known. */
    public void offer(List<T> items) {
        offer(items, item -> getItemLabelGenerator().apply(item));
    }

    /** @param text by which an item is found, where that is more than its label */
    public void offer(List<T> items, Function<T, String> text) {
        offer((typed, offset, limit) -> {
            SearchWords words = SearchWords.of(typed);
            Stream<T> found = items.stream().filter(item -> words.areIn(text.apply(item)));
            return found.skip(offset).limit(limit).toList();
        });
    }
}
