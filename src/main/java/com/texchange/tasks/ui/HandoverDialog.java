package com.texchange.tasks.ui;

import com.texchange.common.ui.FormDialog;
import com.texchange.common.ui.SearchPicker;
import com.texchange.common.ui.Windows;
import com.texchange.tasks.GroupMember;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Paragraph;
import java.util.List;
import java.util.function.Consumer;

/** Asks which colleague gets a task. */
class HandoverDialog {

    private final SearchPicker<GroupMember> colleague = new SearchPicker<>(text("tasks.handover.colleague"));
    private final Consumer<GroupMember> confirmed;
    private final Dialog dialog;

    /** @param confirmed takes the colleague */
    HandoverDialog(List<GroupMember> colleagues, Consumer<GroupMember> confirmed) {
        this.confirmed = confirmed;
        dialog = colleagues.isEmpty() ? nobody() : choice(colleagues);
        dialog.setWidth("28rem");
    }

    void open() {
        Windows.openOnce(dialog);
    }

    private static Dialog nobody() {
        Dialog told = new Dialog(text("tasks.handover.title"));
        told.add(new Paragraph(text("tasks.handover.nobody")));
        told.getFooter().add(new Button(text("common.close"), click -> told.close()));
        return told;
    }

    private Dialog choice(List<GroupMember> colleagues) {
        colleague.setItemLabelGenerator(member -> member.name() + " · " + member.email());
        colleague.offer(colleagues);
        colleague.setWidthFull();
        colleague.addValueChangeListener(change -> colleague.setInvalid(false));
        return new FormDialog(text("tasks.handover.title"), text("tasks.handover.give"), this::confirm)
                .content(new Paragraph(text("tasks.handover.text")), colleague);
    }

    private boolean confirm() {
        GroupMember chosen = colleague.getValue();
        if (chosen == null) {
            colleague.setErrorMessage(text("tasks.handover.choose"));
            colleague.setInvalid(true);
            return false;
        }
        confirmed.accept(chosen);
        return true;
    }

    private static String text(String key) {
        return UI.getCurrent().getTranslation(key);
    }
}
