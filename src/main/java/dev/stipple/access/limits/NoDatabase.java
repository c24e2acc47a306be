package dev.stipple.access.limits;

import dev.stipple.access.refusals.Refusal;
import dev.stipple.store.keys.InvalidKey;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.sql.SQLException;
import java.util.Optional;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.RecoverableDataAccessException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.TransactionSystemException;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Answers with 503 and when to come back where the database cannot be reached, takes too long or takes nothing in, or names
 * keys that are not there, whether a page, a sign-in or a program asked; what needs no database is answered as ever.
 */
final class NoDatabase extends OncePerRequestFilter {
    private static final Logger LOG = LoggerFactory.getLogger(NoDatabase.class);
    private static final String SECONDS = "10";
    private static final Refusal NO_DATABASE = new Refusal(
            HttpStatus.SERVICE_UNAVAILABLE,
            "No database",
            "Nothing can be kept at the moment: the database is away, slow or full. Please send this again later.");
    private static final Refusal NO_KEYS = new Refusal(
            HttpStatus.SERVICE_UNAVAILABLE,
            "No keys",
            "Nothing can be kept at the moment: the keys that it needs are not there. Please send this again later.");

    /** What PostgreSQL says that is read-only, as a provider makes it whose disk is full. */
    private static final String READ_ONLY = "25006";

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        try {
            chain.doFilter(request, response);
        } catch (ServletException | RuntimeException e) {
            Optional<Refusal> refusal = refusal(e);
            if (response.isCommitted() || refusal.isEmpty()) {
                throw e;
            }
            response.resetBuffer();
            response.setHeader(HttpHeaders.RETRY_AFTER, SECONDS);
            refusal.get().write(request, response);
        }
    }

    private static Optional<Refusal> refusal(Exception problem) {
        Optional<InvalidKey> keys = causes(problem)
                .filter(InvalidKey.class::isInstance)
                .map(InvalidKey.class::cast)
                .findFirst();
        keys.ifPresent(cause -> LOG.error(cause.getMessage()));
        return keys.map(cause -> NO_KEYS).or(() -> isCause(problem) ? Optional.of(NO_DATABASE) : Optional.empty());
    }

    private static boolean isCause(Throwable problem) {
        return causes(problem)
                .anyMatch(each -> each instanceof DataAccessResourceFailureException
                        || each instanceof TransientDataAccessException
                        || each instanceof RecoverableDataAccessException
                        || each instanceof CannotCreateTransactionException
                        || each instanceof TransactionSystemException
                        || (each instanceof SQLException fault && isUnsorted(fault)));
    }

    /** What Spring cannot tell from a mistake in a statement: a read-only PostgreSQL, and an H2 that cannot write its file. */
    private static boolean isUnsorted(SQLException fault) {
        return READ_ONLY.equals(fault.getSQLState()) || causes(fault).anyMatch(IOException.class::isInstance);
    }

    private static Stream<Throwable> causes(Throwable problem) {
        return Stream.iterate(problem, each -> each != null, Throwable::getCause);
    }
}
