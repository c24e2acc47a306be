package dev.stipple.uploads;

import dev.stipple.uploads.Refused.Why;

/**
 * A file that may be kept and shown.
 *
 * @param kind {@link FileKind#JPEG} for every picture, as all are encoded anew; or {@link FileKind#PDF}
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record HarmlessFile(FileKind kind, byte[] bytes) {
    /**
     * Makes one of what somebody sent.
     *
     * @param most how many bytes it may have
     * @throws Refused where it cannot be kept
     */
    public static HarmlessFile of(byte[] sent, long most) {
        if (sent.length > most) {
            throw new Refused(Why.TOO_LARGE);
        }
        FileKind kind = FileKind.of(sent);
        return kind == FileKind.PDF
                ? new HarmlessFile(kind, sent.clone())
                : new HarmlessFile(FileKind.JPEG, Reencoding.of(sent, kind));
    }

    /** Nothing of the file, so that none of it ends in a log. */
    @Override
    public String toString() {
        return "a file, " + kind;
    }
}
