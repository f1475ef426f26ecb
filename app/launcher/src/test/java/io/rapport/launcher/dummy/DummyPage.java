package io.rapport.launcher.dummy;

import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Tells what the launcher handed over, and stands in for the demo shop; at its start it asks for an administrator. */
@WebServlet(
        urlPatterns = {"/environment", "/demo/"},
        loadOnStartup = 1)
public class DummyPage extends HttpServlet {
    @Override
    public void init() {
        try {
            Files.writeString(
                    Path.of(System.getenv("RAPPORT_DATA"), "first-administrator-link"),
                    System.getenv("RAPPORT_PUBLIC_URL") + "/console/first?token=once\n");
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        System.getenv().forEach((name, value) -> {
            try {
                if (name.startsWith("RAPPORT_")) {
                    response.getWriter().println(name + "=" + value);
                }
            } catch (IOException e) {
                throw new IllegalStateException(e);
            }
        });
    }
}
