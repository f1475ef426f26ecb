package io.rapport.launcher;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** PostgreSQL's settings: durable, loopback only, modest in memory; the operator's own win. */
final class PostgresSettings {
    private final Map<String, String> values = new TreeMap<>();

    PostgresSettings(Map<String, String> options) {
        values.putAll(Map.of("fsync", "on", "synchronous_commit", "on", "full_page_writes", "on"));
        values.putAll(Map.of(
                "max_connections", "100",
                "shared_buffers", "256MB",
                "effective_cache_size", "1GB",
                "work_mem", "8MB",
                "maintenance_work_mem", "128MB",
                "max_wal_size", "2GB",
                "random_page_cost", "1.1"));
        // Just-in-time compilation pays for long reports only and delays the short statements of a chat.
        values.putAll(Map.of("jit", "off", "timezone", "UTC", "log_timezone", "UTC"));
        values.putAll(Map.of("log_line_prefix", "%m [%p] %a ", "log_checkpoints", "off"));
        values.putAll(options);
        values.putAll(Map.of("listen_addresses", "127.0.0.1", "unix_socket_directories", ""));
    }

    /** The arguments of {@code postgres}. */
    List<String> arguments(String cluster, int port) {
        var arguments = new ArrayList<String>(List.of("-D", cluster, "-p", Integer.toString(port)));
        values.forEach((name, value) -> arguments.addAll(List.of("-c", name + "=" + value)));
        return arguments;
    }
}
