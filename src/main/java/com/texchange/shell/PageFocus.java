package com.texchange.shell;

import com.vaadin.flow.component.HasElement;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.RouteConfiguration;
import com.vaadin.flow.router.RouteParameters;
import com.vaadin.flow.server.ServiceInitEvent;
import com.vaadin.flow.server.VaadinServiceInitListener;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Another page in the frame begins at its top, or where it was left if the person goes back to it, and has the focus at its
 * title: otherwise both would stay where they were on the page before, and a screen reader would say nothing.
 */
@Component
class PageFocus implements VaadinServiceInitListener {

    @Override
    public void serviceInit(ServiceInitEvent event) {
        event.getSource().addUIInitListener(init -> new Follower(init.getUI()));
    }

    /** Tells another page from the same one at another of its addresses, as a list with one of its entries opened. */
    private static final class Follower {

        private @Nullable Class<?> shown;
        private RouteParameters subject = RouteParameters.empty();

        Follower(UI ui) {
            ui.addAfterNavigationListener(navigation -> follow(ui, navigation));
        }

        private void follow(UI ui, AfterNavigationEvent navigation) {
            Class<?> now = navigation.getActiveChain().stream().findFirst().<Class<?>>map(HasElement::getClass)
                    .orElse(null);
            RouteParameters about = navigation.getRouteParameters();
            // The first page of a visit is announced by the browser.
            boolean another = shown != null && (now != shown || !about.equals(subject) && isAboutOne(now));
            shown = now;
            subject = about;
            // Before what the page itself asks of the browser: it may want another place of its own to be seen.
            ui.getPage().executeJs("window.pageScroll($0, $1)", navigation.getLocation().getPath(), another);
            if (another) {
                ui.beforeClientResponse(ui, response -> ui.getPage().executeJs("""
                        const page = document.querySelector('main.frame-page');
                        if (page && !page.contains(document.activeElement)) {
                          (page.querySelector('.page-title') ?? page).focus({preventScroll: true});
                        }
                        """));
            }
        }

        /** A page that can be opened without naming what it shows stays the same page whatever it shows. */
        private static boolean isAboutOne(@Nullable Class<?> page) {
            return page != null && com.vaadin.flow.component.Component.class.isAssignableFrom(page)
                    && RouteConfiguration.forSessionScope().getTemplate(page.asSubclass(com.vaadin.flow.component.Component.class))
                    .filter(template -> !template.contains("?")).isPresent();
        }
    }
}
