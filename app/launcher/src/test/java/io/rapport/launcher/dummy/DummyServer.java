package io.rapport.launcher.dummy;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.concurrent.CountDownLatch;

/** A quick program in the server's place: behaves as its first argument says, on the port that the second names. */
public final class DummyServer {
    private static final String RECORD = "2026-11-22T14:00:19.394+0000 ";

    private DummyServer() {}

    public static void main(String[] arguments) throws IOException {
        System.out.println(RECORD + "INFO quiet: started");
        System.out.println(RECORD + "WARNING org.glassfish: of no interest");
        System.out.println(RECORD + "WARNING io.rapport.desk: the disk is nearly full");
        switch (arguments[0]) {
            case "die" -> {
                System.out.println("last words");
                System.exit(3);
            }
            case "refuse-to-stop" -> Runtime.getRuntime().addShutdownHook(new Thread(DummyServer::waitForEver));
            default -> {}
        }
        serve(Integer.parseInt(arguments[1]));
    }

    private static void serve(int port) throws IOException {
        var http = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        int status = "yes".equals(System.getenv("DUMMY")) ? 200 : 500;
        for (String path : new String[] {"/health/ready", "/environment-arrived"}) {
            http.createContext(path, exchange -> {
                exchange.sendResponseHeaders(status, -1);
                exchange.close();
            });
        }
        http.start();
    }

    private static void waitForEver() {
        try {
            new CountDownLatch(1).await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
