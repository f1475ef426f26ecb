package io.rapport.widget.internal;

/** A resource where visitors' resources stand. */
public class VisitorResource {

    public void post() {}
}
