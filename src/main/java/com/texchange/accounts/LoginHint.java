package com.texchange.accounts;

import com.vaadin.flow.component.Component;

/** Something to be shown under the sign-in form; the quick start names its demo accounts there. */
public interface LoginHint {

    Component create();
}
