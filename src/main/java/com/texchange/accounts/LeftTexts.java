package com.texchange.accounts;

import com.texchange.common.AccountId;
import com.texchange.common.ui.KeptInput;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.server.ServiceInitEvent;
import com.vaadin.flow.server.VaadinServiceInitListener;
import com.vaadin.flow.server.WrappedSession;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.stereotype.Component;

/**
 * What people had typed into pages whose session ended: it is there again when they have signed in and come back to the page, on this
 * instance. Of each person the latest is kept, of few people at once.
 */
@Component
class LeftTexts implements VaadinServiceInitListener {

    private static final int MOST = 500;

    private final Map<AccountId, KeptInput.Left> left = new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<AccountId, KeptInput.Left> eldest) {
            return size() > MOST;
        }
    };

    @Override
    public void serviceInit(ServiceInitEvent event) {
        event.getSource().addUIInitListener(init -> bring(init.getUI()));
    }

    void keep(SignedInPerson person, UI page) {
        KeptInput.leave(page).ifPresent(text -> {
            synchronized (left) {
                left.put(person.actor().id(), text);
            }
        });
    }

    private void bring(UI page) {
        WrappedSession http = page.getSession().getSession();
        if (http != null) {
            SignedInPerson.of(http.getAttribute(SignedInPerson.KEPT_AS)).ifPresent(person -> {
                synchronized (left) {
                    KeptInput.Left text = left.remove(person.actor().id());
                    if (text != null) {
                        KeptInput.bring(text, page.getSession());
                    }
                }
            });
        }
    }
}
