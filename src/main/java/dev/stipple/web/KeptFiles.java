package dev.stipple.web;

import dev.stipple.uploads.HarmlessFile;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/** Files that people sent, as browsers are given them: to be kept, never as a page that could do anything. */
public final class KeptFiles {
    private static final String POLICY = "default-src 'none'; sandbox; frame-ancestors 'none'";

    private KeptFiles() {}

    public static ResponseEntity<byte[]> attachment(HarmlessFile file, int number) {
        String name = "stipple-" + number + "." + file.kind().ending();
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(file.kind().type()))
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment().filename(name).build().toString())
                .header("Content-Security-Policy", POLICY)
                .header("X-Robots-Tag", "noindex")
                .header("Referrer-Policy", "same-origin")
                .header("X-Content-Type-Options", "nosniff")
                .header("Cross-Origin-Resource-Policy", "same-origin")
                .cacheControl(CacheControl.noStore())
                .body(file.bytes());
    }
}
