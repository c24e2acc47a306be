package dev.stipple.mail;

import dev.stipple.text.PlainText;
import dev.stipple.text.UnusableSetting;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Whom mails come from.
 *
 * @param name of the clinic; empty where it is not to be named
 */
public record Sender(String name, MailAddress address) {
    private static final String SETTING = "stipple.mail.from";
    private static final Pattern NAMED = Pattern.compile("([^<>]*)<([^<>]+)>");

    /**
     * Reads {@code stipple.mail.from}.
     *
     * @throws UnusableSetting where it is no address, with or without a name before it
     */
    public static Sender of(String configured) {
        Matcher named = NAMED.matcher(configured.strip());
        boolean isNamed = named.matches();
        String name = isNamed ? named.group(1).strip() : "";
        var address = MailAddress.of(isNamed ? named.group(2) : configured);
        if (address.isEmpty() || !PlainText.is(name) || name.lines().count() > 1) {
            throw new UnusableSetting(SETTING + " is no address: " + configured
                    + "; write it as desk@clinic.example, or Clinic <desk@clinic.example>");
        }
        return new Sender(name, address.get());
    }
}
