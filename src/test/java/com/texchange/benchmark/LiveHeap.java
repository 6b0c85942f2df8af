package com.texchange.benchmark;

import java.lang.management.ManagementFactory;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.management.JMException;
import javax.management.ObjectName;

/** What this JVM could not throw away, as its own histogram of classes has it: that counts reachable objects only. */
final class LiveHeap {

    private static final Pattern TOTAL = Pattern.compile("Total\\s+\\d+\\s+(\\d+)");
    private static final int MOST_COLLECTIONS = 10;
    /** Bytes. */
    private static final long SETTLED = 64 * 1024;

    private LiveHeap() {
    }

    /** Once it no longer shrinks: what one collection finds dead lets go of more, which the next one takes. */
    static long bytes() {
        long before = Long.MAX_VALUE;
        long now = counted();
        for (int i = 0; i < MOST_COLLECTIONS && before - now > SETTLED; i++) {
            before = now;
            now = counted();
        }
        return now;
    }

    private static long counted() {
        try {
            Object histogram = ManagementFactory.getPlatformMBeanServer().invoke(
                    new ObjectName("com.sun.management:type=DiagnosticCommand"), "gcClassHistogram",
                    new Object[] {new String[0]}, new String[] {String[].class.getName()});
            Matcher total = TOTAL.matcher(histogram.toString());
            if (!total.find()) {
                throw new IllegalStateException("no total in the histogram");
            }
            return Long.parseLong(total.group(1));
        } catch (JMException e) {
            throw new IllegalStateException(e);
        }
    }
}
