package io.rapport.plugin.device;

import io.rapport.spi.SessionField;
import io.rapport.spi.Supply;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import ua_parser.Client;
import ua_parser.OS;

/** What one header says; each part but the type is null where it says nothing. */
record Reading(
        DeviceType deviceType, String deviceName, String operatingSystem, String browserName, String browserVersion) {

    /** What the library answers where it knows no name. */
    private static final Set<String> NAMELESS = Set.of("Other", "Spider", "Generic Smartphone", "Generic Tablet");

    /** The model that Chrome names instead of the real one; the Android version beside it is frozen at 10. */
    private static final String WITHHELD = "K";

    /** Browsers name this version on every newer macOS. */
    private static final String FROZEN_MAC_OS = "10.15.7";

    static Reading of(Client client, String header) {
        boolean known = !NAMELESS.contains(client.userAgent.family);
        return new Reading(
                DeviceType.of(client, header),
                deviceName(client),
                operatingSystem(client),
                known ? client.userAgent.family : null,
                known ? version(client.userAgent.major, client.userAgent.minor) : null);
    }

    Supply toSupply() {
        return Supply.builder()
                .session(SessionField.DEVICE_TYPE, deviceType.token())
                .session(SessionField.DEVICE_NAME, deviceName)
                .session(SessionField.OPERATING_SYSTEM, operatingSystem)
                .session(SessionField.BROWSER_NAME, browserName)
                .session(SessionField.BROWSER_VERSION, browserVersion)
                .build();
    }

    private static String deviceName(Client client) {
        String family = client.device.family;
        return NAMELESS.contains(family) || family.equals(WITHHELD) ? null : family;
    }

    private static String operatingSystem(Client client) {
        OS system = client.os;
        if (NAMELESS.contains(system.family)) {
            return null;
        }
        String version = version(system.major, system.minor, system.patch);
        boolean meaningless = version == null
                || version.equals(FROZEN_MAC_OS)
                || system.family.equals("Android") && client.device.family.equals(WITHHELD);
        return meaningless ? system.family : system.family + " " + version;
    }

    private static String version(String... parts) {
        String version = Stream.of(parts).takeWhile(Objects::nonNull).collect(Collectors.joining("."));
        return version.isEmpty() ? null : version;
    }
}
