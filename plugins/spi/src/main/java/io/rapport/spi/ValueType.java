package io.rapport.spi;

/** The type of an attribute's value; later versions may add types. */
public enum ValueType {
    /** A {@link String}. */
    TEXT,
    /** A {@link Number}; kept as a decimal. */
    NUMBER,
    /** A {@link Boolean}. */
    BOOLEAN,
    /** A {@link String}: one of the options that the attribute's definition offers. */
    LIST,
    /** A {@link String}: an e-mail address. */
    EMAIL,
    /** A {@link String}: a phone number, best in E.164. */
    PHONE
}
