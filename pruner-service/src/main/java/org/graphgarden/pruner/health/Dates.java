package org.graphgarden.pruner.health;

import java.time.LocalDate;
import java.util.Optional;
import org.graphgarden.pruner.plan.SectionState;

/**
 * How long ago sections were looked at. Those that cycles may not touch are left out.
 *
 * @param overdue sections whose date is older than twice the refresh age: a date that is a little old waits for a revision to go along with
 * @param never files without a section, or without a date in it
 */
record Dates(int overdue, int never) {
    static Dates of(Look look) {
        int overdue = 0;
        int never = 0;
        for (SectionState section : look.garden().sections()) {
            if (look.policy().scope().open(look.garden(), section)) {
                Optional<LocalDate> last = section.section().lastPruned();
                never += last.isEmpty() ? 1 : 0;
                boolean old = last.isPresent()
                        && last.get()
                                .plusDays(2L * look.policy().ageing().refreshAgeDays())
                                .isBefore(look.date());
                overdue += old ? 1 : 0;
            }
        }
        return new Dates(overdue, never);
    }
}
