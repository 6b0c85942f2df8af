package com.texchange.operations.ui;

import com.vaadin.flow.component.Component;

/** Names of process elements in the page's language. */
final class StepNames {

    private StepNames() {
    }

    /** The name, or the element's id where the bundles have none, as in processes that are not this product's. */
    static String of(Component page, String key, String elementId) {
        String name = page.getTranslation(key);
        return name.contains(key) ? elementId : name;
    }
}
