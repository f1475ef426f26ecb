package io.rapport.attributes;

/** Reads values anew after their attribute was declared: owners call it when they learn of it after commit. */
public interface Rereading {

    /**
     * Reads the values of some hundred subjects, in the running transaction, and sees to it that the others follow in
     * transactions of their own. A definition that is gone meanwhile is passed over.
     */
    Reread readOn(AttributeDeclared event, AttributeValues values);
}
