package io.rapport.tests;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

/** What every refusal must be like: Problem Details (RFC 9457), and nothing of the server's inside. */
final class Refusal {
    private static final List<String> INSIDE =
            List.of("<html", "<!DOCTYPE", "Exception", "\tat ", "io.rapport", "org.postgresql", "jakarta.", "select ");

    private final Reply reply;

    private Refusal(Reply reply) {
        this.reply = reply;
    }

    static Refusal of(Reply reply, int status) {
        reply.expect(status);
        assertThat(reply.header("Content-Type"))
                .as("%s answered %s", reply.asked(), reply.body())
                .startsWith("application/problem+json");
        assertThat(reply.number("/status")).isEqualTo(status);
        assertThat(reply.text("/title")).isNotBlank();
        assertThat(reply.body()).doesNotContain(INSIDE);
        return new Refusal(reply);
    }

    /** Of a 422: this field is among those that are named, with a message. */
    Refusal naming(String field) {
        assertThat(reply.objects("/errors"))
                .as("%s answered %s", reply.asked(), reply.body())
                .anySatisfy(error -> {
                    assertThat(error.getString("field")).isEqualTo(field);
                    assertThat(error.getString("message")).isNotBlank();
                });
        return this;
    }
}
