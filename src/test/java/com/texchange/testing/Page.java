package com.texchange.testing;

import com.texchange.common.ui.UnbrokenText;
import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.internal.PendingJavaScriptInvocation;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.router.Location;
import java.time.Duration;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import org.awaitility.Awaitility;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/** A test of a page by the words that a person reads on it. */
public abstract class Page extends SpringBrowserlessTest {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    /** Opens an address, with its parameters. */
    protected static void open(String address) {
        Location location = new Location(address);
        UI.getCurrent().navigate(location.getPath(), location.getQueryParameters());
    }

    /** What the open page has written into its address by itself since this was asked last. */
    protected String writtenAddress() {
        UI.getCurrent().getInternals().getStateTree().runExecutionsBeforeClientResponse();
        return UI.getCurrent().getInternals().dumpPendingJavaScriptInvocations().stream().map(PendingJavaScriptInvocation::getInvocation)
                .filter(script -> script.getExpression().contains("replace: true")).reduce((earlier, later) -> later)
                .map(script -> String.valueOf(script.getParameters().get(1))).orElse("");
    }

    /** All words of the open page and of the windows over it. */
    protected String words() {
        return find(Component.class).all().stream().map(Page::text).collect(Collectors.joining("\n"));
    }

    /** Its own; of a text that stands in parts, the whole. */
    private static String text(Component component) {
        return component instanceof UnbrokenText ? component.getElement().getTextRecursively() : component.getElement().getText();
    }

    /** Waits until a change that was made elsewhere has come to the open page. */
    protected void awaitWords(String words) {
        until(() -> words().contains(words));
    }

    /** Waits for what the page does when it hears of something that is done on another thread. */
    protected void until(BooleanSupplier told) {
        Awaitility.await().atMost(PATIENCE).pollInSameThread().until(() -> {
            // A look at the page lets it hear; the round trip alone does not.
            notices();
            roundTrip();
            return told.getAsBoolean();
        });
    }

    /** As somebody at another network address does it: what comes from the one that all tests share is soon summed up by the audit. */
    protected static void comingFrom(String address, Runnable act) {
        RequestAttributes before = RequestContextHolder.getRequestAttributes();
        MockHttpServletRequest request = new MockHttpServletRequest();
        request.setRemoteAddr(address);
        RequestContextHolder.setRequestAttributes(new ServletRequestAttributes(request));
        try {
            act.run();
        } finally {
            RequestContextHolder.setRequestAttributes(before);
        }
    }

    protected void click(String button) {
        test(button(button)).click();
    }

    protected Button button(String text) {
        return find(Button.class).withText(text).last();
    }

    protected boolean hasButton(String text) {
        return find(Button.class).withText(text).exists();
    }

    protected List<String> notices() {
        return find(Notification.class).all().stream().map(notice -> notice.getElement().getTextRecursively()).toList();
    }
}
