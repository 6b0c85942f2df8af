package com.texchange.accounts;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.server.ServiceInitEvent;
import com.vaadin.flow.server.VaadinServiceInitListener;
import com.vaadin.flow.server.VaadinSession;
import com.vaadin.flow.server.WrappedSession;
import java.util.Comparator;
import java.util.List;
import org.springframework.stereotype.Component;

/** How many pages a session may have open: each stays in memory. The oldest is closed; when somebody comes back to it, it loads anew. */
@Component
class OpenPages implements VaadinServiceInitListener {

    static final int OF_STRANGERS = 5;
    static final int MOST = 50;

    @Override
    public void serviceInit(ServiceInitEvent event) {
        event.getSource().addUIInitListener(init -> closeOldest(init.getUI()));
    }

    private static void closeOldest(UI latest) {
        VaadinSession session = latest.getSession();
        List<UI> others = session.getUIs().stream().filter(ui -> ui != latest && !ui.isClosing())
                .sorted(Comparator.comparingInt(UI::getUIId)).toList();
        int most = isSignedIn(session) ? MOST : OF_STRANGERS;
        others.stream().limit(Math.max(0, others.size() + 1 - most)).forEach(UI::close);
    }

    private static boolean isSignedIn(VaadinSession session) {
        WrappedSession http = session.getSession();
        return http != null && SignedInPerson.of(http.getAttribute(SignedInPerson.KEPT_AS)).isPresent();
    }
}
