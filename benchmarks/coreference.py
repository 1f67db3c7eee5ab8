"""Scores of coreference: which names of a document mean the same, under which name, and what stands for a person.

A name that was not found, or that nobody annotated, stands alone and counts as wrong. Left out are titles of articles
(the pipeline reads bodies), what stands behind the annotated part, and names that belong to no chain (adjectives such
as "Peruvian").

``python -m benchmarks.coreference`` prints the scores; ``--errors`` lists what is wrong in the dev split.
"""

import argparse
import sys
from collections.abc import Iterable, Iterator, Sequence

from rich.console import Console

from assets.entities.word_sets import word_set
from benchmarks.annotated_names import SOURCES, Span
from benchmarks.chain_gold import Scored, annotated_sources, scored_documents
from benchmarks.link_scores import Ratio

PRONOUNS = word_set(
    "i me my mine myself we you your yours yourself he him his himself she her hers herself it its itself"
)
MIDDLE = 60  # characters of text shown around an error


def scores() -> dict[str, float]:
    """Figures by "source/split/metric", over the gold set that is available here."""
    found: dict[str, float] = {}
    for source in SOURCES:
        for split in ("dev", "test"):
            scored = [each for each in scored_documents() if (each.source, each.split) == (source, split)]
            found.update({f"{source}/{split}/{name}": value for name, value in _metrics(scored) if scored})
    return found


def unavailable() -> dict[str, str]:
    """Why figures cannot be had here, by the first part of their names."""
    return {source.name: source.skipped for source in annotated_sources() if source.skipped}


def _metrics(scored: Sequence[Scored]) -> Iterator[tuple[str, float]]:
    """Name and value of each figure."""
    links = [each.links for each in scored]
    yield "b_cubed_f1", _f1([one.b_cubed() for one in links])
    yield "b_cubed_of_matched_f1", _f1([one.of_matched().b_cubed() for one in links])
    yield "lea_f1", _f1([one.lea() for one in links])
    names = [right for each in scored for right in _named_fully(each).values()]
    yield "fullest_name", sum(names) / len(names) if names else 1.0
    if any(each.nominals for each in scored):
        for kind, is_pronoun in (("titles", False), ("pronouns", True)):
            ratio = Ratio(0, 0, 0, 0)
            for each in scored:
                ratio += _nominals(each, is_pronoun=is_pronoun)
            yield from ((f"{kind}_{name}", value) for name, value in ratio.figures())


def _f1(ratios: Iterable[Ratio]) -> float:
    return sum(ratios, Ratio(0, 0, 0, 0)).f1


def _named_fully(scored: Scored) -> dict[str, bool]:
    """Whether the chain that holds most names of each person bears the annotated fullest name."""
    best = scored.links.turned().majority()
    return {
        chain: chain in best and _plain(scored.chains[int(best[chain])].name) == _plain(name)
        for chain, name in scored.names.items()
    }


def _plain(name: str) -> str:
    """A name without what typography makes of it."""
    return " ".join(name.replace("’", "'").replace("‑", "-").casefold().split())


def _nominals(scored: Scored, is_pronoun: bool) -> Ratio:
    """Titles, or pronouns, found where they are annotated and given to the right person."""
    wanted, found = (
        {span: value for span, value in spans.items() if _is_pronoun(scored, span) == is_pronoun}
        for spans in (scored.nominals, scored.found_nominals)
    )
    right = sum(_is_right(scored, span) for span in found)
    return Ratio(right, len(found), right, len(wanted))


def _is_pronoun(scored: Scored, span: Span) -> bool:
    return scored.text[slice(*span)].casefold() in PRONOUNS


def _is_right(scored: Scored, span: Span) -> bool:
    meant = scored.same.get(str(scored.found_nominals[span]))
    return meant is not None and scored.nominals.get(span) == meant


def errors(scored: Scored) -> Iterator[str]:
    """What is wrong in one document, a line each."""
    yield from scored.links.errors(lambda span: " ".join(scored.text[slice(*span)].split()))
    for chain, is_right in _named_fully(scored).items():
        if not is_right:
            best = scored.links.turned().majority().get(chain)
            found = scored.chains[int(best)].name if best else None
            yield f"name: wanted {scored.names[chain]!r}, found {found!r}"
    for span in sorted({*scored.nominals, *scored.found_nominals}) if scored.nominals else ():
        yield from _nominal_error(scored, span)


def _nominal_error(scored: Scored, span: Span) -> Iterator[str]:
    wanted, found = scored.nominals.get(span), scored.found_nominals.get(span)
    if found is not None and _is_right(scored, span):
        return
    kind = "pronoun" if _is_pronoun(scored, span) else "title"
    verdict = "missed" if found is None else "not annotated" if wanted is None else "wrong"
    says = f"{scored.names.get(wanted or '')!r}, found {scored.chains[found].name if found is not None else None!r}"
    before, after = scored.text[max(0, span[0] - MIDDLE) : span[0]], scored.text[span[1] : span[1] + MIDDLE]
    around = f"{before}[{scored.text[slice(*span)]}]{after}".replace("\n", " ")
    yield f"{kind} {verdict}: wanted {says}: {around}"


def main(arguments: Sequence[str] | None = None) -> int:
    """Print the scores, or the errors of the dev split."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.coreference", description="Score coreference.")
    parser.add_argument("--errors", action="store_true", help="list what is wrong in documents of the dev split")
    console = Console()
    if parser.parse_args(arguments).errors:
        lines = [
            line
            for each in scored_documents()
            if each.split == "dev"
            for line in (f"{each.source} {each.key}", *(f"    {line}" for line in errors(each)))
        ]
    else:
        lines = [f"{name}: {value:.4f}" for name, value in scores().items()]
    console.print("\n".join(lines), soft_wrap=True, markup=False, highlight=False)
    return 0


if __name__ == "__main__":
    sys.exit(main())
