package dev.stipple.access.limits;

import dev.stipple.access.refusals.Refusal;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.sql.SQLException;
import java.util.stream.Stream;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.RecoverableDataAccessException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.TransactionSystemException;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Answers with 503 and when to come back where the database cannot be reached, takes too long or takes nothing in, whether a
 * page, a sign-in or a program asked; what needs no database is answered as ever.
 */
final class NoDatabase extends OncePerRequestFilter {
    private static final String SECONDS = "10";

    /** What PostgreSQL says that is read-only, as a provider makes it whose disk is full. */
    private static final String READ_ONLY = "25006";

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        try {
            chain.doFilter(request, response);
        } catch (ServletException | RuntimeException e) {
            if (response.isCommitted() || !isCause(e)) {
                throw e;
            }
            response.resetBuffer();
            response.setHeader(HttpHeaders.RETRY_AFTER, SECONDS);
            new Refusal(
                            HttpStatus.SERVICE_UNAVAILABLE,
                            "No database",
                            "Nothing can be kept at the moment: the database is away, slow or full. Please send this again later.")
                    .write(request, response);
        }
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
