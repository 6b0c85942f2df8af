package com.texchange.common.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.clipboard.Clipboard;
import com.vaadin.flow.component.icon.VaadinIcon;

/** Puts a text into the clipboard, in the browser and within the click, as browsers demand; and says whether it is there now. */
public final class CopyButton extends Button {

    /** @param text what is copied, which may be more than a page shows */
    public CopyButton(String text) {
        setText(getTranslation("common.copy"));
        setIcon(VaadinIcon.COPY_O.create());
        Clipboard.onClick(this).writeText(text, copied -> Notices.success(getTranslation("common.copied")),
                error -> Notices.error(getTranslation("common.notCopied")));
    }

    /**
     * The same beside the text itself: the icon alone.
     *
     * @param name what the text is, for those who do not see where the button stands
     */
    static CopyButton beside(String text, String name) {
        CopyButton button = new CopyButton(text);
        button.setTooltipText(button.getText());
        button.setAriaLabel(button.getTranslation("common.copyNamed", name));
        button.setText("");
        button.addThemeVariants(ButtonVariant.LUMO_ICON, ButtonVariant.LUMO_TERTIARY, ButtonVariant.LUMO_SMALL);
        return button;
    }
}
