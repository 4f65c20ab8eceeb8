package org.graphgarden.standalone.stewards;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.graphgarden.format.CommunityEntry;
import org.graphgarden.format.EntityEntry;
import org.graphgarden.format.GardenSection;
import org.graphgarden.format.LinkEntry;
import org.graphgarden.standalone.cli.GardenCommand;
import org.graphgarden.standalone.stewards.Scenario.Check;
import org.graphgarden.standalone.stewards.Scenario.Edit;
import org.graphgarden.standalone.stewards.Scenario.Seat;

/** What stewards do. */
final class Scenarios {
    private static final String BARREL = "rain-barrel";
    private static final String SHED = "tool-shed";
    private static final String BIN = "worm-bin";
    private static final String LINE = "drip-line";

    private final List<Scenario> all = new ArrayList<>();

    private Scenarios() {}

    /** All of them; names and seats are unique together. */
    static List<Scenario> all() {
        Scenarios scenarios = new Scenarios();
        scenarios.deletions();
        scenarios.pins();
        scenarios.promotions();
        scenarios.optOuts();
        scenarios.spellings();
        scenarios.renames();
        scenarios.reverts();
        scenarios.changesOfMind();
        scenarios.branches();
        scenarios.cycles();
        return scenarios.all;
    }

    private void add(String name, Seat seat, Edit edit) {
        all.add(new Scenario(name, seat, edit));
    }

    private void everywhere(String name, Edit edit) {
        for (Seat seat : List.of(
                Seat.MAIN, Seat.OURS, Seat.OURS_MERGED, Seat.OURS_SQUASHED, Seat.OURS_REBASED, Seat.OURS_PICKED)) {
            add(name, seat, edit);
        }
    }

    private void deletions() {
        everywhere("delete a link", Scenarios::deleteLink);
        everywhere("delete an entity", s -> {
            String id = s.bed().entities(LINE).get(0);
            s.bed().deleteEntry(LINE, id);
            return after -> assertThat(after.entities(LINE)).isNotEmpty().doesNotContain(id);
        });
        add("delete a community", Seat.MAIN, Scenarios::deleteCommunity);
        add("delete a community", Seat.OURS, Scenarios::deleteCommunity);
        add("delete a community", Seat.OURS_MERGED, Scenarios::deleteCommunity);
        add("delete the link that stands in the other file, too", Seat.MAIN, s -> {
            String target = s.bed().target(BARREL, 0);
            s.bed().deleteLink(BARREL, target);
            boolean both = s.bed().targets(target).contains(BARREL);
            assertThat(both).as("a pair to begin with").isTrue();
            return unlinked(BARREL, target);
        });
        add("delete every link of a file", Seat.MAIN, Scenarios::deleteLinks);
        add("delete every link of a file", Seat.OURS_MERGED, Scenarios::deleteLinks);
        add("delete every entity of a file", Seat.MAIN, s -> {
            List<String> ids = s.bed().entities(LINE);
            for (String id : ids) {
                s.bed().deleteEntry(LINE, id);
            }
            s.bed().replace(LINE, "  entities:\n", "  entities: []\n");
            return after -> assertThat(after.entities(LINE)).doesNotContainAnyElementsOf(ids);
        });
        add("delete a pattern that others are linked to", Seat.MAIN, s -> {
            s.git("rm", "-q", BIN + ".md");
            return after -> {
                assertThat(after.has(BIN)).isFalse();
                for (String title : Bed.TITLES) {
                    String slug = Bed.slug(title);
                    assertThat(slug.equals(BIN) ? List.of() : after.targets(slug))
                            .doesNotContain(BIN);
                }
            };
        });
    }

    private void pins() {
        for (Seat seat : List.of(Seat.MAIN, Seat.OURS_MERGED, Seat.OURS_REBASED)) {
            add(
                    "write another reason",
                    seat,
                    s -> pinned(s, link -> {
                        s.bed().replace(SHED, link.reason(), "The rakes hang there.");
                    }));
        }
        add(
                "write another confidence",
                Seat.MAIN,
                s -> pinned(s, link -> {
                    String lines = s.bed().lines(SHED, link.target());
                    s.bed().replace(SHED, lines, lines.replaceFirst("confidence: .*", "confidence: 0.5"));
                }));
        add(
                "write another type",
                Seat.MAIN,
                s -> pinned(s, link -> {
                    String lines = s.bed().lines(SHED, link.target());
                    s.bed().replace(SHED, lines, lines.replaceFirst("type: .*", "type: requires"));
                }));
        add(
                "write a field of one's own into a link",
                Seat.MAIN,
                s -> pinned(s, link -> {
                    String lines = s.bed().lines(SHED, link.target());
                    s.bed()
                            .replace(
                                    SHED,
                                    lines,
                                    lines.replaceFirst("type: .*", "type: requires\n      checked_by: Ada"));
                }));
        add("name an entity otherwise", Seat.MAIN, s -> {
            EntityEntry entity = s.bed().section(LINE).entities().get(0);
            s.bed().replace(LINE, "\"" + entity.label() + "\"", "\"By Another Name\"");
            return after -> assertThat(after.section(LINE).entities())
                    .extracting(EntityEntry::label)
                    .contains("By Another Name");
        });
        add("weigh an entity otherwise", Seat.MAIN, s -> {
            String id = s.bed().entities(LINE).get(0);
            String text = s.bed().text(LINE);
            s.bed().write(LINE, text.replaceFirst("(- id: " + id + "\n(?: {6}.*\n)*? {6}relevance: ).*", "$10.11"));
            return after -> assertThat(after.section(LINE).entities())
                    .filteredOn(entity -> entity.id().equals(id))
                    .extracting(entity -> entity.relevance().orElse(-1))
                    .containsExactly(0.11);
        });
        add("name a community otherwise", Seat.MAIN, s -> {
            s.bed().replace(SHED, "\"Handwork\"", "\"Handiwork\"");
            return after -> assertThat(after.section(SHED).communities())
                    .extracting(CommunityEntry::label)
                    .contains("Handiwork");
        });
        add("put back what Graph Garden dropped", Seat.MAIN, s -> putBack(s));
        add("put back what Graph Garden dropped", Seat.OURS_MERGED, s -> putBack(s));
        add("point a link at another pattern", Seat.MAIN, s -> {
            List<String> linked = s.bed().targets(SHED);
            String old = linked.get(0);
            String other = Bed.TITLES.stream()
                    .map(Bed::slug)
                    .filter(slug -> !slug.equals(SHED) && !linked.contains(slug))
                    .findFirst()
                    .orElse("kettle");
            if (other.equals("kettle")) {
                s.bed().write("kettle", "---\nslug: kettle\ntitle: Kettle\n---\n\nTea for whoever weeds.\n");
            }
            s.bed().replace(SHED, "target: " + old + "\n", "target: " + other + "\n");
            return after -> assertThat(after.targets(SHED)).contains(other).doesNotContain(old);
        });
    }

    private void promotions() {
        for (Seat seat : List.of(Seat.MAIN, Seat.OURS_MERGED, Seat.OURS_SQUASHED)) {
            add("move a link to the relationships", seat, s -> {
                String target = s.bed().target(BARREL, 1);
                s.bed().deleteLink(BARREL, target);
                s.bed().curate(BARREL, target);
                return curated(BARREL, target);
            });
        }
        add("copy a link to the relationships", Seat.MAIN, s -> {
            String target = s.bed().target(BARREL, 1);
            s.bed().curate(BARREL, target);
            return curated(BARREL, target);
        });
    }

    private void optOuts() {
        for (Seat seat : List.of(Seat.MAIN, Seat.OURS_MERGED)) {
            add("delete a whole section", seat, s -> {
                s.bed().deleteSection(BIN);
                return untouched(s, BIN);
            });
            add("write graph_garden: false", seat, s -> {
                s.bed().deleteSection(BIN);
                s.bed().replace(BIN, "\nsummary", "\ngraph_garden: false\nsummary");
                return untouched(s, BIN);
            });
        }
        add("delete a whole section", Seat.OURS, s -> {
            s.bed().deleteSection(BIN);
            return after -> assertThat(after.text(BIN)).doesNotContain("graph_garden");
        });
        add("write graph_garden: false", Seat.OURS, s -> {
            s.bed().deleteSection(BIN);
            s.bed().replace(BIN, "\nsummary", "\ngraph_garden: false\nsummary");
            return after -> assertThat(after.text(BIN)).doesNotContain("graph_garden:\n");
        });
        add("delete a whole section and write the text anew", Seat.MAIN, s -> {
            s.bed().deleteSection(BIN);
            s.bed().replace(BIN, "keep the soil moist", "keep the worms happy");
            return untouched(s, BIN);
        });
        add("opt out and come back in", Seat.FREE, s -> {
            s.bed().deleteSection(BIN);
            s.bed().replace(BIN, "\nsummary", "\ngraph_garden: false\nsummary");
            s.bed().commit("Leave it alone");
            s.bed().replace(BIN, "graph_garden: false\n", "");
            s.bed().commit("Do not leave it alone");
            s.push("main");
            return after -> assertThat(after.targets(BIN)).isNotEmpty();
        });
    }

    private void spellings() {
        add("spell entries otherwise", Seat.MAIN, s -> {
            String target = s.bed().target(SHED, 0);
            s.bed().replace(SHED, "    - target: " + target + "\n", "    - target: \"" + target + "\"\n");
            return after -> assertThat(after.targets(SHED)).contains(target);
        });
        add("delete a link and lay the rest out otherwise", Seat.MAIN, s -> {
            String target = s.bed().target(BARREL, 0);
            s.bed().deleteLink(BARREL, target);
            s.bed()
                    .write(
                            BARREL,
                            s.bed()
                                    .text(BARREL)
                                    .replace("\n      ", "\n        ")
                                    .replace("    - ", "    -   "));
            return unlinked(BARREL, target);
        });
        add("delete a link and turn the line ends", Seat.MAIN, s -> {
            String target = s.bed().target(BARREL, 0);
            s.bed().deleteLink(BARREL, target);
            s.bed().write(BARREL, s.bed().text(BARREL).replace("\n", "\r\n"));
            return unlinked(BARREL, target);
        });
        add("delete a link and turn the order of the others round", Seat.MAIN, s -> {
            List<String> targets = s.bed().targets(BARREL);
            String last = s.bed().lines(BARREL, targets.get(targets.size() - 1));
            s.bed().deleteLink(BARREL, targets.get(targets.size() - 1));
            s.bed().deleteLink(BARREL, targets.get(0));
            s.bed().replace(BARREL, "  inferred_links:\n", "  inferred_links:\n" + last);
            return unlinked(BARREL, targets.get(0));
        });
        add("delete an entity and write the text anew", Seat.MAIN, s -> {
            String id = s.bed().entities(LINE).get(0);
            s.bed().deleteEntry(LINE, id);
            s.bed().replace(LINE, "keep the soil moist", "keep the soil moist and the neighbours dry");
            return after -> assertThat(after.entities(LINE)).doesNotContain(id);
        });
    }

    private void renames() {
        add("delete a link and move the file", Seat.MAIN, s -> {
            String target = s.bed().target(BARREL, 0);
            s.bed().deleteLink(BARREL, target);
            s.bed().write("water/" + BARREL, s.bed().text(BARREL));
            s.git("rm", "-q", "--cached", BARREL + ".md");
            java.nio.file.Files.delete(s.bed().folder().resolve(BARREL + ".md"));
            return after -> {
                assertThat(after.targets("water/" + BARREL)).isNotEmpty().doesNotContain(target);
                assertThat(after.targets(target)).doesNotContain(BARREL);
            };
        });
        add("delete a link, then give the pattern another slug", Seat.FREE, s -> {
            String target = s.bed().target(BARREL, 0);
            s.bed().deleteLink(BARREL, target);
            s.bed().commit("Not this");
            s.bed().replace(BARREL, "slug: rain-barrel\n", "slug: rain-butt\n");
            s.bed().commit("Say butt");
            s.push("main");
            return after -> {
                assertThat(after.targets(BARREL)).isNotEmpty().doesNotContain(target);
                assertThat(after.targets(target)).doesNotContain(BARREL, "rain-butt");
            };
        });
        add("delete a link, then give its target another slug and file", Seat.FREE, s -> {
            String target = s.bed().target(BARREL, 0);
            s.bed().deleteLink(BARREL, target);
            s.bed().commit("Not this");
            s.git("mv", target + ".md", "renamed.md");
            s.bed().replace("renamed", "slug: " + target + "\n", "slug: renamed\n");
            s.bed().commit("Rename it");
            s.push("main");
            return unlinked(BARREL, "renamed");
        });
        add("give an entity another id", Seat.MAIN, s -> {
            String id = s.bed().entities(LINE).get(0);
            s.bed().replace(LINE, "- id: " + id + "\n", "- id: of-my-own\n");
            return after ->
                    assertThat(after.entities(LINE)).contains("of-my-own").doesNotContain(id);
        });
    }

    private void reverts() {
        add("git revert", Seat.FREE, s -> {
            Check check = nothingAgain(s);
            s.git("revert", "--no-edit", "HEAD", "HEAD~1");
            s.push("main");
            return check;
        });
        add("garden revert", Seat.FREE, s -> {
            Check check = nothingAgain(s);
            assertThat(garden("revert", "2026-03-01", s.remote().toString())).isZero();
            return check;
        });
        add("garden revert after edits of the same files", Seat.FREE, s -> {
            Check check = nothingAgain(s);
            s.bed().replace(LINE, "through dry weeks", "through dry months");
            s.bed().commit("It has been drier");
            s.push("main");
            assertThat(garden("revert", "2026-03-01", s.remote().toString())).isZero();
            return after -> {
                check.obeyed(after);
                assertThat(after.text(LINE)).contains("through dry months");
            };
        });
        add("garden revert of what was merged from our branch", Seat.FREE_OURS, s -> {
            Check check = nothingAgain(s);
            s.git("checkout", "-q", "main");
            s.git("merge", "-q", "--no-ff", "-m", "Merge pull request #12 from beds/" + s.ours(), s.ours());
            s.push("main");
            assertThat(garden("revert", "2026-03-01", s.remote().toString())).isZero();
            return check;
        });
        add("garden revert of what was squashed from our branch", Seat.FREE_OURS, s -> {
            Check check = nothingAgain(s);
            s.squash();
            s.push("main");
            assertThat(garden("revert", "2026-03-01", s.remote().toString())).isZero();
            return check;
        });
        add("GitHub's revert of a merged request", Seat.FREE_OURS, s -> {
            Check check = nothingAgain(s);
            s.git("checkout", "-q", "main");
            s.git("merge", "-q", "--no-ff", "-m", "Merge pull request #12 from beds/" + s.ours(), s.ours());
            s.git("revert", "-m", "1", "--no-edit", "HEAD");
            s.git("commit", "-q", "--amend", "-m", "Revert \"Tend the beds\" (#13)\n\nReverts ada/library#12");
            s.push("main");
            return check;
        });
        add("GitHub's revert of a squashed request", Seat.FREE_OURS, s -> {
            Check check = nothingAgain(s);
            s.squash();
            s.git("revert", "--no-edit", "HEAD");
            s.git("commit", "-q", "--amend", "-m", "Revert \"Tend the beds (#12)\" (#13)\n\nReverts ada/library#12");
            s.push("main");
            return check;
        });
        add("GitLab's revert of a merged request", Seat.FREE_OURS, s -> {
            Check check = nothingAgain(s);
            s.git("checkout", "-q", "main");
            s.git(
                    "merge",
                    "-q",
                    "--no-ff",
                    "-m",
                    "Merge branch '" + s.ours() + "' into 'main'\n\nTend the beds\n\nSee merge request ada/library!12",
                    s.ours());
            s.git("revert", "-m", "1", "--no-edit", "HEAD");
            s.git(
                    "commit",
                    "-q",
                    "--amend",
                    "-m",
                    "Revert \"Merge branch '" + s.ours() + "' into 'main'\"\n\nThis reverts merge request !12");
            s.push("main");
            return check;
        });
        add("revert a commit of ours on our branch", Seat.FREE_OURS, s -> {
            Check check = nothingAgain(s);
            s.git("revert", "--no-edit", "HEAD", "HEAD~1");
            s.push(s.ours());
            return check;
        });
        add("revert the revert", Seat.FREE, s -> {
            Map<String, List<String>> planted = planted(s.bed());
            s.git("revert", "--no-edit", "HEAD", "HEAD~1");
            s.git("revert", "--no-edit", "HEAD", "HEAD~1");
            s.push("main");
            return after -> assertThat(planted(after)).isEqualTo(planted);
        });
    }

    private void changesOfMind() {
        add("delete a link and revert that", Seat.FREE, s -> {
            Map<String, List<String>> planted = planted(s.bed());
            s.bed().deleteLink(BARREL, s.bed().target(BARREL, 0));
            s.bed().commit("Not this");
            s.git("revert", "--no-edit", "HEAD");
            s.push("main");
            return after -> assertThat(planted(after)).isEqualTo(planted);
        });
        add("delete a link and have it forgotten", Seat.FREE, s -> {
            String target = s.bed().target(BARREL, 0);
            s.bed().deleteLink(BARREL, target);
            s.bed().commit("Not this");
            s.push("main");
            assertThat(garden("feedback", "forget", s.remote().toString(), BARREL, "link", target))
                    .isZero();
            return after -> assertThat(after.targets(BARREL)).contains(target);
        });
        add("delete a link, then edit the text of its target", Seat.FREE, s -> {
            String target = s.bed().target(BARREL, 0);
            s.bed().deleteLink(BARREL, target);
            s.bed().commit("Not this");
            s.bed().write(target, s.bed().text(target) + "\nIn a dry summer it stands empty.\n");
            s.bed().commit("It has been dry");
            s.push("main");
            return unlinked(BARREL, target);
        });
        add("one steward deletes, another puts back with a reason", Seat.FREE, s -> {
            String target = s.bed().target(SHED, 0);
            String lines = s.bed().lines(SHED, target);
            s.bed().deleteLink(SHED, target);
            s.bed().commit("Not this");
            s.git("config", "user.name", "Bea");
            s.bed().replace(SHED, "  inferred_links:\n", "  inferred_links:\n" + reasoned(lines, "Bea knows why."));
            s.bed().commit("Yes, this");
            s.push("main");
            return after -> assertThat(after.link(SHED, target).reason()).isEqualTo("Bea knows why.");
        });
        add("one steward writes a reason, another deletes", Seat.FREE, s -> {
            String target = s.bed().target(SHED, 0);
            s.bed().replace(SHED, s.bed().link(SHED, target).reason(), "Bea knows why.");
            s.bed().commit("Because");
            s.git("config", "user.name", "Bea");
            s.bed().deleteLink(SHED, target);
            s.bed().commit("No longer");
            s.push("main");
            return unlinked(SHED, target);
        });
        add("two stewards on two branches, merged", Seat.FREE, s -> {
            String one = s.bed().target(BARREL, 0);
            String other = s.bed().target(LINE, 0);
            s.git("checkout", "-q", "-b", "bea");
            s.bed().deleteLink(BARREL, one);
            s.bed().commit("Bea's");
            s.git("checkout", "-q", "main");
            s.bed().deleteLink(LINE, other);
            s.bed().commit("Ada's");
            s.git("merge", "-q", "--no-ff", "-m", "Merge bea", "bea");
            s.push("main");
            return after -> {
                unlinked(BARREL, one).obeyed(after);
                unlinked(LINE, other).obeyed(after);
            };
        });
        add("two stewards in one file, the conflict resolved by deleting", Seat.FREE, s -> {
            String target = s.bed().target(SHED, 0);
            s.git("checkout", "-q", "-b", "bea");
            s.bed().replace(SHED, s.bed().link(SHED, target).reason(), "Bea knows why.");
            s.bed().commit("Bea's");
            s.git("checkout", "-q", "main");
            s.bed().deleteLink(SHED, target);
            s.bed().commit("Ada's");
            s.git("merge", "-q", "--no-ff", "-X", "ours", "-s", "ours", "-m", "Merge bea", "bea");
            s.push("main");
            return unlinked(SHED, target);
        });
        add("delete a link in the merge itself", Seat.FREE_OURS, s -> {
            String target = s.bed().target(BARREL, 0);
            s.git("checkout", "-q", "main");
            s.git("merge", "-q", "--no-ff", "--no-commit", s.ours());
            s.bed().deleteLink(BARREL, target);
            s.bed().commit("Merge pull request #12 from beds/" + s.ours());
            s.push("main");
            return unlinked(BARREL, target);
        });
    }

    private void branches() {
        add("delete a link on our branch, then merge main into it", Seat.FREE_OURS, s -> {
            String target = s.bed().target(BARREL, 0);
            s.bed().deleteLink(BARREL, target);
            s.bed().commit("Not this");
            s.git("checkout", "-q", "main");
            s.go();
            s.push("main");
            s.git("checkout", "-q", s.ours());
            s.git("merge", "-q", "--no-edit", "main");
            s.push(s.ours());
            return unlinked(BARREL, target);
        });
        add("delete a link on our branch, amend that and force it", Seat.FREE_OURS, s -> {
            String target = s.bed().target(BARREL, 0);
            s.bed().replace(BARREL, s.bed().link(BARREL, target).reason(), "Hm.");
            s.bed().commit("Hm");
            s.push(s.ours());
            s.bed().deleteLink(BARREL, target);
            s.git("commit", "-q", "-a", "--amend", "-m", "No");
            s.force(s.ours());
            return unlinked(BARREL, target);
        });
        add("amend our commit's message, delete a link and force it", Seat.FREE_OURS, s -> {
            String target = s.bed().target(BARREL, 0);
            String message = s.git("log", "-1", "--format=%B");
            s.git("commit", "-q", "--amend", "-m", "Reviewed by Ada\n\n" + message);
            s.bed().deleteLink(BARREL, target);
            s.bed().commit("Not this");
            s.force(s.ours());
            return unlinked(BARREL, target);
        });
        add("delete a link under Graph Garden's own name", Seat.FREE_OURS, s -> {
            s.git("config", "user.name", "Graph Garden");
            Check check = deleteLink(s);
            s.bed().commit("Not this");
            s.push(s.ours());
            return check;
        });
        add("merge and delete the link on main afterwards", Seat.FREE_OURS, s -> {
            s.git("checkout", "-q", "main");
            s.git("merge", "-q", "--ff-only", s.ours());
            Check check = deleteLink(s);
            s.bed().commit("Not this");
            s.push("main");
            s.drop();
            return check;
        });
        add("close the request and delete our branch", Seat.FREE_OURS, s -> {
            List<String> targets = s.bed().targets(BARREL);
            s.drop();
            return after -> assertThat(after.targets(BARREL)).containsExactlyInAnyOrderElementsOf(targets);
        });
    }

    private void cycles() {
        add("delete a link while a cycle runs", Seat.FREE, s -> {
            Check check = deleteLink(s);
            s.bed().commit("Not this");
            s.during().add(remote -> s.git("push", "-q", remote.toString(), "HEAD:main"));
            return check;
        });
        add("write another reason while a cycle runs", Seat.FREE, s -> {
            Check check = pinned(s, link -> s.bed().replace(SHED, link.reason(), "The rakes hang there."));
            s.bed().commit("Because");
            s.during().add(remote -> s.git("push", "-q", remote.toString(), "HEAD:main"));
            return check;
        });
    }

    private static Check deleteLink(Steward s) throws Exception {
        String target = s.bed().target(BARREL, 0);
        s.bed().deleteLink(BARREL, target);
        return unlinked(BARREL, target);
    }

    private static Check deleteLinks(Steward s) throws Exception {
        List<String> targets = s.bed().targets(BARREL);
        for (String target : targets) {
            s.bed().deleteLink(BARREL, target);
        }
        s.bed().replace(BARREL, "  inferred_links:\n", "  inferred_links: []\n");
        return after -> {
            assertThat(after.targets(BARREL)).doesNotContainAnyElementsOf(targets);
            for (String target : targets) {
                assertThat(after.targets(target)).doesNotContain(BARREL);
            }
        };
    }

    private static Check deleteCommunity(Steward s) throws Exception {
        s.bed().deleteEntry(SHED, "handwork");
        return after -> assertThat(after.communities(SHED)).doesNotContain("handwork");
    }

    private static Check unlinked(String slug, String target) {
        return after -> {
            assertThat(after.targets(slug)).isNotEmpty().doesNotContain(target);
            assertThat(after.targets(target)).doesNotContain(slug);
        };
    }

    private static Check curated(String slug, String target) {
        return after -> {
            unlinked(slug, target).obeyed(after);
            assertThat(after.text(slug)).contains("enables: [" + target + "]");
        };
    }

    private static Check untouched(Steward s, String slug) throws Exception {
        String mine = s.bed().text(slug);
        return after -> assertThat(after.text(slug)).isEqualTo(mine);
    }

    private interface OnLink {
        void change(LinkEntry link) throws Exception;
    }

    /** What the steward made of a link's lines is there byte for byte. */
    private static Check pinned(Steward s, OnLink edit) throws Exception {
        LinkEntry link = s.bed().section(SHED).links().get(0);
        edit.change(link);
        String mine = s.bed().lines(SHED, link.target());
        return after -> assertThat(after.lines(SHED, link.target())).isEqualTo(mine);
    }

    private static Check putBack(Steward s) throws Exception {
        assertThat(s.bed().targets("seed-swap")).doesNotContain("gone-for-good");
        s.bed()
                .replace(
                        "seed-swap",
                        "  inferred_links:\n",
                        "  inferred_links:\n    - target: gone-for-good\n      type: complementary\n      confidence: 0.9\n");
        return after -> assertThat(after.targets("seed-swap")).contains("gone-for-good");
    }

    private static String reasoned(String lines, String reason) {
        return lines.replaceFirst("reason: .*", "reason: \"" + reason + "\"");
    }

    private static Map<String, List<String>> planted(Bed bed) throws Exception {
        Map<String, List<String>> planted = new TreeMap<>();
        for (String title : Bed.TITLES) {
            GardenSection section = bed.section(Bed.slug(title));
            List<String> entries = new ArrayList<>();
            section.links().forEach(link -> entries.add("link " + link.target()));
            section.entities().forEach(entity -> entries.add("entity " + entity.id()));
            planted.put(Bed.slug(title), entries);
        }
        return planted;
    }

    /** None of what stands now may stand again. */
    private static Check nothingAgain(Steward s) throws Exception {
        Map<String, List<String>> planted = planted(s.bed());
        return after -> {
            for (Map.Entry<String, List<String>> each : planted(after).entrySet()) {
                List<String> old = new ArrayList<>(planted.getOrDefault(each.getKey(), List.of()));
                assertThat(old).isNotEmpty();
                assertThat(each.getValue()).as(each.getKey()).doesNotContainAnyElementsOf(old);
            }
        };
    }

    private static int garden(String... line) {
        StringWriter said = new StringWriter();
        int code = new GardenCommand(new PrintWriter(said, true), new PrintWriter(said, true)).execute(line);
        assertThat(code).as(said.toString()).isZero();
        return code;
    }
}
