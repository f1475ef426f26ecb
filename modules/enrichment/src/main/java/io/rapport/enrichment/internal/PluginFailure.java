package io.rapport.enrichment.internal;

/** Why a plugin could not be loaded or a call brought nothing: text alone, for an exception of the plugin pins its loader. */
final class PluginFailure extends Exception {

    private static final long serialVersionUID = 1L;

    PluginFailure(String reason) {
        super(reason, null, false, false);
    }
}
