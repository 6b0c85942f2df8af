package com.texchange.pages;

/** Scripts that measure inside the browser, where no time of the test's own counts. */
final class Probe {

    /** No request of Vaadin's is under way. */
    private static final String IDLE =
            "!Object.values((window.Vaadin && window.Vaadin.Flow && window.Vaadin.Flow.clients) || {})"
                    + ".some(client => client.isActive && client.isActive())";

    private Probe() {
    }

    /** Whether something that a selector finds can be read, and nothing is on its way from the server. */
    static String readable(String selector) {
        return """
                () => %s && [...document.querySelectorAll(%s)].some(found => found.textContent.trim() !== ''
                        && !found.hasAttribute('loading'))
                """.formatted(IDLE, quoted(selector));
    }

    /** Notes when the page can be read, in milliseconds after the navigation; to be run as soon as that has begun. */
    static String noteWhenReadable(String selector) {
        return """
                () => {
                    const readable = %s;
                    const look = () => {
                        if (document.body && readable()) window.readableAt = performance.now();
                        else requestAnimationFrame(look);
                    };
                    requestAnimationFrame(look);
                }
                """.formatted(readable(selector).strip());
    }

    /** When the page was first painted with something in it, in milliseconds after the navigation. */
    static final String FIRST_PAINT = """
            () => new Promise(done => new PerformanceObserver((list, observer) => {
                const paint = list.getEntriesByName('first-contentful-paint')[0];
                if (paint) { observer.disconnect(); done(paint.startTime); }
            }).observe({type: 'paint', buffered: true}))
            """;

    /**
     * Takes the time of an answer until the browser has drawn it, in a frame after it came.
     *
     * @see Click
     */
    static String startWatch(Click click) {
        return """
                () => {
                    const idle = () => %s;
                    const text = () => [...document.querySelectorAll(%s)].map(found => found.textContent
                        + found.hasAttribute('opened') + found.childElementCount).join('|');
                    const before = text(), path = location.pathname;
                    const arrival = %b, byRequest = %b;
                    const answered = () => text() !== before && (arrival ? location.pathname !== path : idle());
                    const watch = window.watch = {};
                    const start = () => {
                        if (watch.start) return;
                        watch.start = performance.now();
                        const look = () => {
                            if (answered()) {
                                // After the frame that draws it.
                                requestAnimationFrame(() => watch.took = performance.now() - watch.start);
                            } else requestAnimationFrame(look);
                        };
                        requestAnimationFrame(look);
                    };
                    if (byRequest) {
                        window.plainSend = window.plainSend || XMLHttpRequest.prototype.send;
                        XMLHttpRequest.prototype.send = function (...body) { start(); return window.plainSend.apply(this, body); };
                    } else {
                        for (const kind of ['click', 'keydown'])
                            window.addEventListener(kind, start, {capture: true, once: true});
                    }
                }
                """.formatted(IDLE, quoted(click.region()), click.arrival(), click.clock() == Click.Clock.REQUEST);
    }

    static final String WATCH_STOPPED = "() => window.watch.took";

    private static String quoted(String text) {
        return "'" + text.replace("\\", "\\\\").replace("'", "\\'") + "'";
    }
}
