package org.graphgarden.format;

/**
 * Where the garden section's lines lie in the front matter text.
 *
 * @param start start of the line that holds the key
 * @param end offset behind the line feed of the last line with content, or of the last comment line behind it that is
 *     indented more deeply than the key
 * @param afterColon offset behind the colon of the key
 * @param value the value
 */
record GardenBlock(int start, int end, int afterColon, Part value) {

    /** The front matter's key for the garden section. */
    static final String KEY = "graph_garden";
}
