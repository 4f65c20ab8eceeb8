package org.graphgarden.ingest.feedback;

import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import org.graphgarden.ingest.feedback.Maker.By;
import org.jspecify.annotations.Nullable;

/**
 * What became of one entry, or of the section as a whole: the last node of its own little history. A node is never changed, so
 * that commits share what they did not touch; two nodes are the same only when they are the same object.
 */
final class Trail {

    private final @Nullable Value state;
    private final @Nullable Value proposal;
    private final @Nullable Value lost;
    private final Maker maker;
    private final List<Trail> before;

    private Trail(
            @Nullable Value state, @Nullable Value proposal, @Nullable Value lost, Maker maker, List<Trail> before) {
        this.state = state;
        this.proposal = proposal;
        this.lost = lost;
        this.maker = maker;
        this.before = before;
    }

    /** Of what stood there, or did not, before Graph Garden touched it. */
    static Trail begin(@Nullable Value state) {
        return new Trail(state, null, null, Maker.NOBODY, List.of());
    }

    /** How it stands; null when it does not. */
    @Nullable Value state() {
        return state;
    }

    boolean standing() {
        return state != null;
    }

    /** What Graph Garden made of it last; null when it dropped it, or never had a hand in it. */
    @Nullable Value proposal() {
        return proposal;
    }

    /** How it stood before it went, while it does not stand. */
    @Nullable Value lost() {
        return lost;
    }

    Maker maker() {
        return maker;
    }

    /** A commit finds it so. Nothing happened when that is how it was. */
    Trail seen(@Nullable Value now, Maker by) {
        if (now == null ? state == null : now.equals(state)) {
            return this;
        }
        Value proposed = by.by() == By.GARDEN ? now : proposal;
        return new Trail(now, proposed, now == null ? state : null, by, List.of(this));
    }

    /** The same state, but it is somebody else's doing. */
    Trail ascribed(Maker by) {
        return new Trail(state, proposal, lost, by, List.of(this));
    }

    /** Whoever made it so: from here on it is just how things are. */
    Trail forgotten(Maker by) {
        return new Trail(state, state, null, by.forgetting(), List.of(this));
    }

    /** Whether a steward made it other than Graph Garden proposed. */
    boolean speaks() {
        return maker.by() == By.STEWARD && (state == null || !state.equals(proposal));
    }

    /** Whether {@code earlier} is this or lies behind it. */
    boolean follows(Trail earlier) {
        Set<Trail> met = Collections.newSetFromMap(new IdentityHashMap<>());
        Deque<Trail> open = new ArrayDeque<>(List.of(this));
        while (!open.isEmpty()) {
            Trail at = open.pop();
            if (at == earlier) {
                return true;
            }
            if (met.add(at)) {
                open.addAll(at.before);
            }
        }
        return false;
    }

    /** How it was before anything happened to it, as far as first parents tell. */
    Trail root() {
        Trail at = this;
        while (!at.before.isEmpty()) {
            at = at.before.get(0);
        }
        return at;
    }

    /** Whether nothing happened to it yet. */
    boolean isRoot() {
        return before.isEmpty();
    }

    /** Whether this commit had part in the section being away, since it stood last. */
    boolean awayBy(Maker other) {
        for (Trail at = this; !Value.PRESENT.equals(at.state); at = at.before.get(0)) {
            if (at.maker.is(other)) {
                return true;
            }
            if (at.before.isEmpty()) {
                return false;
            }
        }
        return false;
    }

    /**
     * What a merge commit makes of two trails that end in the same state, each as if the merge were the only child of one
     * parent. Where a parent had that state already, the merge did nothing.
     */
    static Trail merge(Trail one, Trail other, Maker merge) {
        if (one == other) {
            return one;
        }
        boolean ones = one.maker.is(merge);
        boolean others = other.maker.is(merge);
        if (ones && others) {
            return mixed(one, other);
        }
        if (ones || others) {
            return joined(ones ? other : one, one, other);
        }
        if (one.follows(other)) {
            return one;
        }
        if (other.follows(one)) {
            return other;
        }
        return joined(!one.speaks() && other.speaks() ? other : one, one, other);
    }

    /** Neither parent had this state: Git took lines of both, or the person who merged changed it. */
    private static Trail mixed(Trail one, Trail other) {
        Trail left = one.parent();
        Trail right = other.parent();
        Value state = one.state;
        if (state == null || left.state == null || right.state == null || !state.mixes(left.state, right.state)) {
            return joined(right.follows(left) ? other : one, one, other);
        }
        Trail author = !left.speaks() && right.speaks() ? right : left;
        Value proposed = author.speaks() ? author.proposal : state;
        return new Trail(state, proposed, null, author.maker, List.of(one, other));
    }

    private static Trail joined(Trail chosen, Trail one, Trail other) {
        return new Trail(chosen.state, chosen.proposal, chosen.lost, chosen.maker, List.of(one, other));
    }

    private Trail parent() {
        return before.isEmpty() ? this : before.get(0);
    }
}
