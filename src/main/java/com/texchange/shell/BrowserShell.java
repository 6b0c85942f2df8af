package com.texchange.shell;

import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.page.AppShellConfigurator;
import com.vaadin.flow.component.page.Push;
import com.vaadin.flow.component.page.Viewport;
import com.vaadin.flow.server.AppShellSettings;
import com.vaadin.flow.shared.ui.Transport;
import com.vaadin.flow.theme.lumo.Lumo;
import org.springframework.stereotype.Component;

/**
 * The HTML page around all views. Events go to the server by ordinary requests, so that they pass the security filters
 * and can set cookies; pushes come by WebSocket.
 */
@Component
@Push(transport = Transport.WEBSOCKET_XHR)
@StyleSheet(Lumo.STYLESHEET)
@StyleSheet(Lumo.UTILITY_STYLESHEET)
@StyleSheet("styles.css")
@StyleSheet("styles/accounts.css")
@StyleSheet("styles/journal.css")
@StyleSheet("styles/batches.css")
@StyleSheet("styles/grants.css")
@StyleSheet("styles/help.css")
@StyleSheet("styles/home.css")
@StyleSheet("styles/invitelists.css")
@StyleSheet("styles/letters.css")
@StyleSheet("styles/connections.css")
@StyleSheet("styles/onboarding.css")
@StyleSheet("styles/operations.css")
@StyleSheet("styles/overview.css")
@StyleSheet("styles/stories.css")
@StyleSheet("styles/tables.css")
@StyleSheet("styles/tasks.css")
@Viewport("width=device-width, initial-scale=1, viewport-fit=cover")
class BrowserShell implements AppShellConfigurator {

    @Override
    public void configurePage(AppShellSettings settings) {
        settings.addLink("icon", "icons/t-exchange.svg");
        settings.addMetaTag("color-scheme", "light dark");
        settings.addMetaTag("referrer", "same-origin");
    }
}
