package dev.stipple.events;

import dev.stipple.text.UnusableSetting;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** A program of others that is told events, as <a href="https://www.standardwebhooks.com">Standard Webhooks</a> has it. */
public final class Receiver {
    private static final String PREFIX = "whsec_";
    private static final int SHORTEST = 24;
    private static final int LONGEST = 64;
    private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9-]{0,39}");

    private final String name;
    private final URI address;
    private final byte[] secret;

    private Receiver(String name, URI address, byte[] secret) {
        this.name = name;
        this.address = address;
        this.secret = secret;
    }

    /**
     * Reads what is configured.
     *
     * @throws UnusableSetting where it cannot be used; says why, and nothing of the secret
     */
    public static Receiver of(String name, String url, String secret) {
        String setting = "stipple.receivers." + name;
        if (!NAME.matcher(name).matches()) {
            throw new UnusableSetting(setting + " has no name of up to 40 of a to z, 0 to 9 and hyphens; give it one");
        }
        return new Receiver(name, address(setting + ".url", url), secret(setting + ".secret", secret));
    }

    private static URI address(String setting, String url) {
        try {
            var address = new URI(url.strip());
            boolean web = "https".equals(address.getScheme()) || "http".equals(address.getScheme());
            if (web && address.getHost() != null && address.getUserInfo() == null && address.getFragment() == null) {
                return address;
            }
        } catch (URISyntaxException e) {
            throw new UnusableSetting(setting + " is no address: " + e.getReason(), e);
        }
        throw new UnusableSetting(
                setting + " is no address; write it as https://receiver.example/events, without a password");
    }

    private static byte[] secret(String setting, String written) {
        byte[] secret = decoded(written.strip());
        if (secret.length < SHORTEST || secret.length > LONGEST) {
            throw new UnusableSetting(setting + " is not " + PREFIX + " and " + SHORTEST + " to " + LONGEST
                    + " random bytes in base64; make one with: echo " + PREFIX + "$(openssl rand -base64 32)");
        }
        return secret;
    }

    private static byte[] decoded(String written) {
        try {
            return Base64.getDecoder().decode(written.startsWith(PREFIX) ? written.substring(PREFIX.length()) : "");
        } catch (IllegalArgumentException e) {
            return new byte[0];
        }
    }

    public String name() {
        return name;
    }

    URI address() {
        return address;
    }

    /** HMAC-SHA-256 over the id, the second at which it is sent and the body, so that nobody can send it again much later. */
    String signature(String id, Instant sent, byte[] body) {
        byte[] head = (id + "." + sent.getEpochSecond() + ".").getBytes(StandardCharsets.UTF_8);
        byte[] text = Arrays.copyOf(head, head.length + body.length);
        System.arraycopy(body, 0, text, head.length, body.length);
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret, "HmacSHA256"));
            return "v1," + Base64.getEncoder().encodeToString(mac.doFinal(text));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has HMAC-SHA-256", e);
        }
    }

    /** Nothing of the secret, so that none of it ends in a log. */
    @Override
    public String toString() {
        return "receiver " + name;
    }
}
