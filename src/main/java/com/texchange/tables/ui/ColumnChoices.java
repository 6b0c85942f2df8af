package com.texchange.tables.ui;

import com.texchange.common.RefusedException;
import com.texchange.common.ui.Notices;
import com.texchange.tables.Accounting;
import com.texchange.tables.ColumnMapping;
import com.texchange.tables.MappedTable;
import com.texchange.tables.TableColumn;
import com.texchange.tables.TableRow;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.select.Select;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Which column of a table is which, to look at and to change, and where each of its lines has gone. */
final class ColumnChoices<C extends Enum<C> & TableColumn> extends Composite<Div> {

    /** A heading further below is recognized, but not offered. */
    private static final int OFFERED_ROWS = 20;
    private static final int LABEL_LENGTH = 32;
    private static final int ROW_LENGTH = 70;

    private final Consumer<MappedTable<C>> changed;
    private final Select<Integer> heading = new Select<>();
    private final Map<C, Select<Integer>> places = new LinkedHashMap<>();
    private final Div fields = new Div();
    private final Paragraph accounting = new Paragraph();
    private final Paragraph unused = new Paragraph();
    private @Nullable MappedTable<C> table;
    /** While the fields are being filled, their changes are not the person's. */
    private boolean filling;

    ColumnChoices(Consumer<MappedTable<C>> changed) {
        this.changed = changed;
        heading.setLabel(getTranslation("tables.heading"));
        heading.addValueChangeListener(change -> change(current -> current.withHeading(orNone(change.getValue()))));
        fields.addClassName("table-columns");
        accounting.getElement().setAttribute("role", "status");
        accounting.addClassName("table-accounting");
        unused.addClassName("hint");
        getContent().addClassName("table-choices");
        getContent().add(heading, fields, accounting, unused);
    }

    private static int orNone(@Nullable Integer place) {
        return Objects.requireNonNullElse(place, ColumnMapping.NONE);
    }

    /** Shows a table as it was recognized and hands it on. */
    void show(MappedTable<C> recognized) {
        places.clear();
        fields.removeAll();
        recognized.columns().forEach(this::addField);
        fill(recognized);
        changed.accept(recognized);
    }

    /** Keeps nothing of the table: a long one is a file, of which a person has few. */
    void forget() {
        List<Integer> none = List.of();
        table = null;
        places.clear();
        fields.removeAll();
        heading.setItemLabelGenerator(row -> getTranslation("tables.noHeading"));
        heading.setItems(none);
    }

    private void addField(C column) {
        Select<Integer> place = new Select<>();
        place.setLabel(getTranslation(column.key()));
        if (column.required()) {
            RequiredMark.on(place);
        }
        place.setErrorMessage(getTranslation("tables.choose"));
        place.addValueChangeListener(change -> change(current -> current.with(column, orNone(change.getValue()))));
        places.put(column, place);
        fields.add(place);
    }

    private interface Change<C extends Enum<C> & TableColumn> {

        MappedTable<C> of(MappedTable<C> table);
    }

    private void change(Change<C> change) {
        if (filling || table == null) {
            return;
        }
        try {
            MappedTable<C> other = change.of(table);
            fill(other);
            changed.accept(other);
        } catch (RefusedException refusal) {
            fill(table);
            Notices.refused(refusal);
        }
    }

    private void fill(MappedTable<C> current) {
        filling = true;
        table = current;
        fillHeading(current);
        places.forEach((column, place) -> fillPlace(current, column, place));
        Accounting lines = current.accounting();
        accounting.setText(getTranslation(lines.continued() == 0 ? "tables.accounting"
                : "tables.accountingContinued", lines.lines(), lines.rows(), lines.headings(), lines.empty(),
                lines.continued()));
        unused.setText(getTranslation("tables.unused", current.unused().stream().map(place -> label(current, place))
                .collect(Collectors.joining(" · "))));
        unused.setVisible(!current.unused().isEmpty());
        filling = false;
    }

    private void fillHeading(MappedTable<C> current) {
        int offered = Math.min(OFFERED_ROWS, current.table().rows().size() - 1);
        int last = Math.max(offered, current.mapping().heading() + 1);
        heading.setItemLabelGenerator(row -> row == null ? getTranslation("tables.noHeading") : rowLabel(current, row));
        heading.setItems(IntStream.range(0, last).boxed().toList());
        heading.setEmptySelectionAllowed(true);
        heading.setEmptySelectionCaption(getTranslation("tables.noHeading"));
        heading.setValue(current.mapping().heading() == ColumnMapping.NONE ? null : current.mapping().heading());
    }

    private String rowLabel(MappedTable<C> current, int index) {
        TableRow row = current.table().rows().get(index);
        return getTranslation("tables.line", String.valueOf(row.line()), cut(row.cells().stream()
                .map(cell -> cell.text().strip()).filter(text -> !text.isEmpty()).collect(Collectors.joining(" · ")), ROW_LENGTH));
    }

    private void fillPlace(MappedTable<C> current, C column, Select<Integer> place) {
        Integer chosen = current.mapping().places().get(column);
        place.setItemLabelGenerator(index -> index == null ? getTranslation("tables.noColumn")
                : label(current, index));
        place.setItems(IntStream.range(0, current.table().width()).boxed().toList());
        place.setEmptySelectionAllowed(!column.required());
        place.setEmptySelectionCaption(getTranslation("tables.noColumn"));
        place.setValue(chosen);
        place.setHelperText(chosen == null || current.heading(chosen).isEmpty() ? null : sample(current, chosen));
        place.setInvalid(column.required() && chosen == null);
    }

    /** Its letter and what the heading calls it, or else what is in it. */
    private String label(MappedTable<C> current, int place) {
        String name = current.heading(place);
        return getTranslation("tables.column", letters(place), cut(name.isEmpty() ? current.sample(place) : name, LABEL_LENGTH));
    }

    private @Nullable String sample(MappedTable<C> current, int place) {
        String sample = current.sample(place);
        return sample.isEmpty() ? null : getTranslation("tables.sample", cut(sample, ROW_LENGTH));
    }

    private static String cut(String text, int length) {
        return text.length() > length ? text.substring(0, length - 1) + "…" : text;
    }

    /** As spreadsheet programs name columns: A to Z, then AA. */
    private static String letters(int place) {
        return (place < 26 ? "" : letters(place / 26 - 1)) + (char) ('A' + place % 26);
    }
}
