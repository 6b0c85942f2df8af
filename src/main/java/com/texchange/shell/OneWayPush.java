package com.texchange.shell;

import org.atmosphere.cpr.Action;
import org.atmosphere.cpr.AtmosphereInterceptorAdapter;
import org.atmosphere.cpr.AtmosphereResource;
import org.springframework.http.HttpMethod;

/**
 * Hears nothing by the connection over which pages are told: they send by ordinary requests, which are held against the session each time, and
 * limited in length. Vaadin would take calls here, too, also in parts that it keeps until all of them have come, however many those are.
 * Signs of life are taken before this.
 */
public final class OneWayPush extends AtmosphereInterceptorAdapter {

    @Override
    public Action inspect(AtmosphereResource page) {
        return HttpMethod.POST.matches(page.getRequest().getMethod()) ? Action.CANCELLED : Action.CONTINUE;
    }
}
