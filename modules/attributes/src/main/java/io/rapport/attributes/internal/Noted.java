package io.rapport.attributes.internal;

import io.rapport.attributes.ValueChange.Action;
import io.rapport.events.Actor;
import io.rapport.events.Source;
import java.time.Instant;

/** How a change goes into the history: what was done, by whom, and when it was kept. */
record Noted(Action action, Source source, Actor by, Instant at) {}
