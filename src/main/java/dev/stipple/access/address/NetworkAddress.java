package dev.stipple.access.address;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.HexFormat;

/** What counts as one client: an IPv4 address, or the /64 of an IPv6 address, all of which one client has to itself. */
public final class NetworkAddress {
    private static final int NETWORK_BYTES = 8;

    private NetworkAddress() {}

    public static String of(InetAddress address) {
        return address instanceof Inet6Address
                ? HexFormat.of().formatHex(address.getAddress(), 0, NETWORK_BYTES)
                : address.getHostAddress();
    }

    /** Of an address as it is written; what is none, as a proxy may send it, counts as it is. */
    public static String of(String written) {
        try {
            return written.indexOf(':') < 0 ? written : of(InetAddress.getByName(written));
        } catch (UnknownHostException e) {
            return written;
        }
    }
}
