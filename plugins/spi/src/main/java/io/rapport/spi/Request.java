package io.rapport.spi;

import java.time.Duration;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * One question to a provider: what do you know, given these facts?
 *
 * <p>It carries only facts that the {@link Declaration} names, and of these only what is known. Immutable; plugins meet
 * the builder in their own tests.
 */
public final class Request {

    private final String siteKey;
    private final Set<Subject> wanted;
    private final Map<Fact, String> facts;
    private final Set<Fact> verified;
    private final Duration timeLimit;

    private Request(Builder builder) {
        siteKey = builder.siteKey;
        wanted = Collections.unmodifiableSet(EnumSet.copyOf(builder.wanted));
        facts = Collections.unmodifiableMap(new EnumMap<>(builder.facts));
        verified = Collections.unmodifiableSet(EnumSet.copyOf(builder.verified));
        timeLimit = builder.timeLimit;
    }

    /**
     * Begins a request.
     *
     * @param siteKey the public key of the site the visitor writes on
     */
    public static Builder at(String siteKey) {
        return new Builder(siteKey);
    }

    /** The public key of the site the visitor writes on. */
    public String siteKey() {
        return siteKey;
    }

    /** What values are wanted about; values about anything else are dropped. Never empty. */
    public Set<Subject> wanted() {
        return wanted;
    }

    /** A fact, empty where it is not known or was not declared; never blank. */
    public Optional<String> fact(Fact fact) {
        return Optional.ofNullable(facts.get(fact));
    }

    /**
     * Whether this identifier of the contact is proven, by a signed token or an agent; otherwise the visitor merely
     * says so. False where the fact is not known, and for facts of the session.
     */
    public boolean verified(Fact fact) {
        return verified.contains(fact);
    }

    /** How long the provider may take, counted from the start of the call; more than zero. */
    public Duration timeLimit() {
        return timeLimit;
    }

    /** The names of the facts it carries; their values stay hidden, since they are personal. */
    @Override
    public String toString() {
        return "Request[site=" + siteKey + ", wanted=" + wanted + ", facts=" + facts.keySet() + "]";
    }

    /** Collects a request. */
    public static final class Builder {

        private final String siteKey;
        private final Set<Subject> wanted = EnumSet.noneOf(Subject.class);
        private final Map<Fact, String> facts = new EnumMap<>(Fact.class);
        private final Set<Fact> verified = EnumSet.noneOf(Fact.class);
        private Duration timeLimit = Duration.ofSeconds(3);

        private Builder(String siteKey) {
            this.siteKey = Objects.requireNonNull(siteKey, "siteKey");
        }

        /** Asks for values about these. */
        public Builder wanting(Subject... subjects) {
            wanted.addAll(Arrays.asList(subjects));
            return this;
        }

        /** Adds a fact; null and blank mean that it is not known. */
        public Builder fact(Fact fact, String value) {
            if (value != null && !value.isBlank()) {
                facts.put(fact, value);
            }
            return this;
        }

        /** Adds an identifier of the contact that is proven; null and blank mean that it is not known. */
        public Builder verifiedFact(Fact fact, String value) {
            if (fact.subject() != Subject.CONTACT) {
                throw new IllegalArgumentException(
                        "Only identifiers of the contact can be verified, not " + fact + ".");
            }
            if (value != null && !value.isBlank()) {
                verified.add(fact);
            }
            return fact(fact, value);
        }

        /** Sets the time limit; 3 seconds without. */
        public Builder timeLimit(Duration limit) {
            if (limit.isNegative() || limit.isZero()) {
                throw new IllegalArgumentException("The time limit must be more than zero.");
            }
            timeLimit = limit;
            return this;
        }

        /**
         * Ends the request.
         *
         * @throws IllegalArgumentException if nothing is wanted
         */
        public Request build() {
            if (wanted.isEmpty()) {
                throw new IllegalArgumentException("A request must want something.");
            }
            return new Request(this);
        }
    }
}
