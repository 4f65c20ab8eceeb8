package org.graphgarden.pruner.health;

import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.graphgarden.pruner.plan.Feedback;
import org.graphgarden.pruner.plan.Kind;
import org.graphgarden.pruner.plan.SectionState;

/**
 * How long ago sections were looked at. Those that nobody may touch are left out.
 *
 * @param overdue sections whose date is older than the refresh age
 * @param never files without a section, or without a date in it
 */
record Dates(int overdue, int never) {
    static Dates of(Look look) {
        Set<String> optedOut = look.garden().feedback().entries().stream()
                .filter(entry -> entry.kind() == Kind.SECTION && entry.verdict() == Feedback.Verdict.OPTED_OUT)
                .map(Feedback.Entry::slug)
                .collect(Collectors.toSet());
        int overdue = 0;
        int never = 0;
        for (SectionState section : look.garden().sections()) {
            if (section.form() != SectionState.Form.CLOSED && !optedOut.contains(section.slug())) {
                Optional<LocalDate> last = section.section().lastPruned();
                never += last.isEmpty() ? 1 : 0;
                boolean old = last.isPresent()
                        && last.get()
                                .plusDays(look.policy().ageing().refreshAgeDays())
                                .isBefore(look.date());
                overdue += old ? 1 : 0;
            }
        }
        return new Dates(overdue, never);
    }
}
