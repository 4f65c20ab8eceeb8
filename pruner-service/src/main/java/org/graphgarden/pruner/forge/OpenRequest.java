package org.graphgarden.pruner.forge;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * An open request as the forge has it.
 *
 * @param number its number inside the repository
 * @param url address for people
 * @param base short name of the branch it goes into
 * @param title its title
 * @param body its description
 * @param labels names of its labels
 */
record OpenRequest(long number, String url, String base, String title, String body, Set<String> labels) {
    /** In the first sentence of a report. */
    private static final Pattern DATE = Pattern.compile("\\bon \\d{4}-\\d{2}-\\d{2} of");

    OpenRequest {
        labels = Set.copyOf(labels);
    }

    /** Whether it says that already, whenever it was said. Forges may turn the line ends of a description. */
    boolean says(Proposal proposal) {
        return title.equals(proposal.title()) && lines(body).equals(lines(proposal.body()));
    }

    /** Those of the wanted labels that it lacks; forges take names for the same that differ in case. */
    List<String> lacking(Collection<String> wanted) {
        Set<String> there =
                labels.stream().map(label -> label.toLowerCase(Locale.ROOT)).collect(Collectors.toSet());
        return wanted.stream()
                .filter(label -> !there.contains(label.toLowerCase(Locale.ROOT)))
                .toList();
    }

    private static String lines(String text) {
        return DATE.matcher(text.replace("\r\n", "\n").strip()).replaceFirst("on some day of");
    }
}
