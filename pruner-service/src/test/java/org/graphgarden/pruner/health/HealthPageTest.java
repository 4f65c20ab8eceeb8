package org.graphgarden.pruner.health;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

class HealthPageTest {
    private static final String HOSTILE = "\"><script>alert(1)</script><img src=x onerror='go()'>&amp;]]>\u0000\u202E";

    @Test
    void shouldHoldPlotsAndTablesWhenTheGardenHasBoth() throws Exception {
        // given
        GardenHealth health = GardenHealth.of(large().look(), large().state(), null);

        // when
        Document page = parse(HealthPage.of("Wild garden", health));

        // then: each plot is told in words, and stands in figures beside
        NodeList plots = page.getElementsByTagName("svg");
        assertThat(plots.getLength()).isGreaterThanOrEqualTo(7);
        for (int i = 0; i < plots.getLength(); i++) {
            Element plot = (Element) plots.item(i);
            assertThat(plot.getElementsByTagName("title").item(0).getTextContent())
                    .isNotBlank();
            assertThat(plot.getElementsByTagName("desc").item(0).getTextContent())
                    .isNotBlank();
            assertThat(ids(page)).contains(plot.getAttribute("aria-labelledby").split(" "));
        }
        assertThat(ids(page)).doesNotHaveDuplicates();
        assertThat(page.getElementsByTagName("table").getLength()).isGreaterThan(7);
    }

    @Test
    void shouldBeWellFormedAndHarmlessWhenNamesAreHostile() throws Exception {
        // given
        Bed bed = new Bed().pattern("ash", List.of(HOSTILE), HOSTILE).pattern("x" + HOSTILE, List.of(), "ash");

        // when
        String page = HealthPage.of(HOSTILE, GardenHealth.of(bed.look(), null, null));

        // then
        Document document = parse(page);
        assertThat(document.getElementsByTagName("script").getLength()).isZero();
        assertThat(document.getElementsByTagName("img").getLength()).isZero();
        assertThat(page).doesNotContain("<script").doesNotContain("<img").doesNotContain("\u202E");
    }

    @Property(seed = "1", tries = 100)
    void shouldBeWellFormedWhateverNamesAre(@ForAll String name, @ForAll String target) throws Exception {
        // given
        Bed bed = new Bed().pattern("a" + name, List.of("t" + target), target);

        // when
        String page = HealthPage.of(name, GardenHealth.of(bed.look(), null, null));

        // then
        assertThat(parse(page).getDocumentElement().getTagName()).isEqualTo("html");
    }

    @Test
    void shouldAskForNothingFromOutside() {
        // given
        GardenHealth health = GardenHealth.of(large().look(), null, null);

        // when
        String page = HealthPage.of("wild", health);

        // then: only names of formats look like addresses
        assertThat(page.replace("http://www.w3.org/2000/svg", "").replace("http://www.w3.org/1999/xhtml", ""))
                .doesNotContain("http:", "https:", "src=", "href=", "@import", "url(");
    }

    private static Bed large() {
        Bed bed = new Bed();
        for (int i = 0; i < 60; i++) {
            bed.pattern(
                    (char) ('a' + i % 20) + "-" + i,
                    List.of("a-0"),
                    (char) ('a' + (i + 1) % 20) + "-" + (i + 1) % 60,
                    "gone-" + i);
        }
        return bed;
    }

    private static List<String> ids(Document page) {
        List<String> ids = new ArrayList<>();
        NodeList all = page.getElementsByTagName("*");
        for (int i = 0; i < all.getLength(); i++) {
            String id = ((Element) all.item(i)).getAttribute("id");
            if (!id.isEmpty()) {
                ids.add(id);
            }
        }
        return ids;
    }

    private static Document parse(String page) throws Exception {
        assertThat(page).startsWith("<!DOCTYPE html>\n<html");
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        return factory.newDocumentBuilder()
                .parse(new InputSource(new StringReader(page.substring(page.indexOf("<html")))));
    }
}
