package dev.stipple.mail;

import java.net.IDN;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * An address that mail can be sent to by every server, such as {@code ada@example.org}: nothing in it could end a line or name
 * a second address.
 *
 * @param text in ASCII, a domain in other letters as its code
 */
public record MailAddress(String text) {
    private static final int LONGEST = 254;
    private static final int LONGEST_NAME = 64;

    private static final Pattern NAME =
            Pattern.compile("[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(\\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*");
    private static final Pattern DOMAIN =
            Pattern.compile("([A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?\\.)+[A-Za-z][A-Za-z0-9-]{0,61}[A-Za-z0-9]");

    /** The address that somebody wrote; empty where it is none, or nothing. */
    public static Optional<MailAddress> of(@Nullable String written) {
        if (written == null) {
            return Optional.empty();
        }
        String text = written.strip();
        int at = text.lastIndexOf('@');
        if (at < 1 || at > LONGEST_NAME || !NAME.matcher(text.substring(0, at)).matches()) {
            return Optional.empty();
        }
        String address = text.substring(0, at) + '@' + ascii(text.substring(at + 1));
        return address.length() > LONGEST
                        || !DOMAIN.matcher(address.substring(at + 1)).matches()
                ? Optional.empty()
                : Optional.of(new MailAddress(address));
    }

    /** What stands behind the {@code @}. */
    public String domain() {
        return text.substring(text.lastIndexOf('@') + 1);
    }

    /** The code of a domain; empty for one with letters that the code has not, as those are read as other ones. */
    private static String ascii(String domain) {
        try {
            String ascii = IDN.toASCII(domain);
            return IDN.toUnicode(ascii).equals(domain.toLowerCase(Locale.ROOT)) ? ascii : "";
        } catch (IllegalArgumentException e) {
            return "";
        }
    }

    /** Never the address, so that it does not end in a log. */
    @Override
    public String toString() {
        return "an address";
    }
}
