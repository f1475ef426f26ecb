package io.rapport.vocabulary;

/** Text in quotation marks, so that a sentence stays readable whatever the text holds. */
final class Quoted {

    private Quoted() {}

    static String text(String text) {
        return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }
}
