package org.graphgarden.pruner.health;

/** How the page looks: in the reader's colours, on any width, and on paper. */
final class PageStyle {
    /** The sheet. It asks for nothing from outside. */
    static final String SHEET = """

            :root { color-scheme: light dark; --page: #fbfbf8; --card: #fff; --ink: #20261f; --soft: #5b655a; --line: #dde1d8;
              --bar: #2e7d52; --mark: #b3441e; --warn: #9a3412; --warn-page: #fdf1ea; --good: #2e7d52; }
            @media (prefers-color-scheme: dark) { :root { --page: #141814; --card: #1c221c; --ink: #e6ebe4; --soft: #a3aea1;
              --line: #343c34; --bar: #5fbf8a; --mark: #ffb27a; --warn: #ffb08a; --warn-page: #2b1f18; --good: #7fd3a3; } }
            * { box-sizing: border-box; }
            body { margin: 0; background: var(--page); color: var(--ink); font: 16px/1.5 system-ui, sans-serif; }
            main { max-width: 72rem; margin: 0 auto; padding: 2rem 1.25rem 4rem; }
            h1 { font-size: 1.9rem; line-height: 1.2; margin: 0; overflow-wrap: anywhere; }
            h2 { font-size: 1.25rem; margin: 2.75rem 0 .75rem; }
            h3 { font-size: 1rem; margin: 0 0 .25rem; }
            p { margin: .25rem 0; }
            .soft, figcaption, .axis { color: var(--soft); }
            .findings { list-style: none; margin: 1.5rem 0 0; padding: 0; display: grid; gap: .6rem; }
            .findings li { background: var(--warn-page); border-left: 4px solid var(--warn); border-radius: 4px;
              padding: .6rem .9rem; overflow-wrap: anywhere; }
            .findings strong { color: var(--warn); }
            .well { color: var(--good); font-weight: 600; margin-top: 1.5rem; }
            .tiles { display: grid; grid-template-columns: repeat(auto-fill, minmax(10.5rem, 1fr)); gap: .75rem; margin: 1.5rem 0 0; }
            .tile, figure { background: var(--card); border: 1px solid var(--line); border-radius: 8px; }
            .tile { padding: .7rem .9rem; margin: 0; }
            .tile dt { color: var(--soft); font-size: .85rem; }
            .tile dd { margin: 0; font-size: 1.6rem; line-height: 1.3; font-variant-numeric: tabular-nums; }
            .tile small { display: block; font-size: .8rem; color: var(--soft); }
            .plots { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(100%, 27rem), 1fr)); gap: 1rem; }
            figure { margin: 0; padding: .9rem 1rem; min-width: 0; }
            figcaption { font-size: .85rem; margin-bottom: .5rem; }
            svg { width: 100%; height: auto; display: block; }
            svg text { font: 12px system-ui, sans-serif; fill: var(--ink); }
            svg .axis { fill: var(--soft); }
            svg .end { text-anchor: end; }
            svg .middle { text-anchor: middle; }
            .bar { fill: var(--bar); }
            .mark { stroke: var(--mark); stroke-width: 2.5; }
            .grid { stroke: var(--line); stroke-width: 1; }
            .key { display: inline-block; width: 1.1em; border-top: 3px solid var(--mark); vertical-align: .25em; }
            table { border-collapse: collapse; width: 100%; font-size: .9rem; }
            th, td { text-align: left; padding: .3rem .6rem .3rem 0; border-bottom: 1px solid var(--line); vertical-align: top;
              overflow-wrap: anywhere; }
            th { font-weight: 600; color: var(--soft); }
            .number { text-align: right; font-variant-numeric: tabular-nums; white-space: nowrap; overflow-wrap: normal; }
            .scroll { overflow-x: auto; }
            summary { cursor: pointer; color: var(--soft); font-size: .85rem; margin-top: .4rem; }
            footer { margin-top: 3rem; color: var(--soft); font-size: .85rem; }
            @media print { :root { --page: #fff; --card: #fff; --ink: #000; --soft: #444; --line: #bbb; --bar: #2e7d52; --mark: #b3441e;
                --warn: #7c2d12; --warn-page: #fff; --good: #1b5e3a; color-scheme: light; }
              body { font-size: 10pt; } main { max-width: none; padding: 0; } figure, .tile, .findings li, tr { break-inside: avoid; }
              * { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
              .plots { grid-template-columns: 1fr 1fr; }
              details::details-content { content-visibility: visible; block-size: auto; } summary { display: none; } }
            """;

    private PageStyle() {}
}
