package com.texchange.testing;

import com.vaadin.flow.server.VaadinService;
import com.vaadin.flow.server.VaadinSession;
import org.mockito.Mockito;

/** A session of pages that belongs to one test alone. */
public final class UnlockedSession extends VaadinSession {

    public UnlockedSession() {
        super(Mockito.mock(VaadinService.class));
    }

    @Override
    public void checkHasLock() {
        // Nobody else is there.
    }

    @Override
    public boolean hasLock() {
        return true;
    }
}
