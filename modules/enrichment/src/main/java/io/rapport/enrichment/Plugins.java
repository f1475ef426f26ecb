package io.rapport.enrichment;

import java.util.List;

/** The plugins that were found at start, working or not. */
public interface Plugins {

    /** How each plugin is doing: bundled ones first, then those of the drop folders; never null. */
    List<PluginStatus> statuses();
}
