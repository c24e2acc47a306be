package dev.stipple.api.strict;

import dev.stipple.text.StrictJson;
import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.lang.reflect.Type;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpInputMessage;
import org.springframework.http.converter.HttpMessageConverter;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.servlet.mvc.method.annotation.RequestBodyAdviceAdapter;

/** Refuses bodies in another charset before anything reads them, as the reader of JSON would guess it from their first bytes. */
@ControllerAdvice(basePackages = "dev.stipple.api")
class Utf8Bodies extends RequestBodyAdviceAdapter {
    /** What is handed on to whoever reads the body. */
    private record Begun(HttpHeaders headers, InputStream body) implements HttpInputMessage {
        @Override
        public HttpHeaders getHeaders() {
            return headers;
        }

        @Override
        public InputStream getBody() {
            return body;
        }
    }

    @Override
    public boolean supports(MethodParameter parameter, Type type, Class<? extends HttpMessageConverter<?>> converter) {
        return true;
    }

    @Override
    public HttpInputMessage beforeBodyRead(
            HttpInputMessage message,
            MethodParameter parameter,
            Type type,
            Class<? extends HttpMessageConverter<?>> converter)
            throws IOException {
        var body = new PushbackInputStream(message.getBody(), StrictJson.BEGINNING);
        byte[] beginning = body.readNBytes(StrictJson.BEGINNING);
        if (StrictJson.isOtherCharset(beginning)) {
            throw new OtherCharset();
        }
        body.unread(beginning);
        return new Begun(message.getHeaders(), body);
    }
}
