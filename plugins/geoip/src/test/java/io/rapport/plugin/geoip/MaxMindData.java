package io.rapport.plugin.geoip;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/** The data section of a MaxMind-format file: typed values one after the other. */
final class MaxMindData {

    private static final int STRING = 2;
    private static final int DOUBLE = 3;
    private static final int UINT16 = 5;
    private static final int UINT32 = 6;
    private static final int MAP = 7;
    private static final int UINT64 = 9;
    private static final int ARRAY = 11;
    private static final int BOOLEAN = 14;

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

    /** Appends a value and answers with its offset. */
    int append(Object value) {
        int offset = bytes.size();
        put(value);
        return offset;
    }

    byte[] toBytes() {
        return bytes.toByteArray();
    }

    private void put(Object value) {
        if (value instanceof String text) {
            byte[] encoded = text.getBytes(StandardCharsets.UTF_8);
            control(STRING, encoded.length);
            bytes.writeBytes(encoded);
        } else if (value instanceof Integer number) {
            putNumber(number <= 0xffff ? UINT16 : UINT32, number);
        } else if (value instanceof Long number) {
            putNumber(UINT64, number);
        } else if (value instanceof Double number) {
            control(DOUBLE, Double.BYTES);
            bytes.writeBytes(ByteBuffer.allocate(Double.BYTES).putDouble(number).array());
        } else if (value instanceof Boolean truth) {
            control(BOOLEAN, truth ? 1 : 0);
        } else if (value instanceof List<?> list) {
            control(ARRAY, list.size());
            list.forEach(this::put);
        } else if (value instanceof Map<?, ?> map) {
            control(MAP, map.size());
            map.forEach((key, entry) -> {
                put(key);
                put(entry);
            });
        } else {
            throw new IllegalArgumentException("No type of the format fits " + value + ".");
        }
    }

    /** Numbers are written without leading zero bytes; zero has no bytes at all. */
    private void putNumber(int type, long number) {
        int length = (Long.SIZE - Long.numberOfLeadingZeros(number) + 7) / 8;
        control(type, length);
        for (int shift = (length - 1) * 8; shift >= 0; shift -= 8) {
            bytes.write((int) (number >> shift));
        }
    }

    /** Type and size; types over 7 and sizes over 28 take further bytes. */
    private void control(int type, int size) {
        boolean extended = type > 7;
        int sizeBits = size < 29 ? size : size < 285 ? 29 : 30;
        if (size >= 65_821) {
            throw new IllegalArgumentException("A value of size " + size + " is too long for a test file.");
        }
        bytes.write((extended ? 0 : type << 5) | sizeBits);
        if (extended) {
            bytes.write(type - 7);
        }
        if (sizeBits == 29) {
            bytes.write(size - 29);
        } else if (sizeBits == 30) {
            bytes.write(size - 285 >> 8);
            bytes.write(size - 285);
        }
    }
}
