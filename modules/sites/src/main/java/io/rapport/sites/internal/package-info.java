/** How sites are kept. */
package io.rapport.sites.internal;
