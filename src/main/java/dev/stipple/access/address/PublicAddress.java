package dev.stipple.access.address;

import dev.stipple.text.UnusableSetting;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;

/** Scheme, host and port under which people and programs reach the service, such as {@code https://clinic.example}. */
public record PublicAddress(String scheme, String host, int port) {
    private static final String EXAMPLE = "write it as https://clinic.example, without a path";

    /** Reads {@code stipple.address}. */
    public static Optional<PublicAddress> of(String configured) {
        return of("stipple.address", configured);
    }

    /**
     * Reads what is configured; empty where nothing is.
     *
     * @param setting its name, for whoever has to mend it
     * @throws UnusableSetting where it is no address, or says more than scheme, host and port
     */
    public static Optional<PublicAddress> of(String setting, String configured) {
        if (configured.isBlank()) {
            return Optional.empty();
        }
        try {
            URI address = new URI(configured.strip());
            boolean web = "http".equals(address.getScheme()) || "https".equals(address.getScheme());
            if (!web || address.getHost() == null || !configured.strip().equals(plain(address))) {
                throw new UnusableSetting(setting + " is " + configured + "; " + EXAMPLE);
            }
            return Optional.of(new PublicAddress(address.getScheme(), address.getHost(), port(address)));
        } catch (URISyntaxException e) {
            throw new UnusableSetting(setting + " is " + configured + "; " + EXAMPLE, e);
        }
    }

    private static String plain(URI address) {
        return address.getScheme() + "://" + address.getHost() + (address.getPort() < 0 ? "" : ":" + address.getPort());
    }

    private static int port(URI address) {
        if (address.getPort() >= 0) {
            return address.getPort();
        }
        return address.getScheme().equals("https") ? 443 : 80;
    }

    /** As a browser names it: without a port that the scheme implies. */
    public String origin() {
        boolean implied = port == (scheme.equals("https") ? 443 : 80);
        return scheme + "://" + host + (implied ? "" : ":" + port);
    }
}
