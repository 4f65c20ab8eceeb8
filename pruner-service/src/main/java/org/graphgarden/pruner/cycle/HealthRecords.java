package org.graphgarden.pruner.cycle;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.graphgarden.events.CycleHealth;
import org.graphgarden.events.DanglingName;
import org.graphgarden.events.HealthCount;
import org.graphgarden.events.HealthFinding;
import org.graphgarden.events.HealthMeasure;
import org.graphgarden.events.LinkSpread;
import org.graphgarden.events.PruneCycle;
import org.graphgarden.events.SlugPair;
import org.graphgarden.events.SpreadGroup;
import org.graphgarden.pruner.health.Concentration;
import org.graphgarden.pruner.health.Concern;
import org.graphgarden.pruner.health.Dangling;
import org.graphgarden.pruner.health.Finding;
import org.graphgarden.pruner.health.GardenHealth;
import org.graphgarden.pruner.health.Measure;
import org.graphgarden.pruner.health.Measurement;
import org.graphgarden.pruner.health.NearDuplicates;
import org.graphgarden.pruner.health.Tally;
import org.graphgarden.pruner.health.TallyCount;

/** A garden's health as its cycle's event tells it, there and back. Texts from files are cut: records are limited. */
public final class HealthRecords {
    private static final int MAX_TEXT = 300;
    /** More kinds than any tally has: what it counts may come from files some day. */
    private static final int MAX_KINDS = 100;

    private HealthRecords() {}

    /** Whether an event tells how the garden stands: not what a dry run would do, or what a failed cycle could not. */
    public static boolean tellsWhatStands(PruneCycle cycle) {
        return cycle.getHealth() != null && Records.stands(cycle.getOutcome()) && !Records.dry(cycle);
    }

    /** What an event says; empty when it says nothing. What a later version says with words that are not known here, is left out. */
    public static Optional<GardenHealth> of(PruneCycle cycle) {
        return Optional.ofNullable(cycle.getHealth())
                .map(health -> new GardenHealth(
                        LocalDate.parse(cycle.getDate()),
                        health.getLastDate() == null ? null : LocalDate.parse(health.getLastDate()),
                        known(health.getMeasures(), HealthRecords::measurement),
                        known(health.getCounts(), HealthRecords::count),
                        known(health.getSpreads(), HealthRecords::concentration),
                        known(health.getFindings(), HealthRecords::finding),
                        health.getDangling().stream()
                                .map(HealthRecords::dangling)
                                .toList(),
                        health.getOrphans(),
                        health.getNearDuplicates().stream()
                                .map(pair -> new NearDuplicates(pair.getFirst(), pair.getSecond()))
                                .toList()));
    }

    static CycleHealth of(GardenHealth health) {
        return CycleHealth.newBuilder()
                .setLastDate(
                        health.lastDate() == null ? null : health.lastDate().toString())
                .setMeasures(
                        health.measures().stream().map(HealthRecords::event).toList())
                .setCounts(counts(health))
                .setSpreads(health.concentrations().stream()
                        .map(HealthRecords::event)
                        .toList())
                .setFindings(health.findings().stream()
                        .map(finding -> new HealthFinding(finding.concern().id(), cut(finding.text())))
                        .toList())
                .setDangling(
                        health.dangling().stream().map(HealthRecords::event).toList())
                .setOrphans(health.orphans().stream().map(HealthRecords::cut).toList())
                .setNearDuplicates(health.nearDuplicates().stream()
                        .map(pair -> new SlugPair(cut(pair.first()), cut(pair.second())))
                        .toList())
                .build();
    }

    private static HealthMeasure event(Measurement measurement) {
        return new HealthMeasure(
                measurement.measure().id(), measurement.now(), measurement.before(), measurement.last());
    }

    private static List<HealthCount> counts(GardenHealth health) {
        return Arrays.stream(Tally.values())
                .flatMap(tally -> health.tally(tally).stream().limit(MAX_KINDS))
                .map(HealthRecords::event)
                .toList();
    }

    private static HealthCount event(TallyCount count) {
        return new HealthCount(count.tally().id(), cut(count.id()), count.now(), count.before());
    }

    private static LinkSpread event(Concentration spread) {
        return LinkSpread.newBuilder()
                .setLinks(spread.links().id())
                .setBy(spread.by().id())
                .setCount(spread.count())
                .setGini(spread.gini())
                .setGiniBefore(spread.before())
                .setTop(cut(spread.top()))
                .setShare(spread.share())
                .setExpected(spread.expected())
                .setChance(spread.chance())
                .setImprobable(spread.improbable())
                .setGroups(spread.groups().stream()
                        .map(group ->
                                new SpreadGroup(cut(group.name()), group.patterns(), group.links(), group.before()))
                        .toList())
                .build();
    }

    private static DanglingName event(Dangling dangling) {
        return new DanglingName(
                dangling.repository(),
                cut(dangling.path()),
                cut(dangling.target()),
                dangling.curated(),
                dangling.cause(),
                cut(dangling.detail()));
    }

    private static Optional<Measurement> measurement(HealthMeasure event) {
        return Measure.of(event.getMeasure())
                .map(measure -> new Measurement(measure, event.getNow(), event.getBefore(), event.getLast()));
    }

    private static Optional<TallyCount> count(HealthCount event) {
        return Tally.of(event.getTally())
                .map(tally -> new TallyCount(tally, event.getId(), event.getNow(), event.getBefore()));
    }

    private static Optional<Finding> finding(HealthFinding event) {
        return Concern.of(event.getConcern()).map(concern -> new Finding(concern, event.getText()));
    }

    private static Optional<Concentration> concentration(LinkSpread event) {
        Optional<Concentration.Links> links = Concentration.Links.of(event.getLinks());
        Optional<Concentration.By> by = Concentration.By.of(event.getBy());
        return links.flatMap(which -> by.map(how -> new Concentration(
                which,
                how,
                event.getCount(),
                event.getGini(),
                event.getTop(),
                event.getShare(),
                event.getExpected(),
                event.getChance(),
                event.getImprobable(),
                event.getGiniBefore(),
                event.getGroups().stream().map(HealthRecords::group).toList())));
    }

    private static Concentration.Group group(SpreadGroup event) {
        return new Concentration.Group(event.getName(), event.getPatterns(), event.getLinks(), event.getBefore());
    }

    private static Dangling dangling(DanglingName event) {
        return new Dangling(
                event.getRepository(),
                event.getPath(),
                event.getTarget(),
                event.getCurated(),
                event.getCause(),
                event.getDetail());
    }

    private static <E, T> List<T> known(List<E> events, Function<E, Optional<T>> read) {
        return events.stream().flatMap(event -> read.apply(event).stream()).toList();
    }

    private static String cut(String text) {
        return text.codePointCount(0, text.length()) <= MAX_TEXT
                ? text
                : text.substring(0, text.offsetByCodePoints(0, MAX_TEXT - 1)) + "…";
    }
}
