package com.texchange.testing;

import com.microsoft.playwright.Page;

/**
 * Goes from one page of the application to another as a click in the menu does: the application stays open in the browser,
 * which takes a fraction of the time of loading it anew.
 */
public final class AppLink {

    /** Without Vaadin's router a link would leave the application. Ends when the server has answered. */
    private static final String FOLLOW = """
            async path => {
                const idle = () => !Object.values(window.Vaadin?.Flow?.clients ?? {}).some(client => client.isActive?.());
                const until = async (condition, frames) => {
                    for (let frame = 0; frame < frames && !condition(); frame++) await new Promise(requestAnimationFrame);
                };
                const left = document.querySelector('main > *') ?? document.querySelector('h1');
                await until(idle, 600);
                const link = document.createElement('a');
                link.href = path;
                link.setAttribute('router-link', '');
                document.body.append(link);
                link.click();
                link.remove();
                let asked = false;
                // A page that answers within a frame is not seen to ask: it is there then.
                await until(() => (asked ||= !idle()) || !left?.isConnected, 60);
                await until(() => (!left?.isConnected || location.pathname === link.pathname) && idle(), 600);
            }
            """;
    private static final String IS_OPEN = "() => document.querySelector('h1') != null && Object.values(window.Vaadin?.Flow?.clients"
            + " ?? {}).some(client => client.isActive)";

    private AppLink() {
    }

    /** Opens the path by its address where the application is not open yet. */
    public static void follow(Page page, String path) {
        if ((Boolean) page.evaluate(IS_OPEN)) {
            page.evaluate(FOLLOW, path);
        } else {
            page.navigate(path);
        }
    }
}
