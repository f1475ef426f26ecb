package io.rapport.plugin.geoip;

import com.maxmind.db.InvalidDatabaseException;
import com.maxmind.db.Reader;
import java.io.Closeable;
import java.io.IOException;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/** A file in MaxMind's format, mapped into memory. */
final class PlaceDatabase implements Closeable {

    private final Reader reader;

    private PlaceDatabase(Reader reader) {
        this.reader = reader;
    }

    /** @throws IOException with a message for the operator, if the file is missing, unreadable or of another format */
    static PlaceDatabase open(Path file) throws IOException {
        if (!Files.isRegularFile(file)) {
            throw new IOException("The geo database " + file + " does not exist or is not a file.");
        }
        if (!Files.isReadable(file)) {
            throw new IOException("The geo database " + file + " can't be read by the server's user.");
        }
        try {
            return new PlaceDatabase(new Reader(file.toFile(), Reader.FileMode.MEMORY_MAPPED));
        } catch (InvalidDatabaseException invalid) {
            throw new IOException("The geo database " + file + " is not a file in MaxMind's format.", invalid);
        }
    }

    /** The place of an address, empty where the file doesn't know it. */
    Optional<Place> find(InetAddress address) throws IOException {
        if (address instanceof Inet6Address && reader.getMetadata().ipVersion() == 4) {
            return Optional.empty();
        }
        return Optional.ofNullable(reader.get(address, Map.class)).flatMap(Place::of);
    }

    @Override
    public void close() throws IOException {
        reader.close();
    }
}
