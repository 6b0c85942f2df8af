package com.texchange.accounts;

import com.vaadin.flow.component.Component;

/** Something to show under the sign-in form. Beans of this type appear there; the quick start shows its demo accounts. */
public interface LoginHint {

    /** A new component, for one page. */
    Component create();
}
