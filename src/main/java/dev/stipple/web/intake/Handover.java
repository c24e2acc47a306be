package dev.stipple.web.intake;

import dev.stipple.mail.MailAddress;
import dev.stipple.screening.kept.Contact;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a person writes so that the consultant can reach them.
 *
 * @param mails whether they agree to be written to by mail
 */
record Handover(String name, String email, String phone, boolean consent, boolean mails) {
    private static final int LONGEST = 200;

    static final Handover BLANK = new Handover("", "", "", false, false);

    /** The message that says what is wrong, by the field it is about; empty where all is well. */
    Map<String, String> faults() {
        var faults = new LinkedHashMap<String, String>();
        if (name.codePoints().noneMatch(Character::isLetterOrDigit) || name.length() > LONGEST) {
            faults.put("name", "handover.fault.name");
        }
        if (email.isBlank() && phone.isBlank()) {
            faults.put("email", "handover.fault.reach");
        } else if (email.length() > LONGEST || (!email.isBlank() && !Contact.isMail(email.strip()))) {
            faults.put("email", "handover.fault.email");
        }
        if (mails && faults.isEmpty() && MailAddress.of(email).isEmpty()) {
            faults.put("email", "handover.fault.mails");
        }
        if (phone.length() > LONGEST || !phone.matches("[-+()./\\d\\s]*")) {
            faults.put("phone", "handover.fault.phone");
        }
        if (!consent) {
            faults.put("consent", "handover.fault.consent");
        }
        return faults;
    }

    Contact contact() {
        return contact(name, email, phone);
    }

    static Contact contact(@Nullable String name, @Nullable String email, @Nullable String phone) {
        return new Contact(filled(name), filled(email), filled(phone));
    }

    private static @Nullable String filled(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }

    /** Nothing of the person, so that none of it ends in a log. */
    @Override
    public String toString() {
        return "Handover";
    }
}
