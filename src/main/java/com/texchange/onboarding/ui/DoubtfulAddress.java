package com.texchange.onboarding.ui;

import com.texchange.common.EmailAddress;
import com.texchange.common.ui.Windows;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;

/** Asks before a letter goes to an address that can be taken for another one: it is a slip more often than not. */
final class DoubtfulAddress {

    private DoubtfulAddress() {
    }

    /** @param send runs at once if there is nothing to ask, else if the person says so */
    static void ask(String address, Runnable send) {
        EmailAddress email = new EmailAddress(address);
        if (email.deceptivePart().isEmpty()) {
            send.run();
            return;
        }
        ConfirmDialog question = new ConfirmDialog(text("onboarding.doubtful.title"),
                text("onboarding.doubtful.text", email.deceptivePart().get(), email.ascii()),
                text("onboarding.doubtful.send"), confirmed -> send.run());
        question.setCancelable(true);
        question.setCancelText(text("onboarding.doubtful.correct"));
        Windows.openOnce(question);
    }

    private static String text(String key, Object... arguments) {
        return UI.getCurrent().getTranslation(key, arguments);
    }
}
