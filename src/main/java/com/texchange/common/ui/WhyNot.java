package com.texchange.common.ui;

import com.vaadin.flow.component.button.Button;
import org.jspecify.annotations.Nullable;

/** A button that cannot be used as things stand says why: in its tooltip, which is also read to those who listen. */
public final class WhyNot {

    private WhyNot() {
    }

    /**
     * Enables a button or disables it. One that shows only an icon has its name in the tooltip too.
     *
     * @param why it cannot be used, translated; null if it can
     */
    public static void tell(Button button, @Nullable String why) {
        String name = button.getAriaLabel().orElse("");
        button.setEnabled(why == null);
        button.setClassName("says-why", why != null);
        button.setTooltipText(why == null ? name : name.isEmpty() ? why : button.getTranslation("common.whyNot", name, why));
    }
}
