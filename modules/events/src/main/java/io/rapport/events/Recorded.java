package io.rapport.events;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The name and version under which an event is kept for delivery after commit. Both are part of the stored format: a
 * class may be renamed, its name here may not; a change of shape that old rows do not fit takes the next version.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface Recorded {

    /** The stored name, in camelCase. */
    String value();

    /** The stored version, from 1. */
    int version() default 1;
}
