package io.rapport.access;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Says of a resource method, or of all of a class's, that no API token may call it, whatever its scopes: it is about who is
 * signed in, or a person's to decide. Nothing follows from forgetting it but a failing build: without a scope no token
 * comes in.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.METHOD})
public @interface SignedInOnly {}
