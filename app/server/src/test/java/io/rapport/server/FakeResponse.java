package io.rapport.server;

import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.lang.reflect.Proxy;

/** A response of which only the status is kept; whatever else but headers and a body is asked of it fails. */
class FakeResponse extends HttpServletResponseWrapper {

    private int status = SC_OK;

    FakeResponse() {
        super((HttpServletResponse) Proxy.newProxyInstance(
                FakeResponse.class.getClassLoader(),
                new Class<?>[] {HttpServletResponse.class},
                (self, method, given) -> {
                    throw new UnsupportedOperationException(method.getName());
                }));
    }

    int status() {
        return status;
    }

    @Override
    public void setStatus(int status) {
        this.status = status;
    }

    @Override
    public void setHeader(String name, String value) {}

    @Override
    public void setContentType(String type) {}

    @Override
    public ServletOutputStream getOutputStream() {
        return new ServletOutputStream() {
            @Override
            public void write(int one) {}

            @Override
            public boolean isReady() {
                return true;
            }

            @Override
            public void setWriteListener(WriteListener listener) {}
        };
    }
}
