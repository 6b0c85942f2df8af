package com.texchange.tasks.ui;

import com.texchange.tasks.GroupMember;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Paragraph;
import java.util.List;
import java.util.function.Consumer;

/** Asks which colleague gets a task. */
class HandoverDialog extends Dialog {

    private final ComboBox<GroupMember> colleague = new ComboBox<>(getTranslation("tasks.handover.colleague"));
    private final Consumer<GroupMember> confirmed;

    /** @param confirmed takes the colleague after the dialog has closed */
    HandoverDialog(List<GroupMember> colleagues, Consumer<GroupMember> confirmed) {
        this.confirmed = confirmed;
        setHeaderTitle(getTranslation("tasks.handover.title"));
        setWidth("28rem");
        Button cancel = new Button(getTranslation("common.cancel"), click -> close());
        if (colleagues.isEmpty()) {
            add(new Paragraph(getTranslation("tasks.handover.nobody")));
            getFooter().add(cancel);
            return;
        }
        colleague.setItems(colleagues);
        colleague.setItemLabelGenerator(member -> member.name() + " · " + member.email());
        colleague.setWidthFull();
        colleague.addValueChangeListener(change -> colleague.setInvalid(false));
        add(new Paragraph(getTranslation("tasks.handover.text")), colleague);
        Button give = new Button(getTranslation("tasks.handover.give"), click -> confirm());
        give.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        getFooter().add(cancel, give);
        addOpenedChangeListener(opened -> colleague.focus());
    }

    private void confirm() {
        GroupMember chosen = colleague.getValue();
        if (chosen == null) {
            colleague.setErrorMessage(getTranslation("tasks.handover.choose"));
            colleague.setInvalid(true);
            return;
        }
        close();
        confirmed.accept(chosen);
    }
}
