package io.rapport.sessions;

import java.util.Set;

/** The closed fields of a session that providers fill; sessions have no free attributes. */
public final class SessionFields {

    public static final String COUNTRY = "country";
    public static final String REGION = "region";
    public static final String CITY = "city";
    public static final String TIME_ZONE = "timeZone";
    public static final String NETWORK = "network";
    public static final String DEVICE_TYPE = "deviceType";
    public static final String DEVICE_NAME = "deviceName";
    public static final String OPERATING_SYSTEM = "operatingSystem";
    public static final String BROWSER_NAME = "browserName";
    public static final String BROWSER_VERSION = "browserVersion";

    /** All of them. */
    public static final Set<String> ALL = Set.of(
            COUNTRY,
            REGION,
            CITY,
            TIME_ZONE,
            NETWORK,
            DEVICE_TYPE,
            DEVICE_NAME,
            OPERATING_SYSTEM,
            BROWSER_NAME,
            BROWSER_VERSION);

    private SessionFields() {}
}
