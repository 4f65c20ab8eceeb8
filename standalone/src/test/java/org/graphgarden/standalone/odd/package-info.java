/** Repositories with odd trees and histories, made from seeds, and what ingest makes of them. */
@NullMarked
package org.graphgarden.standalone.odd;

import org.jspecify.annotations.NullMarked;
