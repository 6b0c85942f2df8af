package com.texchange.invitelists.ui;

import com.texchange.common.ui.TableUpload;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextArea;
import java.util.function.Consumer;

/** Takes a list as a file or as pasted rows. */
final class ListInput extends Composite<Div> {

    /** 10,000 rows with long names fit. */
    private static final int MAX_CHARACTERS = 4_000_000;

    ListInput(Consumer<String> onTable) {
        TextArea table = new TextArea(getTranslation("invitelists.table"));
        table.setHelperText(getTranslation("invitelists.tableHint"));
        table.setPlaceholder(getTranslation("invitelists.tableExample"));
        table.setMaxLength(MAX_CHARACTERS);
        table.setWidthFull();
        table.setMinRows(6);
        table.setMaxRows(14);
        Button check = new Button(getTranslation("invitelists.check"), click -> onTable.accept(table.getValue()));
        check.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        getContent().addClassName("list-input");
        getContent().add(new Paragraph(getTranslation("invitelists.hint")), new TableUpload(onTable), table, check);
    }
}
