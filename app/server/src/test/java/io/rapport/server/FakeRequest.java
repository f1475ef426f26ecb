package io.rapport.server;

import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A request with a sender, headers and a body; whatever else is asked of it fails. */
class FakeRequest extends HttpServletRequestWrapper {

    private final String sender;
    private final Map<String, List<String>> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);

    private String servletPath = "";
    private String pathInfo;
    private long declared = -1;
    private InputStream body = InputStream.nullInputStream();

    FakeRequest(String sender) {
        super((HttpServletRequest) Proxy.newProxyInstance(
                FakeRequest.class.getClassLoader(),
                new Class<?>[] {HttpServletRequest.class},
                (self, method, given) -> {
                    throw new UnsupportedOperationException(method.getName());
                }));
        this.sender = sender;
    }

    /** Where it goes, in the two parts that the container makes of it; the second may be null. */
    FakeRequest to(String servletPath, String pathInfo) {
        this.servletPath = servletPath;
        this.pathInfo = pathInfo;
        return this;
    }

    /** @param declared the length that its header says, -1: none */
    FakeRequest body(long declared, int bytes) {
        this.declared = declared;
        this.body = new ByteArrayInputStream(new byte[bytes]);
        return this;
    }

    /** One more line of a header. */
    FakeRequest with(String header, String line) {
        headers.computeIfAbsent(header, name -> new ArrayList<>()).add(line);
        return this;
    }

    @Override
    public String getRemoteAddr() {
        return sender;
    }

    @Override
    public String getScheme() {
        return "http";
    }

    @Override
    public String getHeader(String name) {
        return headers.containsKey(name) ? headers.get(name).get(0) : null;
    }

    @Override
    public Enumeration<String> getHeaders(String name) {
        return Collections.enumeration(headers.getOrDefault(name, List.of()));
    }

    @Override
    public String getServletPath() {
        return servletPath;
    }

    @Override
    public String getPathInfo() {
        return pathInfo;
    }

    @Override
    public long getContentLengthLong() {
        return declared;
    }

    @Override
    public ServletInputStream getInputStream() {
        return new ServletInputStream() {
            @Override
            public int read() throws IOException {
                return body.read();
            }

            @Override
            public boolean isFinished() {
                return false;
            }

            @Override
            public boolean isReady() {
                return true;
            }

            @Override
            public void setReadListener(ReadListener listener) {}
        };
    }
}
