@org.jspecify.annotations.NullMarked
package org.graphgarden.feedback;
