package com.texchange.common.ui;

import com.texchange.common.EmailAddress;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;

/** Asks before a letter goes to an address that can be taken for another one: it is a slip more often than not. */
public final class DoubtfulAddress {

    private DoubtfulAddress() {
    }

    /**
     * @param address that is one
     * @param send    runs at once if there is nothing to ask, else if the person says so
     */
    public static void ask(String address, Runnable send) {
        EmailAddress email = new EmailAddress(address);
        if (email.deceptivePart().isEmpty()) {
            send.run();
            return;
        }
        ConfirmDialog question = new ConfirmDialog(text("common.doubtful.title"),
                text("common.doubtful.text", email.deceptivePart().get(), email.ascii()),
                text("common.doubtful.send"), confirmed -> send.run());
        question.setCancelable(true);
        question.setCancelText(text("common.doubtful.correct"));
        Windows.openOnce(question);
    }

    private static String text(String key, Object... arguments) {
        return UI.getCurrent().getTranslation(key, arguments);
    }
}
