package dev.stipple;

import com.zaxxer.hikari.SQLExceptionOverride;
import java.sql.SQLException;
import org.h2.api.ErrorCode;

/**
 * Lets go of connections whose database H2 has closed, as it does where it cannot write its file: it calls them valid, and
 * opens the file again for new ones.
 */
public final class ClosedDatabase implements SQLExceptionOverride {
    @java.lang.Override
    public Override adjudicate(SQLException fault) {
        return fault.getErrorCode() == ErrorCode.DATABASE_IS_CLOSED ? Override.MUST_EVICT : Override.CONTINUE_EVICT;
    }
}
