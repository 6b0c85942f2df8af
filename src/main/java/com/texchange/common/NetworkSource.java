package com.texchange.common;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Where a request comes from, as far as it says who it may be. Who has a line of IPv6 has 2^64 addresses, and may get 2^16 lines.
 *
 * @param line one address, or what one line of IPv6 is given
 * @param site what one site of IPv6 is given; empty for IPv4
 */
public record NetworkSource(String line, Optional<String> site) {

    private static final int LINE_BYTES = 8;
    private static final int SITE_BYTES = 6;
    private static final int BITS_OF_DIGIT = 4;
    private static final Pattern NUMBERS = Pattern.compile("[0-9a-fA-F:.]{2,45}");

    /** @param address as the servlet container tells it */
    public static NetworkSource of(String address) {
        String numbers = address.replaceFirst("%.*", "").replaceAll("[\\[\\]]", "");
        if (!NUMBERS.matcher(numbers).matches() || !numbers.contains(".") && !numbers.contains(":")) {
            return new NetworkSource(address, Optional.empty());
        }
        try {
            InetAddress parsed = InetAddress.getByName(numbers);
            return parsed instanceof Inet6Address ? new NetworkSource(prefix(parsed, LINE_BYTES), Optional.of(prefix(parsed, SITE_BYTES)))
                    : new NetworkSource(parsed.getHostAddress(), Optional.empty());
        } catch (UnknownHostException e) {
            return new NetworkSource(address, Optional.empty());
        }
    }

    /** The line as people write it. */
    public String writtenLine() {
        return site.isPresent() ? written(line) : line;
    }

    public Optional<String> writtenSite() {
        return site.map(NetworkSource::written);
    }

    private static String written(String prefix) {
        return prefix.replaceAll("(.{4})(?!$)", "$1:") + "::/" + prefix.length() * BITS_OF_DIGIT;
    }

    private static String prefix(InetAddress address, int bytes) {
        return HexFormat.of().formatHex(Arrays.copyOf(address.getAddress(), bytes));
    }
}
