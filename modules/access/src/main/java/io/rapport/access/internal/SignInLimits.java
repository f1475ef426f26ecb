package io.rapport.access.internal;

import java.time.Duration;

/**
 * How many failed attempts to sign in are borne within a window of time.
 *
 * @param perPair for one e-mail from one address
 * @param perAddress from one address
 * @param perEmail for one e-mail, from wherever
 * @param window how long an attempt counts
 */
record SignInLimits(int perPair, int perAddress, int perEmail, Duration window) {

    SignInLimits {
        if (perPair < 1 || perAddress < 1 || perEmail < 1 || window.toMinutes() < 1) {
            throw new IllegalArgumentException("Settings rapport.limits.sign-in.* must be whole numbers from 1 on");
        }
    }
}
