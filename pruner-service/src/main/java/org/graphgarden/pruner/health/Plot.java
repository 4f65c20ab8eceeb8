package org.graphgarden.pruner.health;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A plot of counts by kind: as columns when the kinds have an order, else as bars.
 *
 * @param id unique in its page; letters, digits and hyphens
 * @param title what is counted
 * @param description what is to be seen in it, in a sentence or two
 * @param points the kinds in the order in which they are shown
 */
record Plot(String id, String title, String description, List<Point> points) {
    private static final int WIDTH = 640;
    private static final int HEIGHT = 210;
    private static final int LEFT = 52;
    private static final int TOP = 12;
    private static final int BOTTOM = 30;
    private static final int LABEL_WIDTH = 250;
    private static final int ROW = 24;
    private static final int LABEL_LENGTH = 34;
    private static final int[] STEPS = {1, 2, 5};

    /**
     * One kind.
     *
     * @param label its name
     * @param count how often it was met, 0 or more
     * @param mark what chance would give; null for no mark
     */
    record Point(String label, double count, @Nullable Double mark) {}

    Plot {
        points = List.copyOf(points);
    }

    /** Draws columns that stand on a common line. */
    void columns(Markup page) {
        begin(page, HEIGHT);
        double step = step();
        double highest = step * Math.max(1, Math.ceil(highest() / step));
        for (double tick = 0; tick <= highest + step / 2; tick += step) {
            double y = y(tick, highest);
            page.empty("line", "class", "grid", "x1", at(LEFT), "x2", at(WIDTH), "y1", at(y), "y2", at(y));
            page.element("text", number(tick), "class", "axis end", "x", at(LEFT - 6), "y", at(y + 4));
        }
        double room = (double) (WIDTH - LEFT) / Math.max(1, points.size());
        for (int i = 0; i < points.size(); i++) {
            column(page, points.get(i), LEFT + i * room, room, highest);
        }
        page.close();
    }

    private void column(Markup page, Point point, double x, double room, double highest) {
        double top = y(point.count(), highest);
        double width = Math.min(30, room * 0.72);
        double left = x + (room - width) / 2;
        page.empty(
                "rect",
                "class",
                "bar",
                "x",
                at(left),
                "y",
                at(top),
                "width",
                at(width),
                "height",
                at(y(0, highest) - top));
        if (point.mark() != null) {
            mark(page, left - 2, y(point.mark(), highest), width + 4, 0);
        }
        page.element(
                "text",
                SafeText.cut(point.label(), 6),
                "class",
                "axis middle",
                "x",
                at(x + room / 2),
                "y",
                at(HEIGHT - 12));
    }

    /** Draws bars, each with its name before it and its count behind it. */
    void bars(Markup page) {
        begin(page, ROW * points.size() + TOP);
        double room = WIDTH - LABEL_WIDTH - 60;
        double highest = Math.max(1, highest());
        for (int i = 0; i < points.size(); i++) {
            Point point = points.get(i);
            double y = TOP / 2.0 + i * ROW;
            double width = room * point.count() / highest;
            page.element(
                    "text",
                    SafeText.cut(point.label(), LABEL_LENGTH),
                    "class",
                    "name end",
                    "x",
                    at(LABEL_WIDTH - 8),
                    "y",
                    at(y + 16));
            page.empty(
                    "rect",
                    "class",
                    "bar",
                    "x",
                    at(LABEL_WIDTH),
                    "y",
                    at(y + 3),
                    "width",
                    at(width),
                    "height",
                    at(ROW - 8));
            if (point.mark() != null) {
                mark(page, LABEL_WIDTH + room * point.mark() / highest, y + 1, 0, ROW - 4);
            }
            double behind = Math.max(width, point.mark() == null ? 0 : room * point.mark() / highest);
            page.element(
                    "text", number(point.count()), "class", "axis", "x", at(LABEL_WIDTH + behind + 6), "y", at(y + 16));
        }
        page.close();
    }

    private void begin(Markup page, int height) {
        page.open(
                "svg",
                "xmlns",
                "http://www.w3.org/2000/svg",
                "viewBox",
                "0 0 " + WIDTH + " " + height,
                "role",
                "img",
                "aria-labelledby",
                id + "-title " + id + "-description");
        page.element("title", title, "id", id + "-title");
        page.element("desc", description, "id", id + "-description");
    }

    private static void mark(Markup page, double x, double y, double width, double height) {
        page.empty("line", "class", "mark", "x1", at(x), "x2", at(x + width), "y1", at(y), "y2", at(y + height));
    }

    private double highest() {
        return points.stream()
                .mapToDouble(point -> Math.max(point.count(), point.mark() == null ? 0 : point.mark()))
                .max()
                .orElse(0);
    }

    /** The distance of the lines behind the columns: 1, 2 or 5 times a power of ten, at most five of them. */
    private double step() {
        double least = Math.max(1, highest() / 5);
        double power = 1;
        while (true) {
            for (int step : STEPS) {
                if (step * power >= least) {
                    return step * power;
                }
            }
            power *= 10;
        }
    }

    private static double y(double count, double highest) {
        return HEIGHT - BOTTOM - (HEIGHT - BOTTOM - TOP) * count / highest;
    }

    private static String at(double coordinate) {
        return String.format(Locale.ROOT, "%.1f", coordinate);
    }

    private static String number(double count) {
        return String.format(Locale.ROOT, "%,d", Math.round(count));
    }
}
