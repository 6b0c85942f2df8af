package com.texchange.mail.ui;

import com.texchange.common.Languages;
import com.texchange.mail.LetterPreviews;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import java.util.List;
import java.util.Locale;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Which letter, in which language, part, width and colors. */
class LetterControls extends Composite<Div> {

    private final Select<String> letter = new Select<>();
    private final Select<Locale> language;
    private final Select<Boolean> part;
    private final Select<Boolean> width;
    private final Select<Boolean> colors;
    private final Consumer<LetterChoice> onChoice;
    private @Nullable LetterChoice shown;

    LetterControls(Consumer<LetterChoice> onChoice) {
        this.onChoice = onChoice;
        letter.setLabel(getTranslation("letters.letter"));
        letter.addClassName("letter-select");
        letter.addValueChangeListener(change -> choose(LetterChoice::withTemplate, change.getValue()));
        language = select("letters.language", LetterChoice::withLanguage);
        language.setItems(Languages.RUSSIAN, Languages.ENGLISH);
        language.setItemLabelGenerator(item -> getTranslation("letters.language." + item.getLanguage()));
        part = pair("letters.part", "letters.part.html", "letters.part.text", LetterChoice::withPlain);
        width = pair("letters.width", "letters.width.desktop", "letters.width.phone", LetterChoice::withPhone);
        colors = pair("letters.colors", "letters.colors.light", "letters.colors.dark", LetterChoice::withDark);
        getContent().addClassName("letter-controls");
        getContent().add(letter, language, part, width, colors);
    }

    /** Shows what is chosen, without choosing it again. */
    void show(LetterChoice choice, List<LetterPreviews.Entry> letters) {
        shown = null;
        letter.setItems(letters.stream().map(LetterPreviews.Entry::template).toList());
        letter.setItemLabelGenerator(template -> letters.stream().filter(entry -> entry.template().equals(template))
                .map(LetterPreviews.Entry::subject).findFirst().orElse(template));
        letter.setValue(choice.template());
        language.setValue(choice.language());
        part.setValue(choice.plain());
        width.setValue(choice.phone());
        colors.setValue(choice.dark());
        width.setEnabled(!choice.plain());
        colors.setEnabled(!choice.plain());
        shown = choice;
    }

    private Select<Boolean> pair(String label, String no, String yes,
            BiFunction<LetterChoice, Boolean, LetterChoice> change) {
        Select<Boolean> select = select(label, change);
        select.setItems(false, true);
        select.setItemLabelGenerator(value -> getTranslation(value ? yes : no));
        return select;
    }

    private <T> Select<T> select(String label, BiFunction<LetterChoice, T, LetterChoice> change) {
        Select<T> select = new Select<>();
        select.setLabel(getTranslation(label));
        select.addValueChangeListener(event -> choose(change, event.getValue()));
        return select;
    }

    private <T> void choose(BiFunction<LetterChoice, T, LetterChoice> change, @Nullable T value) {
        LetterChoice before = shown;
        if (before == null || value == null) {
            return;
        }
        LetterChoice choice = change.apply(before, value);
        if (!choice.equals(before)) {
            onChoice.accept(choice);
        }
    }
}
