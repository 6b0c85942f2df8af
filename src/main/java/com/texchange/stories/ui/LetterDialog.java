package com.texchange.stories.ui;

import com.texchange.common.ui.UnbrokenText;
import com.texchange.common.ui.Windows;
import com.texchange.mail.LetterCopy;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.IFrame;
import com.vaadin.flow.component.html.Pre;
import com.vaadin.flow.component.tabs.TabSheet;
import com.vaadin.flow.i18n.I18NProvider;

/**
 * A letter as it was sent, page and text. The page is shown in a frame that may neither run scripts nor open windows nor load
 * anything, whatever the letter holds.
 */
class LetterDialog {

    private static final String NOTHING_LOADED = "<meta http-equiv=\"Content-Security-Policy\""
            + " content=\"default-src 'none'; style-src 'unsafe-inline'\"><base target=\"_blank\">";
    private final Dialog dialog = new Dialog();

    LetterDialog(LetterCopy letter) {
        dialog.setHeaderTitle(letter.subject());
        dialog.setWidth("44rem");
        TabSheet parts = new TabSheet();
        parts.add(I18NProvider.translate("stories.letter.page"), page(letter));
        parts.add(I18NProvider.translate("stories.letter.text"), text(letter));
        parts.setWidthFull();
        dialog.add(parts);
        dialog.getFooter().add(new Button(I18NProvider.translate("common.close"), click -> dialog.close()));
    }

    void open() {
        Windows.openOnce(dialog);
    }

    private static Component page(LetterCopy letter) {
        IFrame frame = new IFrame();
        frame.setSandbox(IFrame.SandboxType.RESTRICT_ALL);
        frame.setSrcdoc(letter.html().replaceFirst("<head>", "<head>" + NOTHING_LOADED));
        frame.getElement().setAttribute("title", letter.subject());
        frame.addClassName("letter-frame");
        return frame;
    }

    private static Component text(LetterCopy letter) {
        Pre text = new Pre(new UnbrokenText(letter.plain()));
        text.addClassName("letter-text");
        text.getElement().setAttribute("tabindex", "0");
        text.getElement().setAttribute("role", "region");
        text.getElement().setAttribute("aria-label", letter.subject());
        return text;
    }
}
