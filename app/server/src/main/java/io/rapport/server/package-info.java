/** Wiring only: the data source, migrations, the two REST applications, errors, headers, health. */
package io.rapport.server;
