package dev.stipple.mail;

import java.util.Optional;

/** Hands a mail to the server that sends it on, once. */
@FunctionalInterface
public interface Mailer {
    /**
     * Hands it over.
     *
     * @return what went wrong; empty where the server took it
     */
    Optional<Unsent> send(Mail mail);
}
