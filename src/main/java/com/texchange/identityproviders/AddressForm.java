package com.texchange.identityproviders;

import com.texchange.common.DomainName;
import com.texchange.common.RefusedException;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The address of a server in two forms, which differ in its host alone: as people read it ({@code https://вход.рф:8443/realm}), and as servers
 * call themselves and are asked, in ASCII. The second is kept and compared.
 */
final class AddressForm {

    /** Scheme, host, and what follows. One with a person before the host, or with an address of the net in brackets, is none of these. */
    private static final Pattern ADDRESS = Pattern.compile("([A-Za-z][A-Za-z0-9+.-]*://)([^/?#@:\\[\\]\\\\]+)((?:[:/?#].*)?)");
    private static final Pattern ASCII = Pattern.compile("\\p{ASCII}*");
    private static final String ENCODED = "xn--";

    private AddressForm() {
    }

    /**
     * As servers take what a person has typed; what is written so already stays as it is.
     *
     * @throws RefusedException if the host is written in other letters, and no server could be called so
     */
    static String ascii(String typed) {
        return withHost(typed, host -> ASCII.matcher(host).matches() ? host : DomainName.readable(host).map(DomainName::ascii)
                .orElseThrow(() -> new RefusedException("identityproviders.refused.host", host)));
    }

    /** As people read an address that is kept. */
    static String readable(String address) {
        return withHost(address, AddressForm::readableHost);
    }

    /** The same of a host alone. One that can be taken for another stays in ASCII, so that it is not. */
    static String readableHost(String host) {
        return !host.contains(ENCODED) ? host
                : DomainName.readable(host).filter(name -> DomainName.deceptivePart(name).isEmpty()).orElse(host);
    }

    private static String withHost(String address, UnaryOperator<String> form) {
        Matcher parts = ADDRESS.matcher(address);
        return parts.matches() ? parts.group(1) + form.apply(parts.group(2)) + parts.group(3) : address;
    }
}
