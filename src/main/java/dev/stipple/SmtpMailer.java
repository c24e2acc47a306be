package dev.stipple;

import dev.stipple.mail.Mail;
import dev.stipple.mail.MailAddress;
import dev.stipple.mail.Mailer;
import dev.stipple.mail.Unsent;
import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.UnsupportedEncodingException;
import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.springframework.mail.MailException;
import org.springframework.mail.MailSendException;
import org.springframework.mail.javamail.JavaMailSender;

/** Hands mails to an SMTP server: plain text, under an id that stays, and marked as sent by a machine, so that none answers. */
final class SmtpMailer implements Mailer {
    private static final String CHARSET = StandardCharsets.UTF_8.name();

    private final JavaMailSender server;

    SmtpMailer(JavaMailSender server) {
        this.server = server;
    }

    @Override
    public Optional<Unsent> send(Mail mail) {
        try {
            server.send(message(mail));
            return Optional.empty();
        } catch (MailException | MessagingException e) {
            return Optional.of(problem(innermost(e)));
        }
    }

    private static Unsent problem(Throwable failure) {
        if (failure instanceof ConnectException || failure instanceof UnknownHostException) {
            return Unsent.NO_CONNECTION;
        }
        if (failure instanceof SocketTimeoutException) {
            return Unsent.NO_ANSWER;
        }
        if (failure instanceof AuthenticationFailedException) {
            return Unsent.SIGN_IN_REFUSED;
        }
        return failure instanceof SMTPAddressFailedException ? Unsent.ADDRESS_REFUSED : Unsent.NOT_TAKEN;
    }

    private MimeMessage message(Mail mail) throws MessagingException {
        String domain = mail.from().address().domain();
        MimeMessage message = server.createMimeMessage();
        message.setHeader("Message-ID", "<" + mail.id() + "@" + domain + ">");
        message.setHeader("Auto-Submitted", "auto-generated");
        message.setHeader("Content-Language", mail.language().tag());
        message.setFrom(address(mail.from().address(), mail.from().name()));
        message.setRecipient(MimeMessage.RecipientType.TO, address(mail.to(), ""));
        message.setSubject(mail.subject(), CHARSET);
        message.setText(mail.text(), CHARSET);
        return message;
    }

    private static InternetAddress address(MailAddress address, String name) throws MessagingException {
        try {
            return name.isEmpty()
                    ? new InternetAddress(address.text(), true)
                    : new InternetAddress(address.text(), name, CHARSET);
        } catch (UnsupportedEncodingException e) {
            throw new IllegalStateException("every Java has UTF-8", e);
        }
    }

    /** What the server said of one message or one address lies deeper than causes go. */
    private static Throwable innermost(Throwable failure) {
        if (failure instanceof MailSendException several && several.getMessageExceptions().length > 0) {
            return innermost(several.getMessageExceptions()[0]);
        }
        Throwable inner =
                failure instanceof MessagingException messaging ? messaging.getNextException() : failure.getCause();
        return inner == null ? failure : innermost(inner);
    }
}
