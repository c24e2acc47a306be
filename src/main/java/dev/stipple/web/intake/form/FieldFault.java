package dev.stipple.web.intake.form;

/**
 * Why an answer cannot be taken.
 *
 * @param key of the message; {@code {0}} and {@code {1}} are the bounds of a number
 */
public record FieldFault(String key, int min, int max) {
    public static FieldFault of(String key) {
        return new FieldFault(key, 0, 0);
    }
}
