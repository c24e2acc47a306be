package dev.stipple.access.address;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class NetworkAddressTest {
    @Test
    void whoHasAWholeNetworkIsOneClient() {
        assertThat(NetworkAddress.of("2001:db8:1:2::1")).isEqualTo(NetworkAddress.of("2001:db8:1:2:ffff::9"));
        assertThat(NetworkAddress.of("2001:db8:1:2::1")).isNotEqualTo(NetworkAddress.of("2001:db8:1:3::1"));
        assertThat(NetworkAddress.of("192.0.2.1")).isNotEqualTo(NetworkAddress.of("192.0.2.2"));
        assertThat(NetworkAddress.of("::ffff:192.0.2.1")).isEqualTo(NetworkAddress.of("192.0.2.1"));
    }

    /** A proxy may send anything as the address of its client; nobody is asked who that is. */
    @Test
    void whatIsNoAddressCountsAsItIs() {
        assertThat(NetworkAddress.of("unknown")).isEqualTo("unknown");
        assertThat(NetworkAddress.of("a:b")).isEqualTo("a:b");
    }
}
