package io.rapport.attributes;

import io.rapport.events.SiteId;

/** Says which sites there are that a definition may name: a bean of the module that keeps them. */
public interface AttributeSites {

    boolean exists(SiteId site);
}
