package io.rapport.server;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A request with a sender and headers; whatever else is asked of it fails. */
class FakeRequest extends HttpServletRequestWrapper {

    private final String sender;
    private final Map<String, List<String>> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);

    FakeRequest(String sender) {
        super((HttpServletRequest) Proxy.newProxyInstance(
                FakeRequest.class.getClassLoader(),
                new Class<?>[] {HttpServletRequest.class},
                (self, method, given) -> {
                    throw new UnsupportedOperationException(method.getName());
                }));
        this.sender = sender;
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
}
