package io.rapport.widget.internal;

import io.rapport.sites.SiteCard;
import io.rapport.sites.Sites;
import jakarta.inject.Inject;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/** The widget's frame: one page for every site, which only the site's own domains may frame. */
@WebServlet("/widget/frame")
public class FrameServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;
    private static final String PAGE = "/io/rapport/widget/frame.html";

    @Inject
    transient Sites sites;

    private byte[] page;

    @Override
    public void init() throws ServletException {
        try (InputStream stream = FrameServlet.class.getResourceAsStream(PAGE)) {
            page = stream.readAllBytes();
        } catch (IOException unreadable) {
            throw new ServletException(unreadable);
        }
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Optional<SiteCard> site =
                Optional.ofNullable(request.getParameter("site")).flatMap(sites::byKey);
        if (site.isEmpty()) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        response.setHeader("Content-Security-Policy", FramePolicy.of(site.get()));
        response.setContentType("text/html; charset=utf-8");
        response.getOutputStream().write(page);
    }
}
