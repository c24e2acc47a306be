package dev.stipple.access.refusals;

import java.io.IOException;
import org.apache.catalina.Context;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.core.StandardHost;
import org.apache.catalina.valves.ErrorReportValve;
import org.springframework.http.HttpStatus;

/** What Tomcat itself refuses before anything else reads the request, such as a path with letters that none may have. */
public final class TomcatErrors extends ErrorReportValve {
    /** Made by Tomcat, from the name of the class. */
    public TomcatErrors() {}

    /** Lets a port tell what it refuses in this way. */
    public static void tellFor(Context context) {
        if (context.getParent() instanceof StandardHost host) {
            host.setErrorReportValveClass(TomcatErrors.class.getName());
        }
    }

    @Override
    protected void report(Request request, Response response, Throwable problem) {
        HttpStatus status = HttpStatus.resolve(response.getStatus());
        if (status == null || !status.isError() || response.getContentWritten() > 0 || !response.setErrorReported()) {
            return;
        }
        try {
            new Refusal(status, status.getReasonPhrase(), "This is no request that can be read.")
                    .tell(request.getRequestURI(), response);
            response.finishResponse();
        } catch (IOException hungUp) {
            container.getLogger().debug("nobody is there to be told", hungUp);
        }
    }
}
