/** A library of patterns as profiles, read from Git or from a folder, without Kafka. */
@NullMarked
package org.graphgarden.standalone.library;

import org.jspecify.annotations.NullMarked;
