package dev.stipple.access.limits;

import dev.stipple.access.address.NetworkAddress;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.channels.SocketChannel;
import org.apache.coyote.http11.Http11NioProtocol;
import org.apache.tomcat.util.net.NioEndpoint;

/** HTTP over connections of which one network address holds only so many; what it opens besides is closed at once. */
public final class BoundedConnections extends Http11NioProtocol {
    private final Endpoint endpoint;

    /** Made by Tomcat, from the name of the class. */
    public BoundedConnections() {
        this(new Endpoint());
    }

    private BoundedConnections(Endpoint endpoint) {
        super(endpoint);
        this.endpoint = endpoint;
    }

    /** How many one address holds at most. */
    void setMost(int most) {
        endpoint.most = most;
    }

    private static final class Endpoint extends NioEndpoint {
        private volatile int most = Integer.MAX_VALUE;

        @Override
        protected boolean setSocketOptions(SocketChannel socket) {
            if (isOneTooMany(socket)) {
                destroySocket(socket);
                return false;
            }
            return super.setSocketOptions(socket);
        }

        private boolean isOneTooMany(SocketChannel socket) {
            String address = address(socket);
            return connections.keySet().stream()
                            .filter(each -> address(each).equals(address))
                            .count()
                    >= most;
        }

        /** Empty where the other side is gone. */
        private static String address(SocketChannel socket) {
            try {
                return socket.getRemoteAddress() instanceof InetSocketAddress remote
                        ? NetworkAddress.of(remote.getAddress())
                        : "";
            } catch (IOException e) {
                return "";
            }
        }
    }
}
