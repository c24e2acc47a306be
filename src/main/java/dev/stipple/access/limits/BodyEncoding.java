package dev.stipple.access.limits;

import dev.stipple.access.refusals.Refusal;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Turns away bodies that are packed, JSON that says that it is not UTF-8, and bodies of which two headers say what they are, as
 * none is read as it was meant.
 */
final class BodyEncoding extends OncePerRequestFilter {
    private static final String PLAIN = "identity";
    private static final List<String> DESCRIBING = List.of(HttpHeaders.CONTENT_TYPE, HttpHeaders.CONTENT_ENCODING);

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String packed = request.getHeader(HttpHeaders.CONTENT_ENCODING);
        if (DESCRIBING.stream().anyMatch(name -> isDoubled(request, name))) {
            new Refusal(
                            HttpStatus.UNSUPPORTED_MEDIA_TYPE,
                            "Doubled header",
                            "Content-Type and Content-Encoding stand once each; of two, only one would be read.")
                    .write(request, response);
        } else if (packed != null && !packed.isBlank() && !packed.strip().equalsIgnoreCase(PLAIN)) {
            response.setHeader(HttpHeaders.ACCEPT_ENCODING, PLAIN);
            new Refusal(
                            HttpStatus.UNSUPPORTED_MEDIA_TYPE,
                            "Encoded body",
                            "A body is not unpacked here; send it without Content-Encoding.")
                    .write(request, response);
        } else if (isOtherJson(request.getContentType())) {
            new Refusal(
                            HttpStatus.UNSUPPORTED_MEDIA_TYPE,
                            "Other charset",
                            "JSON is UTF-8 (RFC 8259); send it so, without another charset.")
                    .write(request, response);
        } else {
            chain.doFilter(request, response);
        }
    }

    private static boolean isDoubled(HttpServletRequest request, String name) {
        return Collections.list(request.getHeaders(name)).size() > 1;
    }

    private static boolean isOtherJson(@Nullable String type) {
        if (type == null) {
            return false;
        }
        try {
            MediaType media = MediaType.parseMediaType(type);
            Charset charset = media.getCharset();
            boolean json =
                    media.getSubtype().equals("json") || media.getSubtype().endsWith("+json");
            return json && charset != null && !charset.equals(StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return !ReadableParameters.isForm(type);
        }
    }
}
