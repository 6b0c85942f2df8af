package com.texchange.identityproviders;

import com.texchange.common.TaxId;
import java.net.URI;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A server in an inner network at which companies' people may sign in, since whoever runs the installation says so:
 * {@code host}, {@code host:port} or {@code host:*}, and {@code =tax ID} for one company's only.
 *
 * @param host    in lower case, an address of IPv6 without brackets
 * @param port    the one that may be gone to; null for all
 * @param company whose server it is; null for whichever company names it
 */
record InternalHost(String host, @Nullable Integer port, @Nullable TaxId company) {

    private static final Pattern FORM = Pattern.compile("(?<host>[^\\s:=\\[\\]/@*]+|\\[[0-9a-fA-F:.]+])(:(?<port>\\d{1,5}|\\*))?(=(?<company>\\d+))?");
    private static final String ANY = "*";
    private static final int OF_HTTPS = 443;
    private static final int OF_HTTP = 80;
    private static final int LAST_PORT = 65_535;

    /** @throws IllegalArgumentException if it is none */
    static InternalHost parse(String entry) {
        Matcher form = FORM.matcher(entry);
        if (!form.matches()) {
            throw wrong(entry, "a host, host:port or host:*, then =tax ID if it is one company's only");
        }
        String port = form.group("port");
        String company = form.group("company");
        return new InternalHost(plain(form.group("host")), port == null ? Integer.valueOf(OF_HTTPS) : ANY.equals(port) ? null : port(port, entry),
                company == null ? null : taxId(company, entry));
    }

    private static Integer port(String digits, String entry) {
        int port = Integer.parseInt(digits);
        if (port < 1 || port > LAST_PORT) {
            throw wrong(entry, "a port from 1 to " + LAST_PORT);
        }
        return port;
    }

    private static TaxId taxId(String digits, String entry) {
        if (!TaxId.isValid(digits)) {
            throw wrong(entry, "the tax ID of a company");
        }
        return new TaxId(digits);
    }

    private static IllegalArgumentException wrong(String entry, String expected) {
        return new IllegalArgumentException("t-exchange.sign-in-through-company.internal-hosts: “" + entry + "” should have " + expected);
    }

    /** As addresses have it, which put brackets round IPv6. */
    private static String plain(String host) {
        return host.replaceAll("[\\[\\]]", "").toLowerCase(Locale.ROOT);
    }

    /** The one that is gone to. */
    static int port(URI address) {
        return address.getPort() >= 0 ? address.getPort() : "http".equalsIgnoreCase(address.getScheme()) ? OF_HTTP : OF_HTTPS;
    }

    boolean isAt(String otherHost) {
        return host.equals(plain(otherHost));
    }

    boolean isAt(String otherHost, int otherPort) {
        return isAt(otherHost) && (port == null || port == otherPort);
    }

    boolean isFor(@Nullable TaxId asking) {
        return company == null || company.equals(asking);
    }
}
