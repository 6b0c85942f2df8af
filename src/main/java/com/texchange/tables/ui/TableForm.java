package com.texchange.tables.ui;

import com.texchange.common.RefusedException;
import com.texchange.common.ui.Notices;
import com.texchange.common.ui.UnsavedInput;
import com.texchange.tables.MappedTable;
import com.texchange.tables.TableColumn;
import com.texchange.tables.TableFile;
import com.texchange.tables.TableLimits;
import com.texchange.tables.TableReading;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextArea;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Takes a table as a file or as pasted rows and shows how it was understood: which sheet or encoding, which column is
 * which, where each line has gone. All of that can be changed, and each change is handed on.
 */
public final class TableForm<C extends Enum<C> & TableColumn> extends Composite<Div> {

    private final Class<C> kind;
    private final transient TableLimits limits;
    private final Consumer<@Nullable MappedTable<C>> onTable;
    private final Div input = new Div();
    private final Div understood = new Div();
    private final TextArea pasted = new TextArea();
    private final H2 source = new H2();
    private final Select<TableReading> reading = new Select<>();
    private final ColumnChoices<C> columns;
    private boolean sheets;
    private boolean uploaded;

    /**
     * @param kind    the enum of the columns
     * @param limits  how much is taken
     * @param onTable hears of a table that can be used, and of null when there is none any more
     */
    public TableForm(Class<C> kind, TableLimits limits, Consumer<@Nullable MappedTable<C>> onTable) {
        this.kind = kind;
        this.limits = limits;
        this.onTable = onTable;
        this.columns = new ColumnChoices<>(table -> onTable.accept(table.missing().isEmpty() ? table : null));
        describeInput();
        describeReading();
        getContent().addClassName("table-form");
        getContent().add(input, understood);
        UnsavedInput.guard(this, () -> !pasted.isEmpty());
        UnsavedInput.guardNotKept(this, () -> uploaded && understood.isVisible());
        UnsavedInput.mark(pasted);
        pasted.addValueChangeListener(change -> UnsavedInput.changed());
        clear();
    }

    private void describeInput() {
        pasted.setLabel(getTranslation("tables.paste"));
        pasted.setHelperText(getTranslation("tables.hint", names(false), names(true), limits.rows()));
        pasted.setMaxLength(TableFile.MAX_CHARACTERS);
        pasted.setWidthFull();
        pasted.setMinRows(5);
        pasted.setMaxRows(12);
        Button check = new Button(getTranslation("tables.check"), click -> takePasted());
        check.addThemeVariants(ButtonVariant.PRIMARY);
        input.addClassName("table-input");
        input.add(new TableUpload(limits, this::takeUploaded), pasted, check);
    }

    private String names(boolean requiredOnly) {
        return Arrays.stream(kind.getEnumConstants()).filter(column -> column.required() || !requiredOnly)
                .map(column -> getTranslation(column.key())).collect(Collectors.joining(", "));
    }

    private void describeReading() {
        reading.setItemLabelGenerator(this::label);
        RequiredMark.on(reading);
        reading.setErrorMessage(getTranslation("tables.choose"));
        reading.addValueChangeListener(change -> read(change.getValue()));
        source.addClassName("section-title");
        Button other = new Button(getTranslation("tables.other"), click -> clear());
        other.addThemeVariants(ButtonVariant.TERTIARY);
        Div head = new Div(source, other);
        head.addClassName("table-source");
        understood.addClassNames("card", "table-understood");
        understood.add(head, reading, columns);
    }

    private String label(@Nullable TableReading choice) {
        if (choice == null) {
            return "";
        }
        String key = choice.hidden() ? "tables.hiddenSheet"
                : sheets ? "tables.sheetOf" : "tables.encodingOf";
        return getTranslation(key, choice.name(), choice.sample());
    }

    private void takeUploaded(String name, TableFile file) {
        uploaded = true;
        take(name, file);
    }

    private void takePasted() {
        uploaded = false;
        try {
            take(getTranslation("tables.pasted"), TableFile.pasted(pasted.getValue(), limits));
        } catch (RefusedException refusal) {
            Notices.refused(refusal);
        }
    }

    private void take(String name, TableFile file) {
        List<TableReading> readings = file.readings();
        Notices.answered();
        source.setText(name);
        sheets = file.kind() == TableFile.Kind.SHEETS;
        reading.setLabel(getTranslation("tables.reading." + file.kind()));
        TableReading evident = file.evident().orElse(null);
        // One that is hidden is asked about too, though there is no other.
        reading.setHelperText(evident != null ? null : getTranslation(readings.size() > 1 ? "tables.ask." + file.kind() : "tables.ask.hidden"));
        reading.setItems(readings);
        reading.setVisible(evident == null || readings.size() > 1);
        forgetColumns();
        if (evident == null) {
            // What was understood of another table before is not this one's.
            onTable.accept(null);
            show(true);
            reading.focus();
        } else if (readings.size() > 1) {
            reading.setValue(evident);
        } else {
            read(evident);
        }
    }

    private void read(@Nullable TableReading choice) {
        if (choice == null) {
            return;
        }
        try {
            columns.show(MappedTable.recognize(choice.table(), kind));
            columns.setVisible(true);
            show(true);
        } catch (RefusedException refusal) {
            forgetColumns();
            onTable.accept(null);
            Notices.refused(refusal);
        }
    }

    /** Forgets the table, so that another can be taken. What was pasted stays to be corrected. */
    public void clear() {
        List<TableReading> none = List.of();
        show(false);
        forgetColumns();
        reading.setItems(none);
        onTable.accept(null);
    }

    private void forgetColumns() {
        columns.setVisible(false);
        columns.forget();
    }

    /** Forgets what was pasted, too. */
    public void reset() {
        pasted.clear();
        clear();
    }

    private void show(boolean table) {
        input.setVisible(!table);
        understood.setVisible(table);
        UnsavedInput.changed();
    }
}
