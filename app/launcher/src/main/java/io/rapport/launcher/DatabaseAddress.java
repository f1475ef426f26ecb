package io.rapport.launcher;

/**
 * Where the server finds its database.
 *
 * @param url a JDBC URL, never null
 * @param user never null
 * @param password never null; kept out of {@link #toString()}, as are the parameters of the URL, which may be secret
 */
public record DatabaseAddress(String url, String user, String password) {
    private static final String[] PARAMETERS = {
        // UUIDs and enumerations are bound as text; the server decides the type.
        "stringtype=unspecified",
        "reWriteBatchedInserts=true",
        "ApplicationName=rapport",
        // Seconds, so that a database or a network that is silent holds nobody for ever.
        "connectTimeout=3",
        "loginTimeout=3",
        "socketTimeout=30",
        "tcpKeepAlive=true"
    };

    /** The same database with the parameters that the server relies on, where the URL does not set them itself. */
    DatabaseAddress withServerParameters() {
        var extended = new StringBuilder(url);
        for (String parameter : PARAMETERS) {
            String name = parameter.substring(0, parameter.indexOf('=') + 1);
            if (!url.contains("?" + name) && !url.contains("&" + name)) {
                extended.append(extended.indexOf("?") < 0 ? '?' : '&').append(parameter);
            }
        }
        return new DatabaseAddress(extended.toString(), user, password);
    }

    /** The URL as it may be printed. */
    String withoutParameters() {
        return url.split("\\?", 2)[0];
    }

    @Override
    public String toString() {
        return withoutParameters() + " as " + user;
    }
}
