package io.rapport.contacts.internal;

/** What screens call a contact: its name, or 'Visitor' and its number. */
final class DisplayName {

    private DisplayName() {}

    static String of(String name, long number) {
        return name == null ? "Visitor " + number : name;
    }
}
