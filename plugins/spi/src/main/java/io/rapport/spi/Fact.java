package io.rapport.spi;

/**
 * A piece of information that a provider may ask for; the server hands over what the {@link Declaration} names and no
 * more.
 *
 * <p>Later versions may add facts: don't switch over them without a default.
 */
public enum Fact {
    /** The browser's {@code User-Agent} header (RFC 9110), as sent. */
    USER_AGENT(Subject.SESSION),
    /** The language the visitor prefers, a BCP 47 tag such as {@code vi} or {@code pt-BR}. */
    LANGUAGE(Subject.SESSION),
    /** The browser's time zone, an IANA name such as {@code Asia/Ho_Chi_Minh}. */
    TIME_ZONE(Subject.SESSION),
    /**
     * The visitor's IPv4 or IPv6 address as text; once the session's fields are supplied, the server may keep its network
     * only, with zeros for the rest.
     */
    REMOTE_ADDRESS(Subject.SESSION),
    /** The country that a trusted proxy in front of the server reported, an ISO 3166-1 alpha-2 code. */
    PROXY_COUNTRY(Subject.SESSION),
    /** The address of the page, with its path and {@code utm_*} parameters only. */
    PAGE_URL(Subject.SESSION),
    /** The address of the page that led to the site. */
    REFERRER(Subject.SESSION),
    /** The id that the site's own system gives the person. */
    EXTERNAL_ID(Subject.CONTACT),
    /** The e-mail address, lower-cased. */
    EMAIL(Subject.CONTACT),
    /** The phone number in E.164, such as {@code +84912345678}. */
    PHONE(Subject.CONTACT);

    private final Subject subject;

    Fact(Subject subject) {
        this.subject = subject;
    }

    /** What this fact is about: the session or the contact. */
    public Subject subject() {
        return subject;
    }
}
