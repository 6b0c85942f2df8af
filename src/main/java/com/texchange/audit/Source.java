package com.texchange.audit;

import com.texchange.common.RemoteAddress;
import com.vaadin.flow.server.VaadinSession;
import java.util.Optional;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/** The network address of who asks for what is being done. */
final class Source {

    private Source() {
    }

    /** Empty for steps of the system. */
    static Optional<String> current() {
        if (RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes web) {
            return Optional.ofNullable(web.getRequest().getRemoteAddr());
        }
        Optional<String> handedOn = RemoteAddress.handedOn();
        if (handedOn.isPresent()) {
            return handedOn;
        }
        // Work that a page does by itself, as after an answer from the background.
        return Optional.ofNullable(VaadinSession.getCurrent()).filter(VaadinSession::hasLock).map(VaadinSession::getBrowser)
                .map(browser -> browser.getAddress());
    }
}
