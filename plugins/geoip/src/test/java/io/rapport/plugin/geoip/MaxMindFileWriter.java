package io.rapport.plugin.geoip;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Writes small files in the MaxMind DB File Format 2.0, for tests.
 *
 * <p>The tree is of IP version 6; IPv4 networks lie in {@code ::/96}. A later network that overlaps an earlier one wins.
 * Values are {@link String}, {@link Double}, {@link Integer} (written as uint16 or uint32, not negative), {@link Long}
 * (uint64), {@link Boolean}, {@link List} and {@link Map} of these.
 */
public final class MaxMindFileWriter {

    private static final byte[] METADATA_MARKER = "\u00ab\u00cd\u00efMaxMind.com".getBytes(StandardCharsets.ISO_8859_1);
    private static final int SEPARATOR = 16;

    private final int recordSize;
    private final String databaseType;
    private final List<Node> nodes = new ArrayList<>(List.of(new Node()));
    private final Map<Object, Integer> offsets = new HashMap<>();
    private final MaxMindData data = new MaxMindData();

    /**
     * Begins a file.
     *
     * @param recordSize 24, 28 or 32 bits
     * @param databaseType what the metadata says, such as {@code GeoLite2-City}
     */
    public MaxMindFileWriter(int recordSize, String databaseType) {
        if (recordSize != 24 && recordSize != 28 && recordSize != 32) {
            throw new IllegalArgumentException("A record has 24, 28 or 32 bits, not " + recordSize + ".");
        }
        this.recordSize = recordSize;
        this.databaseType = databaseType;
    }

    /** Adds a network, an IPv4 or IPv6 literal with its prefix such as {@code 81.2.69.0/24}, with its data. */
    public MaxMindFileWriter add(String network, Map<String, ?> values) {
        String[] parts = network.split("/");
        InetAddress address = literal(parts[0]);
        boolean version4 = address instanceof Inet4Address;
        byte[] bits = new byte[16];
        System.arraycopy(address.getAddress(), 0, bits, version4 ? 12 : 0, version4 ? 4 : 16);
        insert(bits, Integer.parseInt(parts[1]) + (version4 ? 96 : 0), offset(values));
        return this;
    }

    /** Adds a network with what a City database says of it; region, city and time zone may be null. */
    public MaxMindFileWriter addPlace(String network, String country, String region, String city, String timeZone) {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("country", Map.of("iso_code", country, "names", Map.of("en", country)));
        if (region != null) {
            values.put("subdivisions", List.of(Map.of("names", Map.of("en", region))));
        }
        if (city != null) {
            values.put("city", Map.of("geoname_id", 1_566_083, "names", Map.of("en", city, "de", city + " (de)")));
        }
        if (timeZone != null) {
            values.put("location", Map.of("time_zone", timeZone, "latitude", 10.8, "accuracy_radius", 20));
        }
        return add(network, values);
    }

    /** Writes the file, over one that exists. */
    public Path write(Path file) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        nodes.forEach(node -> out.writeBytes(node.toBytes(recordSize, nodes.size())));
        out.writeBytes(new byte[SEPARATOR]);
        out.writeBytes(data.toBytes());
        out.writeBytes(METADATA_MARKER);
        out.writeBytes(metadata());
        try {
            return Files.write(file, out.toByteArray());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private int offset(Map<String, ?> values) {
        return offsets.computeIfAbsent(values, data::append);
    }

    private void insert(byte[] bits, int prefix, int offset) {
        Node node = nodes.get(0);
        for (int depth = 0; depth < prefix - 1; depth++) {
            node = child(node, side(bits, depth));
        }
        node.lead(side(bits, prefix - 1), Node.DATA, offset);
    }

    private Node child(Node node, int side) {
        if (node.kinds[side] == Node.NODE) {
            return nodes.get(node.targets[side]);
        }
        Node child = new Node();
        // What the wider network says stays true for the half that the narrower one leaves.
        child.lead(0, node.kinds[side], node.targets[side]);
        child.lead(1, node.kinds[side], node.targets[side]);
        nodes.add(child);
        node.lead(side, Node.NODE, nodes.size() - 1);
        return child;
    }

    private byte[] metadata() {
        Map<String, Object> metadata = new LinkedHashMap<>();
        metadata.put("binary_format_major_version", 2);
        metadata.put("binary_format_minor_version", 0);
        metadata.put("build_epoch", 1_767_225_600L);
        metadata.put("database_type", databaseType);
        metadata.put("description", Map.of("en", "Written by a test"));
        metadata.put("ip_version", 6);
        metadata.put("languages", List.of("en", "de"));
        metadata.put("node_count", nodes.size());
        metadata.put("record_size", recordSize);
        MaxMindData section = new MaxMindData();
        section.append(metadata);
        return section.toBytes();
    }

    private static int side(byte[] bits, int depth) {
        return bits[depth / 8] >> (7 - depth % 8) & 1;
    }

    private static InetAddress literal(String text) {
        try {
            return InetAddress.getByName(text);
        } catch (UnknownHostException wrong) {
            throw new IllegalArgumentException(text + " is no address.", wrong);
        }
    }

    /** One branching of the tree: where bit 0 and bit 1 lead. */
    private static final class Node {

        static final int NOTHING = 0;
        static final int NODE = 1;
        static final int DATA = 2;

        final int[] kinds = new int[2];
        final int[] targets = new int[2];

        void lead(int side, int kind, int target) {
            kinds[side] = kind;
            targets[side] = target;
        }

        byte[] toBytes(int recordSize, int nodeCount) {
            long left = record(0, nodeCount);
            long right = record(1, nodeCount);
            ByteBuffer bytes = ByteBuffer.allocate(recordSize / 4);
            switch (recordSize) {
                case 24 -> put24(put24(bytes, left), right);
                case 28 -> put24(put24(bytes, left).put((byte) (left >> 24 << 4 | right >> 24)), right);
                default -> bytes.putInt((int) left).putInt((int) right);
            }
            return bytes.array();
        }

        private long record(int side, int nodeCount) {
            return switch (kinds[side]) {
                case NODE -> targets[side];
                case DATA -> (long) nodeCount + SEPARATOR + targets[side];
                default -> nodeCount;
            };
        }

        private static ByteBuffer put24(ByteBuffer bytes, long value) {
            return bytes.put((byte) (value >> 16)).put((byte) (value >> 8)).put((byte) value);
        }
    }
}
