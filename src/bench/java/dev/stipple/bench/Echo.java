package dev.stipple.bench;

import java.util.Collections;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.http.converter.autoconfigure.HttpMessageConvertersAutoConfiguration;
import org.springframework.boot.jackson.autoconfigure.JacksonAutoConfiguration;
import org.springframework.boot.tomcat.autoconfigure.servlet.TomcatServletWebServerAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.DispatcherServletAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.WebMvcAutoConfiguration;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** An otherwise empty Spring Boot web application that parses a body and sends it back, or sends what is stored, 60 KB. */
@SpringBootConfiguration
@ImportAutoConfiguration({
    TomcatServletWebServerAutoConfiguration.class,
    DispatcherServletAutoConfiguration.class,
    WebMvcAutoConfiguration.class,
    HttpMessageConvertersAutoConfiguration.class,
    JacksonAutoConfiguration.class
})
@RestController
public class Echo {
    public static void main(String[] arguments) {
        SpringApplication.run(Echo.class, arguments);
    }

    private static final byte[] STORED = stored();

    @PostMapping(path = "/api/v1/assessments", produces = MediaType.APPLICATION_JSON_VALUE)
    public byte[] answer(@RequestBody JsonNode body, @RequestParam(defaultValue = "summary") String detail) {
        return detail.equals("full") ? STORED : JsonMapper.shared().writeValueAsBytes(body);
    }

    private static byte[] stored() {
        var lines = Collections.nCopies(600, "x".repeat(97));
        return JsonMapper.shared().writeValueAsBytes(lines);
    }
}
