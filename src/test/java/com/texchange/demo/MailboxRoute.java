package com.texchange.demo;

import com.texchange.local.QuickStart;
import com.vaadin.flow.router.RouteConfiguration;
import com.vaadin.flow.server.ServiceInitEvent;
import com.vaadin.flow.server.VaadinServiceInitListener;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** Makes the mailbox a page of the quick start only; a route annotation would make it one of every test. */
@Component
@Profile(QuickStart.PROFILE)
class MailboxRoute implements VaadinServiceInitListener {

    @Override
    public void serviceInit(ServiceInitEvent event) {
        RouteConfiguration.forApplicationScope().setRoute(MailboxView.PATH, MailboxView.class);
    }
}
