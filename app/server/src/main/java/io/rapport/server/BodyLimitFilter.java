package io.rapport.server;

import io.rapport.access.Problem;
import io.rapport.access.ProblemBody;
import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Refuses bodies above a size: at once by their declared length, else as soon as they go beyond it. Rules have a larger
 * one of their own, since all of them are sent together.
 */
public class BodyLimitFilter extends HttpFilter {

    private static final long serialVersionUID = 1L;
    private static final String RULES = "/api/v1/rules/";

    @Inject
    @ConfigProperty(name = "rapport.limits.body", defaultValue = "262144")
    int mostBytes;

    @Inject
    @ConfigProperty(name = "rapport.limits.rules-body", defaultValue = "4194304")
    int mostBytesOfRules;

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        int most = isOfRules(request) ? mostBytesOfRules : mostBytes;
        if (request.getContentLengthLong() > most) {
            refuse(response);
            return;
        }
        chain.doFilter(request.getContentLengthLong() < 0 ? new Limited(request, most) : request, response);
    }

    /** By the path that the container makes of the address, so that no other resource is reached under this prefix. */
    private static boolean isOfRules(HttpServletRequest request) {
        String path = request.getServletPath() + (request.getPathInfo() == null ? "" : request.getPathInfo());
        return path.startsWith(RULES);
    }

    private static void refuse(HttpServletResponse response) throws IOException {
        // The rest of the body is not wanted: the connection goes with it.
        response.setHeader("Connection", "close");
        ProblemBody.answer(response, Problem.tooLarge());
    }

    private static final class Limited extends HttpServletRequestWrapper {

        private final int most;

        Limited(HttpServletRequest request, int most) {
            super(request);
            this.most = most;
        }

        @Override
        public ServletInputStream getInputStream() throws IOException {
            return new LimitedStream(super.getInputStream(), most);
        }
    }

    private static final class LimitedStream extends ServletInputStream {

        private final ServletInputStream inner;
        private long left;

        LimitedStream(ServletInputStream inner, int most) {
            this.inner = inner;
            this.left = most;
        }

        @Override
        public int read() throws IOException {
            int read = inner.read();
            count(read < 0 ? 0 : 1);
            return read;
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            int read = inner.read(bytes, offset, length);
            count(Math.max(0, read));
            return read;
        }

        private void count(int read) throws TooLargeException {
            left -= read;
            if (left < 0) {
                throw new TooLargeException();
            }
        }

        @Override
        public boolean isFinished() {
            return inner.isFinished();
        }

        @Override
        public boolean isReady() {
            return inner.isReady();
        }

        @Override
        public void setReadListener(ReadListener listener) {
            inner.setReadListener(listener);
        }
    }
}
