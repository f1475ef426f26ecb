package io.rapport.spi;

/**
 * A field of the session information that providers fill; sessions have no free attributes.
 *
 * <p>Each is text of at most 200 characters. Later versions may add fields.
 */
public enum SessionField {
    /** ISO 3166-1 alpha-2 code, upper case, such as {@code VN}. */
    COUNTRY("country"),
    /** English name of the first-level subdivision (state, province). */
    REGION("region"),
    /** English name of the city. */
    CITY("city"),
    /** IANA name such as {@code Asia/Ho_Chi_Minh}. */
    TIME_ZONE("timeZone"),
    /** Name of the network's operator: the internet provider or company. */
    NETWORK("network"),
    /** One of {@code desktop}, {@code phone}, {@code tablet}, {@code bot}, {@code other}. */
    DEVICE_TYPE("deviceType"),
    /** Maker and model as people know it, such as {@code iPhone}. */
    DEVICE_NAME("deviceName"),
    /** Operating system with its version, such as {@code Windows 10}. */
    OPERATING_SYSTEM("operatingSystem"),
    /** Name of the browser without its version. */
    BROWSER_NAME("browserName"),
    /** Version of the browser, such as {@code 128.0}. */
    BROWSER_VERSION("browserVersion");

    private final String key;

    SessionField(String key) {
        this.key = key;
    }

    /** The field's name in the programming interfaces, such as {@code deviceType}. */
    public String key() {
        return key;
    }
}
