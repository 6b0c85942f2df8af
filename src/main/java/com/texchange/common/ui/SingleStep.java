package com.texchange.common.ui;

import com.vaadin.flow.component.button.Button;

/**
 * A step that is taken once however often its button is clicked: the browser disables it with the click. Where the step fails, be it
 * refused or for a reason that nobody expected, the button can be clicked again; else it would be dead until the page is opened anew.
 */
public final class SingleStep {

    private SingleStep() {
    }

    /**
     * @param step taken with a click; where it may be taken once more after it has been, it enables the button
     * @return the button
     */
    public static <B extends Button> B on(B button, Runnable step) {
        button.setDisableOnClick(true);
        button.addClickListener(click -> {
            boolean taken = false;
            try {
                step.run();
                taken = true;
            } finally {
                if (!taken) {
                    button.setEnabled(true);
                }
            }
        });
        return button;
    }
}
