package com.texchange.identityproviders;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;

/**
 * Addresses that are not of the public Internet: of this machine, of the networks around it, of clouds' own services. By the registries of
 * special-purpose addresses of IANA (RFC 6890).
 */
final class InnerAddresses {

    private static final int IPV4_BYTES = 4;
    private static final List<Range> RANGES = List.of(new Range("00000000", 8), new Range("0a000000", 8), new Range("64400000", 10),
            new Range("7f000000", 8), new Range("a9fe0000", 16), new Range("ac100000", 12), new Range("c0000000", 24),
            new Range("c0000200", 24), new Range("c0a80000", 16), new Range("c6120000", 15), new Range("c6336400", 24),
            new Range("cb007100", 24), new Range("e0000000", 3));
    /** Global unicast; the rest of IPv6 is of one machine, one network or nobody. */
    private static final Range GLOBAL = new Range("20000000000000000000000000000000", 3);
    private static final Range DOCUMENTATION = new Range("20010db8000000000000000000000000", 32);
    /** Protocols' own, Teredo among them, which holds an IPv4 address that nobody checks. */
    private static final Range PROTOCOLS = new Range("20010000000000000000000000000000", 23);
    /** An IPv4 address within one of IPv6: by a translator (RFC 6052), or 6to4 (RFC 3056). */
    private static final Range TRANSLATED = new Range("0064ff9b000000000000000000000000", 96);
    private static final Range SIX_TO_FOUR = new Range("20020000000000000000000000000000", 16);

    private InnerAddresses() {
    }

    static boolean contain(InetAddress address) {
        byte[] bytes = address.getAddress();
        if (!(address instanceof Inet6Address)) {
            return RANGES.stream().anyMatch(range -> range.contains(bytes));
        }
        if (TRANSLATED.contains(bytes)) {
            return contain(within(bytes, bytes.length - IPV4_BYTES));
        }
        if (SIX_TO_FOUR.contains(bytes)) {
            return contain(within(bytes, 2));
        }
        return !GLOBAL.contains(bytes) || DOCUMENTATION.contains(bytes) || PROTOCOLS.contains(bytes);
    }

    private static InetAddress within(byte[] bytes, int from) {
        try {
            return InetAddress.getByAddress(Arrays.copyOfRange(bytes, from, from + IPV4_BYTES));
        } catch (UnknownHostException e) {
            throw new IllegalStateException("four bytes are an address", e);
        }
    }

    /** @param bits that all addresses of it begin with */
    private record Range(byte[] begin, int bits) {

        private Range(String hex, int bits) {
            this(HexFormat.of().parseHex(hex), bits);
        }

        private boolean contains(byte[] address) {
            for (int bit = 0; bit < bits; bit++) {
                int mask = 0x80 >> bit % Byte.SIZE;
                if (((address[bit / Byte.SIZE] ^ begin[bit / Byte.SIZE]) & mask) != 0) {
                    return false;
                }
            }
            return true;
        }
    }
}
