package io.rapport.vocabulary;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

/** When something shall happen: tests of fields, joined by 'all', 'any' and 'not'. Checked; made by ConditionReader. */
public sealed interface Condition {

    /** All of these hold. */
    record All(List<Condition> of) implements Condition {
        public All {
            of = List.copyOf(of);
        }

        @Override
        public <T> T accept(Visitor<T> visitor) {
            return visitor.all(this);
        }

        @Override
        public Stream<Test> tests() {
            return of.stream().flatMap(Condition::tests);
        }
    }

    /** At least one of these holds. */
    record Any(List<Condition> of) implements Condition {
        public Any {
            of = List.copyOf(of);
        }

        @Override
        public <T> T accept(Visitor<T> visitor) {
            return visitor.any(this);
        }

        @Override
        public Stream<Test> tests() {
            return of.stream().flatMap(Condition::tests);
        }
    }

    /** This does not hold. */
    record Not(Condition of) implements Condition {
        public Not {
            Objects.requireNonNull(of, "of");
        }

        @Override
        public <T> T accept(Visitor<T> visitor) {
            return visitor.not(this);
        }

        @Override
        public Stream<Test> tests() {
            return of.tests();
        }
    }

    /**
     * A field compares so with these values.
     *
     * @param operands as many as the operator takes, of the field's type
     */
    record Test(Field field, Operator operator, List<Operand> operands) implements Condition {
        public Test {
            Objects.requireNonNull(field, "field");
            Objects.requireNonNull(operator, "operator");
            operands = List.copyOf(operands);
        }

        @Override
        public <T> T accept(Visitor<T> visitor) {
            return visitor.test(this);
        }

        @Override
        public Stream<Test> tests() {
            return Stream.of(this);
        }
    }

    /** Turns a condition into something else, case by case. */
    interface Visitor<T> {
        T all(All all);

        T any(Any any);

        T not(Not not);

        T test(Test test);
    }

    <T> T accept(Visitor<T> visitor);

    /** The tests in it, in the order written. */
    Stream<Test> tests();

    /** The fields that it reads, in the order written. */
    default Set<Field> fields() {
        Set<Field> fields = new LinkedHashSet<>();
        tests().map(Test::field).forEach(fields::add);
        return fields;
    }
}
