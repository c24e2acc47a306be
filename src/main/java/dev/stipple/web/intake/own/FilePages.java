package dev.stipple.web.intake.own;

import dev.stipple.screening.OwnScreenings;
import dev.stipple.screening.kept.Reference;
import dev.stipple.screening.uploads.Upload;
import dev.stipple.screening.uploads.Uploads;
import dev.stipple.uploads.Refused;
import dev.stipple.web.Attachments;
import dev.stipple.web.FormParts;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;

/** Takes letters and photos of somebody, shows them what there is, and takes it away again. */
@Controller
@RequestMapping("/intake/{token}/sent/files")
class FilePages {
    private static final int MEGABYTE = 1 << 20;
    private static final Set<String> FIELDS = Set.of("shows", "file");

    private final Uploads uploads;

    FilePages(Uploads uploads) {
        this.uploads = uploads;
    }

    @GetMapping
    ModelAndView show(Own opened, @RequestParam(defaultValue = "false") boolean kept) {
        var page = page(opened, null, HttpStatus.OK);
        page.addObject("kept", kept);
        return page;
    }

    @PostMapping(consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    ModelAndView add(
            Own opened,
            @RequestParam Upload.Shows shows,
            @RequestParam(required = false) @Nullable MultipartFile file,
            HttpServletRequest request)
            throws IOException, ServletException {
        FormParts.requireRead(request, FIELDS);
        byte[] sent = file == null ? new byte[0] : file.getBytes();
        try {
            uploads.add(reference(opened), shows, sent, OwnScreenings.ACTOR);
            return new ModelAndView("redirect:" + opened.address("/files") + "?kept=true");
        } catch (Refused e) {
            var page = page(opened, e.why(), HttpStatus.UNPROCESSABLE_CONTENT);
            page.addObject("of", shows);
            return page;
        }
    }

    @GetMapping("/{number}")
    ResponseEntity<byte[]> file(Own opened, @PathVariable int number) {
        return Attachments.sent(uploads.open(reference(opened), number, OwnScreenings.ACTOR), number);
    }

    @PostMapping("/{number}/removal")
    ModelAndView remove(Own opened, @PathVariable int number) {
        uploads.remove(reference(opened), number, OwnScreenings.ACTOR);
        return new ModelAndView("redirect:" + opened.address("/files"));
    }

    /** Where a page that answered a form is loaded again. */
    @GetMapping("/{number}/removal")
    ModelAndView removed(Own opened) {
        return new ModelAndView("redirect:" + opened.address("/files"));
    }

    private ModelAndView page(Own opened, Refused.@Nullable Why refused, HttpStatus status) {
        var page = new ModelAndView(
                "intake/files",
                Map.of(
                        "own", opened.address(""),
                        "files", opened.address("/files"),
                        "all", uploads.of(reference(opened)),
                        "views", Upload.Shows.values(),
                        "most", uploads.most(),
                        "megabytes", uploads.mostBytes() / MEGABYTE));
        page.addObject("refused", refused);
        page.setStatus(status);
        return page;
    }

    private static Reference reference(Own opened) {
        return opened.screening().reference();
    }
}
