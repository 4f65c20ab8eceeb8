package org.graphgarden.ingest.feedback;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import org.eclipse.jgit.util.FileUtils;
import org.graphgarden.git.PathFilter;

/** Random histories: we and stewards edit, branch, merge, squash, rename, delete, break files and rewrite what was. */
class FeedbackProperties {

    private static final String BRANCH = "graph-garden/";
    private static final List<String> SLUGS = List.of("mint", "sage", "dill");
    private static final List<String> TARGETS = List.of("sage", "dill", "rue", "salvia");

    /** One thing that happens; the numbers choose where and what. */
    record Deed(int kind, int where, int what) {}

    @Property(seed = "1", tries = 60)
    void shouldTellTheSameStepByStepAsAtAFreshImport(@ForAll("deeds") List<Deed> deeds) throws Exception {
        Path temp = Files.createTempDirectory("feedback");
        try (Past past = new Past(temp)) {
            // given
            Garden garden = new Garden(past, deeds.size() % 2 == 0);
            FeedbackHistory seldom = new FeedbackHistory(PathFilter.markdown());
            for (int step = 0; step < deeds.size(); step++) {
                // when
                garden.happens(deeds.get(step));

                // then
                List<String> fresh = past.fresh(garden.main);
                assertThat(past.feedback(garden.main)).isEqualTo(fresh);
                if (step % 4 == 3) {
                    assertThat(past.judged(seldom, garden.main))
                            .isEqualTo(past.judged(new FeedbackHistory(PathFilter.markdown()), garden.main));
                }
            }
        } finally {
            FileUtils.delete(new File(temp.toString()), FileUtils.RECURSIVE | FileUtils.SKIP_MISSING);
        }
    }

    @Property(seed = "1", tries = 20)
    void shouldSayNothingWhenOnlyWeWriteIntoSections(@ForAll("deeds") List<Deed> deeds) throws Exception {
        Path temp = Files.createTempDirectory("feedback");
        try (Past past = new Past(temp)) {
            // given
            Garden garden = new Garden(past, false);

            // when: we edit main, or one branch, which is merged, squashed or given up before anything else happens
            for (Deed deed : deeds) {
                int kind = garden.branches.isEmpty()
                        ? 1 + deed.kind() % 2
                        : List.of(2, 2, 4, 5, 8).get(deed.kind() % 5);
                garden.happens(new Deed(kind, kind == 1 ? deed.where() : 0, deed.what() - deed.what() % 3));
                if (kind == 4 || kind == 5) {
                    garden.happens(new Deed(8, 0, 0));
                }
            }

            // then
            assertThat(past.feedback(garden.main)).isEmpty();
        } finally {
            FileUtils.delete(new File(temp.toString()), FileUtils.RECURSIVE | FileUtils.SKIP_MISSING);
        }
    }

    private static final class Garden {
        private final Past past;
        private final SortedMap<String, String> branches = new TreeMap<>();
        private final List<String> heads = new ArrayList<>();
        private String main;

        Garden(Past past, boolean timeStands) {
            this.past = past;
            if (timeStands) {
                past.stopTime();
            }
            SortedMap<String, Page> pages = new TreeMap<>();
            SLUGS.forEach(slug ->
                    pages.put(slug + ".md", new Page(slug).id("id-" + slug).section("no")));
            pages.put("rue.md", new Page("rue").section("no"));
            main = past.commitAll("first", pages);
        }

        void happens(Deed deed) {
            switch (deed.kind()) {
                case 0 -> main = edit("By hand", main, deed);
                case 1 -> main = edit(Past.OURS, main, deed);
                case 2 -> onBranch(deed, Past.OURS);
                case 3 -> onBranch(deed, "By hand");
                case 4 -> main = merged(deed, "Merge", true);
                case 5 -> main = merged(deed, "Squash\n\nGarden-Cycle: beds/2\n\nmore", false);
                case 6 -> main = renamed(deed);
                case 7 -> main = deletedOrBack(deed);
                case 8 -> vanish(deed);
                case 9 -> main = heads.isEmpty() ? main : heads.get(deed.what() % heads.size());
                case 10 -> main = section(deed);
                case 11 -> main = broken(deed);
                default -> main = edit("Revert \"Tend\"\n\nGarden-Forget: " + slug(deed) + " link sage", main, deed);
            }
            heads.add(main);
        }

        private String edit(String message, String at, Deed deed) {
            List<String> paths = new ArrayList<>(past.pages(at).keySet());
            if (paths.isEmpty()) {
                return past.commit(message, Map.of(), at);
            }
            String path = paths.get(deed.where() % paths.size());
            String target = TARGETS.get(deed.what() % TARGETS.size());
            return past.commit(
                    message,
                    Map.of(path, past.page(at, path).but(page -> {
                        page.section("yes");
                        switch (deed.what() / 4 % 5) {
                            case 0, 1 -> page.link(target, "0." + (1 + deed.what() % 7));
                            case 2 -> page.drop(target);
                            case 3 -> page.curate(target);
                            default -> page.body("Text " + deed.what()).entity("shade", "Shade " + deed.where());
                        }
                    })),
                    at);
        }

        private void onBranch(Deed deed, String message) {
            String name = BRANCH + deed.where() % 2;
            String at = branches.getOrDefault(name, main);
            branches.put(name, edit(message, at, deed));
            past.branch(name, branches.getOrDefault(name, main));
        }

        /** Pages of either side, of both by turns, or with an edit of the merge itself. */
        private String merged(Deed deed, String message, boolean merge) {
            String other = branches.get(BRANCH + deed.where() % 2);
            if (other == null) {
                return main;
            }
            SortedMap<String, Page> pages = new TreeMap<>(past.pages(main));
            past.pages(other).forEach((path, page) -> {
                if (deed.what() % 3 == 0 || (path.hashCode() + deed.what()) % 2 == 0) {
                    pages.put(path, page);
                }
            });
            return merge ? past.commitAll(message, pages, main, other) : past.commitAll(message, pages, main);
        }

        private String renamed(Deed deed) {
            String old = slug(deed);
            String fresh = deed.what() % 2 == 0 ? "salvia" : old + "-2";
            String path = old + ".md";
            if (!past.pages(main).containsKey(path)) {
                return main;
            }
            Page page = past.page(main, path).but(each -> each.slug(fresh));
            return deed.what() % 3 == 0
                    ? past.commit("rename", Map.of(path, page), main)
                    : past.commit("rename", Map.of(path, Past.deleted(), fresh + ".md", page), main);
        }

        private String deletedOrBack(Deed deed) {
            String path = slug(deed) + ".md";
            if (past.pages(main).containsKey(path)) {
                return past.commit("delete", Map.of(path, Past.deleted()), main);
            }
            String from = heads.stream()
                    .filter(head -> past.pages(head).containsKey(path))
                    .findFirst()
                    .orElse("");
            return from.isEmpty() ? main : past.commit("back", Map.of(path, past.page(from, path)), main);
        }

        private String section(Deed deed) {
            String path = slug(deed) + ".md";
            if (!past.pages(main).containsKey(path)) {
                return main;
            }
            String section = List.of("no", "false", "empty", "yes").get(deed.what() % 4);
            String message = deed.what() % 5 == 0 ? "Revert \"Tend\"" : "section";
            return past.commit(message, Map.of(path, past.page(main, path).but(page -> page.section(section))), main);
        }

        private String broken(Deed deed) {
            String path = slug(deed) + ".md";
            return past.pages(main).containsKey(path)
                    ? past.commit("oops", Map.of(path, past.page(main, path).but(Page::broken)), main)
                    : main;
        }

        private void vanish(Deed deed) {
            String name = BRANCH + deed.where() % 2;
            if (branches.remove(name) != null) {
                past.deleteBranch(name);
            }
        }

        private static String slug(Deed deed) {
            return SLUGS.get(deed.where() % SLUGS.size());
        }
    }

    @Provide
    Arbitrary<List<Deed>> deeds() {
        return Combinators.combine(
                        Arbitraries.frequencyOf(
                                Tuple.of(3, Arbitraries.integers().between(0, 5)),
                                Tuple.of(1, Arbitraries.integers().between(6, 12))),
                        Arbitraries.integers().between(0, 5),
                        Arbitraries.integers().between(0, 59))
                .as(Deed::new)
                .list()
                .ofMinSize(4)
                .ofMaxSize(24);
    }
}
