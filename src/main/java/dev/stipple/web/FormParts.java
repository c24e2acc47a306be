package dev.stipple.web;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import org.springframework.http.HttpStatus;
import org.springframework.web.server.ResponseStatusException;

/** The parts of a form with a file. */
public final class FormParts {
    private FormParts() {}

    /** Refuses a form of which a part is no field of the page, or stands there twice, as it would be passed over. */
    public static void requireRead(HttpServletRequest request, Set<String> fields)
            throws IOException, ServletException {
        List<String> names = request.getParts().stream().map(Part::getName).toList();
        if (!fields.containsAll(names) || Set.copyOf(names).size() < names.size()) {
            throw new ResponseStatusException(HttpStatus.BAD_REQUEST);
        }
    }
}
