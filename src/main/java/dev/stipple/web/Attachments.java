package dev.stipple.web;

import dev.stipple.uploads.HarmlessFile;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/** Files that tell of people, which no cache keeps and no search engine lists. */
public final class Attachments {
    private static final String POLICY = "default-src 'none'; sandbox; frame-ancestors 'none'";

    private Attachments() {}

    /** One that was made here, which a browser may show. */
    public static ResponseEntity<byte[]> of(MediaType type, String name, byte[] content) {
        return answer(type, ContentDisposition.inline().filename(name)).body(content);
    }

    /** One that a person sent, to be kept by the browser and never shown as a page that could do anything. */
    public static ResponseEntity<byte[]> sent(HarmlessFile file, int number) {
        String name = "stipple-" + number + "." + file.kind().ending();
        return answer(
                        MediaType.parseMediaType(file.kind().type()),
                        ContentDisposition.attachment().filename(name))
                .header("Content-Security-Policy", POLICY)
                .header("Cross-Origin-Resource-Policy", "same-origin")
                .body(file.bytes());
    }

    private static ResponseEntity.BodyBuilder answer(MediaType type, ContentDisposition.Builder disposition) {
        return ResponseEntity.ok()
                .contentType(type)
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .header("X-Robots-Tag", "noindex")
                .header("Referrer-Policy", "same-origin")
                .header("X-Content-Type-Options", "nosniff")
                .header(HttpHeaders.CONTENT_DISPOSITION, disposition.build().toString());
    }
}
