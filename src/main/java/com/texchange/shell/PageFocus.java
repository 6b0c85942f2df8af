package com.texchange.shell;

import com.vaadin.flow.component.HasElement;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.server.ServiceInitEvent;
import com.vaadin.flow.server.VaadinServiceInitListener;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Moves the focus to the title when another page has come into the frame: otherwise it would stay in the menu, and a
 * screen reader would say nothing.
 */
@Component
class PageFocus implements VaadinServiceInitListener {

    @Override
    public void serviceInit(ServiceInitEvent event) {
        event.getSource().addUIInitListener(init -> new Follower(init.getUI()));
    }

    /** Tells another page from the same one at another of its addresses. */
    private static final class Follower {

        private @Nullable Class<?> shown;

        Follower(UI ui) {
            ui.addAfterNavigationListener(navigation -> follow(ui, navigation));
        }

        private void follow(UI ui, AfterNavigationEvent navigation) {
            Class<?> now = navigation.getActiveChain().stream().findFirst().<Class<?>>map(HasElement::getClass)
                    .orElse(null);
            // The first page of a visit is announced by the browser.
            boolean another = shown != null && now != shown;
            shown = now;
            if (another) {
                ui.beforeClientResponse(ui, response -> ui.getPage().executeJs("""
                        const page = document.querySelector('main.frame-page');
                        if (page && !page.contains(document.activeElement)) {
                          (page.querySelector('.page-title') ?? page).focus({preventScroll: true});
                        }
                        """));
            }
        }
    }
}
