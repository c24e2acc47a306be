package dev.stipple;

import java.util.Map;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.security.crypto.password.DelegatingPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.crypto.password.Pbkdf2PasswordEncoder;
import org.springframework.security.crypto.password.Pbkdf2PasswordEncoder.SecretKeyFactoryAlgorithm;
import org.springframework.stereotype.Component;

/**
 * Hashes passwords once instead of 310,000 times in services that tests start within their own Java machine, whose compiler
 * takes three seconds of processor for each. Services that are processes of their own hash as they are shipped.
 */
@Component
final class QuickPasswords implements BeanPostProcessor {
    @Override
    public Object postProcessAfterInitialization(Object bean, String name) {
        return bean instanceof PasswordEncoder
                ? new DelegatingPasswordEncoder(
                        "pbkdf2",
                        Map.of(
                                "pbkdf2",
                                new Pbkdf2PasswordEncoder("", 16, 1, SecretKeyFactoryAlgorithm.PBKDF2WithHmacSHA256)))
                : bean;
    }
}
