package dev.stipple.web.console.detail;

import dev.stipple.screening.uploads.Uploads;
import dev.stipple.web.Attachments;
import dev.stipple.web.console.Desk;
import java.security.Principal;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;

/** Gives consultants the files that a person sent. */
@Controller
@RequestMapping(Desk.PATH + "/{reference}/files")
class UploadPages {
    private final Uploads uploads;

    UploadPages(Uploads uploads) {
        this.uploads = uploads;
    }

    @GetMapping("/{number}")
    ResponseEntity<byte[]> file(@PathVariable String reference, @PathVariable int number, Principal person) {
        return Attachments.sent(uploads.open(Desk.reference(reference), number, person.getName()), number);
    }
}
