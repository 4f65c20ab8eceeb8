package org.graphgarden.inference.evaluation;

import java.util.Locale;
import org.graphgarden.inference.evaluation.Reliability.Band;

/**
 * Draws mean confidence against share kept, band by band, as an SVG image that stands alone: on the diagonal confidence means what it
 * says, above it promises too little, below it too much. The bars below tell how much of everything a band holds.
 */
public final class ReliabilityDiagram {
    private static final int LEFT = 70;
    private static final int TOP = 64;
    private static final int SIDE = 400;
    private static final int BARS = 60;
    private static final int WIDTH = LEFT + SIDE + 30;
    private static final int BARS_BOTTOM = TOP + SIDE + 56 + BARS;
    private static final int HEIGHT = BARS_BOTTOM + 34;

    private final StringBuilder svg = new StringBuilder();

    private ReliabilityDiagram() {}

    /**
     * The image.
     *
     * @param title of what, for people
     * @param kept what the vertical axis says, such as "share kept by a reader"
     */
    public static String of(String title, String kept, Reliability reliability) {
        ReliabilityDiagram diagram = new ReliabilityDiagram();
        diagram.frame(title, kept, reliability);
        double all = reliability.bands().stream().mapToDouble(Band::weight).sum();
        diagram.line(reliability);
        reliability.bands().forEach(band -> diagram.band(band, all));
        return diagram.svg.append("</svg>\n").toString();
    }

    private void frame(String title, String kept, Reliability reliability) {
        add(
                "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\" width=\"%d\" height=\"%d\" role=\"img\">",
                WIDTH, HEIGHT, WIDTH, HEIGHT);
        add("<title>%s</title>", escaped(title));
        add("<style>text{font:13px system-ui,sans-serif;fill:#222}.s{font-size:11px;fill:#555}"
                + ".g{stroke:#ddd}.d{stroke:#999;stroke-dasharray:5 4}</style>");
        add("<rect width=\"%d\" height=\"%d\" fill=\"#fff\"/>", WIDTH, HEIGHT);
        add("<text x=\"%d\" y=\"24\" font-weight=\"600\">%s</text>", LEFT, escaped(title));
        add(
                "<text class=\"s\" x=\"%d\" y=\"44\">expected calibration error %.3f, Brier score %.3f, %,d pairs</text>",
                LEFT, reliability.ece(), reliability.brier(), pairs(reliability));
        for (int tenth = 0; tenth <= 10; tenth += 2) {
            grid(tenth / 10.0);
        }
        add("<path class=\"d\" d=\"M%.0f %.0fL%.0f %.0f\"/>", x(0), y(0), x(1), y(1));
        add("<text x=\"%d\" y=\"%d\" text-anchor=\"middle\">mean confidence</text>", LEFT + SIDE / 2, TOP + SIDE + 38);
        add(
                "<text x=\"20\" y=\"%d\" text-anchor=\"middle\" transform=\"rotate(-90 20 %d)\">%s</text>",
                TOP + SIDE / 2, TOP + SIDE / 2, escaped(kept));
        add(
                "<text class=\"s\" x=\"%d\" y=\"%d\" text-anchor=\"middle\">share of all pairs in each band, and how many were"
                        + " looked at</text>",
                LEFT + SIDE / 2, BARS_BOTTOM + 22);
    }

    private static int pairs(Reliability reliability) {
        return reliability.bands().stream().mapToInt(Band::pairs).sum();
    }

    private void grid(double at) {
        add("<path class=\"g\" d=\"M%.0f %.0fH%.0fM%.0f %.0fV%.0f\"/>", x(0), y(at), x(1), x(at), y(0), y(1));
        add("<text class=\"s\" x=\"%.0f\" y=\"%d\" text-anchor=\"middle\">%.1f</text>", x(at), TOP + SIDE + 18, at);
        add("<text class=\"s\" x=\"%d\" y=\"%.0f\" text-anchor=\"end\">%.1f</text>", LEFT - 8, y(at) + 4, at);
    }

    private void line(Reliability reliability) {
        StringBuilder path = new StringBuilder();
        for (Band band : reliability.bands()) {
            path.append(path.isEmpty() ? 'M' : 'L').append(format("%.1f %.1f", x(band.confidence()), y(band.kept())));
        }
        add("<path d=\"%s\" fill=\"none\" stroke=\"#2f6f4f\" stroke-width=\"2\"/>", path);
    }

    private void band(Band band, double all) {
        add(
                "<circle cx=\"%.1f\" cy=\"%.1f\" r=\"5\" fill=\"#2f6f4f\"><title>%d pairs: mean confidence %.3f, kept"
                        + " %.3f</title></circle>",
                x(band.confidence()), y(band.kept()), band.pairs(), band.confidence(), band.kept());
        double height = Math.max(1, BARS * band.weight() / all);
        add(
                "<rect x=\"%.1f\" y=\"%.1f\" width=\"%.1f\" height=\"%.1f\" fill=\"#9cc3ad\"/>",
                x(band.from()) + 2, BARS_BOTTOM - height, SIDE / 10.0 - 4, height);
        add(
                "<text class=\"s\" x=\"%.1f\" y=\"%.1f\" text-anchor=\"middle\">%,d</text>",
                x(band.from() + 0.05), BARS_BOTTOM - height - 3, band.pairs());
    }

    private static double x(double share) {
        return LEFT + share * SIDE;
    }

    private static double y(double share) {
        return TOP + (1 - share) * SIDE;
    }

    private void add(String format, Object... values) {
        svg.append(values.length == 0 ? format : format(format, values)).append('\n');
    }

    private static String format(String format, Object... values) {
        return String.format(Locale.ROOT, format, values);
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
