package com.texchange.identityproviders;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.UnknownHostException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which addresses lead inwards. */
class InnerAddressesTest {

    @ParameterizedTest
    @ValueSource(strings = {"0.0.0.0", "10.1.2.3", "100.64.0.1", "100.127.255.255", "127.0.0.1", "127.255.0.1", "169.254.169.254", "172.16.0.1",
        "172.31.255.255", "192.0.0.1", "192.168.1.1", "198.18.0.1", "198.19.255.255", "224.0.0.1", "240.0.0.1", "255.255.255.255", "::", "::1",
        "::ffff:10.0.0.1", "::ffff:127.0.0.1", "fc00::1", "fd12:3456::1", "fe80::1", "fec0::1", "ff02::1", "2001:db8::1", "2001:0:4136:e378::1",
        "64:ff9b::10.0.0.1", "2002:0a00:0001::1", "2002:7f00:0001::1", "64:ff9b:1::1"})
    void whatIsOfAnInnerNetworkIsFound(String address) throws UnknownHostException {
        assertThat(InnerAddresses.contain(InetAddress.getByName(address))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"8.8.8.8", "93.184.216.34", "100.63.255.255", "100.128.0.1", "172.15.0.1", "172.32.0.1", "192.167.0.1", "198.17.0.1",
        "223.255.255.255", "2a00:1450:4010::1", "2606:4700::1111", "64:ff9b::8.8.8.8", "2002:0808:0808::1"})
    void whatIsOfThePublicInternetIsNot(String address) throws UnknownHostException {
        assertThat(InnerAddresses.contain(InetAddress.getByName(address))).isFalse();
    }
}
