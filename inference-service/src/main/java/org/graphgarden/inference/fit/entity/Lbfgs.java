package org.graphgarden.inference.fit.entity;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.Iterator;

/**
 * Minimises a smooth convex function by limited-memory BFGS (Nocedal 1980) with a backtracking line search (Armijo). The same function
 * gives the same steps.
 */
final class Lbfgs {
    private static final int MEMORY = 10;
    private static final double SUFFICIENT = 1e-4;
    private static final double LEAST_STEP = 1e-10;
    private static final double FLAT = 1e-7;

    private final Deque<Step> steps = new ArrayDeque<>();

    private Lbfgs() {}

    /** A function with its gradient. */
    interface Objective {
        /** The value at a point; writes the gradient there. */
        double at(double[] point, double[] gradient);
    }

    private record Step(double[] moved, double[] turned, double curvature) {}

    /** The point of the least value found from the origin in so many steps. */
    static double[] minimise(Objective objective, int size, int iterations) {
        return new Lbfgs().run(objective, size, iterations);
    }

    private double[] run(Objective objective, int size, int iterations) {
        double[] point = new double[size];
        double[] gradient = new double[size];
        double value = objective.at(point, gradient);
        for (int i = 0; i < iterations && norm(gradient) > FLAT; i++) {
            double[] direction = direction(gradient);
            double slope = dot(direction, gradient);
            double[] next = new double[size];
            double[] nextGradient = new double[size];
            double nextValue = Double.POSITIVE_INFINITY;
            double length = steps.isEmpty() ? 1 / norm(gradient) : 1;
            for (; length > LEAST_STEP; length /= 2) {
                for (int j = 0; j < size; j++) {
                    next[j] = point[j] + length * direction[j];
                }
                nextValue = objective.at(next, nextGradient);
                if (nextValue <= value + SUFFICIENT * length * slope) {
                    break;
                }
            }
            if (length <= LEAST_STEP) {
                return point;
            }
            remember(point, next, gradient, nextGradient);
            point = next;
            gradient = nextGradient;
            value = nextValue;
        }
        return point;
    }

    private void remember(double[] from, double[] to, double[] before, double[] after) {
        double[] moved = difference(to, from);
        double[] turned = difference(after, before);
        double curvature = dot(moved, turned);
        if (curvature > 0) {
            steps.addFirst(new Step(moved, turned, curvature));
            if (steps.size() > MEMORY) {
                steps.removeLast();
            }
        }
    }

    /** Minus the inverse curvature, as the last steps showed it, times the gradient: the two-loop recursion. */
    private double[] direction(double[] gradient) {
        double[] direction = Arrays.stream(gradient).map(each -> -each).toArray();
        Deque<Double> shares = new ArrayDeque<>();
        for (Step step : steps) {
            double share = dot(step.moved(), direction) / step.curvature();
            shares.addFirst(share);
            add(direction, step.turned(), -share);
        }
        if (!steps.isEmpty()) {
            Step last = steps.getFirst();
            double scale = last.curvature() / dot(last.turned(), last.turned());
            Arrays.setAll(direction, j -> direction[j] * scale);
        }
        Iterator<Step> oldestFirst = steps.descendingIterator();
        for (double share : shares) {
            Step step = oldestFirst.next();
            double back = dot(step.turned(), direction) / step.curvature();
            add(direction, step.moved(), share - back);
        }
        return direction;
    }

    private static void add(double[] to, double[] what, double times) {
        for (int j = 0; j < to.length; j++) {
            to[j] += times * what[j];
        }
    }

    private static double[] difference(double[] left, double[] right) {
        double[] difference = new double[left.length];
        Arrays.setAll(difference, j -> left[j] - right[j]);
        return difference;
    }

    private static double dot(double[] left, double[] right) {
        double sum = 0;
        for (int j = 0; j < left.length; j++) {
            sum += left[j] * right[j];
        }
        return sum;
    }

    private static double norm(double[] vector) {
        return StrictMath.sqrt(dot(vector, vector));
    }
}
