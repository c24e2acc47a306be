package dev.stipple.api;

import dev.stipple.answers.AnswerFault;
import dev.stipple.answers.BrokenTable;
import dev.stipple.answers.InvalidAnswers;
import dev.stipple.api.strict.OtherCharset;
import dev.stipple.api.strict.UnfitText;
import dev.stipple.api.strict.UnreadBody;
import dev.stipple.api.strict.UnusableParameter;
import dev.stipple.assessment.DistantDay;
import dev.stipple.assessment.GivenLater;
import dev.stipple.text.Nearest;
import dev.stipple.text.StrictJson;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.TypeMismatchException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.web.HttpMediaTypeNotAcceptableException;
import org.springframework.web.HttpMediaTypeNotSupportedException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;
import org.springframework.web.util.DisconnectedClientHelper;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonPointer;

/** Turns what went wrong into problem details (RFC 9457). */
@RestControllerAdvice
class Problems extends ResponseEntityExceptionHandler {
    @ExceptionHandler
    ProblemDetail malformed(StrictJson.Malformed problem) {
        return problem(HttpStatus.BAD_REQUEST, "Malformed JSON", problem.getMessage());
    }

    @ExceptionHandler
    ProblemDetail broken(BrokenTable problem) {
        return problem(HttpStatus.BAD_REQUEST, "Broken table", problem.getMessage());
    }

    @ExceptionHandler
    ProblemDetail tooDeep(StrictJson.TooDeep problem) {
        return invalid(new InvalidAnswers(List.of(new AnswerFault(
                problem.pointer(), StrictJson.TooDeep.PROBLEM, "answers as the questionnaire has them", null))));
    }

    @ExceptionHandler
    ProblemDetail invalid(InvalidAnswers problem) {
        var detail = problem(
                HttpStatus.UNPROCESSABLE_CONTENT,
                "Invalid answers",
                "The body does not fit; 'errors' names each fault with its place, 'more' counts the rest.");
        detail.setProperty("errors", problem.faults());
        detail.setProperty("more", problem.more());
        return detail;
    }

    /** A body that cannot be bound is told with the place where it cannot, and a text that cannot with the reason. */
    @Override
    protected @Nullable ResponseEntity<Object> handleHttpMessageNotReadable(
            HttpMessageNotReadableException problem, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        String text = problem.getCause() == null
                ? "The body is empty; send what this address takes, as /v3/api-docs describes it."
                : "The body is not what this address takes" + place(problem.getCause()) + ".";
        return handleExceptionInternal(
                problem, problem(HttpStatus.BAD_REQUEST, "Unreadable body", text), headers, status, request);
    }

    /** A value that is none of its kind is told with the nearest, or with how it is written. */
    @Override
    protected @Nullable ResponseEntity<Object> handleTypeMismatch(
            TypeMismatchException problem, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        String text = "'" + problem.getPropertyName() + "' cannot be read; "
                + remedy(String.valueOf(problem.getValue()), problem.getRequiredType()) + ".";
        return handleExceptionInternal(
                problem, problem(HttpStatus.BAD_REQUEST, "Unusable parameter", text), headers, status, request);
    }

    private static String remedy(String value, @Nullable Class<?> type) {
        if (type != null && type.isEnum()) {
            return Nearest.remedy(
                    value,
                    Stream.of(type.getEnumConstants())
                            .map(code -> ((Enum<?>) code).name())
                            .toList());
        }
        if (type == boolean.class) {
            return "write true or false";
        }
        if (type == LocalDate.class) {
            return "write a day such as 2026-11-30";
        }
        return type == Instant.class ? "write a time such as 2026-11-30T09:00:00Z" : "write a whole number";
    }

    /** In words, as a client that asks for XML has to know what to ask for. */
    @Override
    protected @Nullable ResponseEntity<Object> handleHttpMediaTypeNotAcceptable(
            HttpMediaTypeNotAcceptableException problem,
            HttpHeaders headers,
            HttpStatusCode status,
            WebRequest request) {
        String text = "This address does not answer in what Accept asks for; it answers in "
                + MediaType.toString(problem.getSupportedMediaTypes()) + ".";
        return handleExceptionInternal(
                problem, problem(HttpStatus.NOT_ACCEPTABLE, "Not acceptable", text), headers, status, request);
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleHttpMediaTypeNotSupported(
            HttpMediaTypeNotSupportedException problem,
            HttpHeaders headers,
            HttpStatusCode status,
            WebRequest request) {
        String text = "This address reads " + MediaType.toString(problem.getSupportedMediaTypes())
                + "; send that, and name it in Content-Type.";
        return handleExceptionInternal(
                problem,
                problem(HttpStatus.UNSUPPORTED_MEDIA_TYPE, "Unsupported media type", text),
                headers,
                status,
                request);
    }

    private static String place(Throwable cause) {
        String place = cause instanceof JacksonException unread ? place(unread) : "";
        String why = cause instanceof UnfitText unfit ? ": " + unfit.getOriginalMessage() : "";
        return (place.isEmpty() ? "" : ", at " + place) + why;
    }

    private static String place(JacksonException unread) {
        JsonPointer place = JsonPointer.empty();
        for (var step : unread.getPath()) {
            String name = step.getPropertyName();
            place = name == null ? place.appendIndex(step.getIndex()) : place.appendProperty(name);
        }
        if (place.matches() && unread.getLocation() != null) {
            return "line " + unread.getLocation().getLineNr() + ", column "
                    + unread.getLocation().getColumnNr();
        }
        return place.toString();
    }

    @ExceptionHandler
    ProblemDetail unknown(UnknownRule problem) {
        return problem(HttpStatus.NOT_FOUND, "Unknown rule", problem.getMessage());
    }

    @ExceptionHandler
    ProblemDetail unusable(UnusableParameter problem) {
        return problem(HttpStatus.BAD_REQUEST, "Unusable parameter", problem.detail());
    }

    @ExceptionHandler
    ProblemDetail unread(UnreadBody problem) {
        return problem(HttpStatus.BAD_REQUEST, "Unread body", problem.getMessage());
    }

    @ExceptionHandler
    ProblemDetail otherCharset(OtherCharset problem) {
        return problem(HttpStatus.UNSUPPORTED_MEDIA_TYPE, "Other charset", problem.getMessage());
    }

    @ExceptionHandler
    ProblemDetail unknown(UnknownLanguage problem) {
        return problem(HttpStatus.BAD_REQUEST, "Unknown language", problem.getMessage());
    }

    /** A client that hung up is told nothing, and it is no fault. */
    @Override
    protected @Nullable ResponseEntity<Object> handleExceptionInternal(
            Exception problem, @Nullable Object body, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        return DisconnectedClientHelper.isClientDisconnectedException(problem)
                ? null
                : super.handleExceptionInternal(problem, body, headers, status, request);
    }

    @ExceptionHandler
    ProblemDetail later(GivenLater problem) {
        return problem(HttpStatus.BAD_REQUEST, "Given later", problem.getMessage());
    }

    @ExceptionHandler
    ProblemDetail distant(DistantDay problem) {
        return problem(HttpStatus.BAD_REQUEST, "Distant day", problem.getMessage());
    }

    @ExceptionHandler
    ProblemDetail unknown(UnknownDetail problem) {
        return problem(HttpStatus.BAD_REQUEST, "Unknown detail", problem.getMessage());
    }

    private static ProblemDetail problem(HttpStatus status, String title, @Nullable String text) {
        var detail = ProblemDetail.forStatusAndDetail(status, text);
        detail.setTitle(title);
        detail.setType(URI.create("about:blank"));
        return detail;
    }
}
