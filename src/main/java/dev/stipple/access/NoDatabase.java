package dev.stipple.access;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.stream.Stream;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.RecoverableDataAccessException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.UncategorizedSQLException;
import org.springframework.transaction.TransactionException;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Answers with 503 and when to come back where the database cannot be reached, whether a page, a sign-in or a program asked;
 * what needs no database is answered as ever.
 */
final class NoDatabase extends OncePerRequestFilter {
    private static final String SECONDS = "10";

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
                            "The database cannot be reached at the moment; please send this again later.")
                    .write(request, response);
        }
    }

    private static boolean isCause(Throwable problem) {
        return Stream.iterate(problem, each -> each != null, Throwable::getCause)
                .anyMatch(each -> each instanceof DataAccessResourceFailureException
                        || each instanceof TransientDataAccessException
                        || each instanceof RecoverableDataAccessException
                        || each instanceof UncategorizedSQLException
                        || each instanceof TransactionException);
    }
}
