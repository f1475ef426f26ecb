package io.rapport.attributes.internal;

import io.rapport.events.Source;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;

/** Tells two shown values of an attribute apart: what it says, whose word it is, since when, and whether it is held. */
public final class ValueVersion {

    private static final int BYTES = 12;

    private ValueVersion() {}

    /** 24 hexadecimal digits; the same for the same value. */
    public static String of(Source source, String sourceId, Object value, Instant at, boolean pinned) {
        String type = value == null ? "" : value.getClass().getSimpleName();
        String told = String.join("\n", source.token(), sourceId, at.toString(), "" + pinned, type, "" + value);
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(told.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(Arrays.copyOf(digest, BYTES));
        } catch (NoSuchAlgorithmException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }
}
