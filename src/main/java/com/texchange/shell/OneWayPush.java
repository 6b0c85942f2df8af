package com.texchange.shell;

import java.io.IOException;
import org.atmosphere.cpr.Action;
import org.atmosphere.cpr.AtmosphereInterceptorAdapter;
import org.atmosphere.cpr.AtmosphereResource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpMethod;

/**
 * Hears nothing by the connection over which pages are told: they send by ordinary requests, which are held against the session each time, and
 * limited in length. Vaadin would take calls here, too, also in parts that it keeps until all of them have come, however many those are.
 * Signs of life are taken before this.
 */
public final class OneWayPush extends AtmosphereInterceptorAdapter {

    private static final Logger LOG = LoggerFactory.getLogger(OneWayPush.class);

    @Override
    public Action inspect(AtmosphereResource page) {
        return HttpMethod.POST.matches(page.getRequest().getMethod()) ? Action.CANCELLED : Action.CONTINUE;
    }

    /** Vaadin tells whoever it refuses why, and leaves the connection open: without a session, nothing would ever end it, nor count it. */
    @Override
    public void postInspect(AtmosphereResource page) {
        if (page.transport() == AtmosphereResource.TRANSPORT.WEBSOCKET && HttpMethod.GET.matches(page.getRequest().getMethod())
                && !page.isSuspended()) {
            try {
                page.close();
            } catch (IOException gone) {
                LOG.debug("A connection that was refused is closed already", gone);
            }
        }
    }
}
