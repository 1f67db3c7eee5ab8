"""Near-duplicates measured in pairs: ``python -m benchmarks.duplicates``.

Three sets: the hand-made groups of ``tests/gold/copies``; copies that a seeded generator makes of their originals; and
such copies of press releases, where that corpus is at hand.
"""

import datetime as dt
import gzip
import html
import itertools
import json
import random
import re
from collections import Counter
from collections.abc import Sequence
from email.utils import parsedate_to_datetime
from pathlib import Path

import polars as pl
from rich.console import Console

from assets.documents.signature import signature
from assets.resolution.copying import Text, is_copy
from assets.resolution.stories import stories
from benchmarks.copies import ORIGINAL, Told, gold_texts, is_test, made_copies
from benchmarks.gold import PRESS_RELEASES, shared_folder
from warehouse.keys import stable_id

PRESS = "press_copies"
RELEASES = 250
RELEASE_WORDS = range(60, 1500)  # transcripts of ten thousand words say no more and take minutes
BREAK = re.compile(r"</p>|<br\s*/?>|</li>|</h\d>")
TAG = re.compile(r"<[^>]+>")


def scores() -> dict[str, float]:
    """Precision, recall and F1 of pairs in each set, and recall by kind of copy, named set/split/metric."""
    gold = gold_texts()
    found = {
        **_scores("copies/dev", [told for told in gold if not is_test(told.group)]),
        **_scores("copies/test", [told for told in gold if is_test(told.group)]),
        **_scores("made_copies/all", _with_copies([told for told in gold if told.kind == ORIGINAL])),
    }
    return found | (_scores(f"{PRESS}/all", _with_copies(press_releases())) if _corpus().is_file() else {})


def unavailable() -> dict[str, str]:
    """Why figures cannot be had here, by the first part of their names."""
    return {} if _corpus().is_file() else {PRESS: f"no press releases at {_corpus()}"}


def _corpus() -> Path:
    return shared_folder() / PRESS_RELEASES


def press_releases() -> list[Told]:
    """A sample of press releases, without those whose words another one of the sample has too."""
    with gzip.open(_corpus(), "rt", encoding="utf-8") as lines:
        every = [_release(json.loads(line)) for line in lines]
    fitting = [told for told in every if len(told.body.split()) in RELEASE_WORDS]
    sample = random.Random(1).sample(fitting, RELEASES)  # noqa: S311 - the same sample every time
    days = Counter((told.published_on, told.title.lower()) for told in sample)
    return [told for told in sample if days[told.published_on, told.title.lower()] == 1]


def main() -> None:
    """Print the scores."""
    console = Console()
    for name, value in scores().items():
        console.print(f"{name:40} {value:.4f}", highlight=False)


def _release(record: dict[str, str]) -> Told:
    text = html.unescape(TAG.sub("", BREAK.sub("\n\n", record["html"])))
    body = "\n\n".join(" ".join(part.split()) for part in text.split("\n\n") if part.strip())
    return Told(record["url"], "a", ORIGINAL, _day(record["published"]), record["title"], body)


def _day(text: str) -> dt.date:
    return parsedate_to_datetime(text).date()


def _with_copies(originals: Sequence[Told]) -> list[Told]:
    return [told for original in originals for told in (original, *made_copies(original))]


def _scores(name: str, texts: Sequence[Told]) -> dict[str, float]:
    """Pairs of one set that share a story, against those that should."""
    story_of = _found_stories(texts)
    counts: Counter[tuple[bool, bool]] = Counter()
    by_kind: Counter[tuple[str, bool]] = Counter()
    for (one, told), (other, also) in itertools.combinations(enumerate(texts), 2):
        truth, found = _is_same_story(told, also), story_of[one] == story_of[other]
        counts[truth, found] += 1
        if truth and ORIGINAL in (told.kind, also.kind):
            by_kind[also.kind if told.kind == ORIGINAL else told.kind, found] += 1
    right = counts[True, True]
    precision = right / max(right + counts[False, True], 1)
    recall = right / max(right + counts[True, False], 1)
    return {
        f"{name}/precision": precision,
        f"{name}/recall": recall,
        f"{name}/f1": 2 * precision * recall / max(precision + recall, 1e-9),
        **{
            f"{name}/recall_{kind}": by_kind[kind, True] / (by_kind[kind, True] + by_kind[kind, False])
            for kind in sorted({kind for kind, _ in by_kind})
        },
    }


def _is_same_story(one: Told, other: Told) -> bool:
    return (one.group, one.story) == (other.group, other.story)


def _found_stories(texts: Sequence[Told]) -> list[str]:
    """Story that each text is put into."""
    ids = [stable_id(place, told.group, told.kind) for place, told in enumerate(texts)]
    read = {key: Text.of(told.body, told.published_on) for key, told in zip(ids, texts, strict=True)}
    documents = pl.DataFrame(
        {
            "document_id": ids,
            "published_on": [told.published_on for told in texts],
            "word_count": [len(told.body.split()) for told in texts],
            "signature": [signature(told.body) for told in texts],
        }
    )
    rows = stories(documents, lambda pairs: _compared(read, pairs))
    found = dict(rows.select("document_id", "story_id").iter_rows())
    return [found[key] for key in ids]


def _compared(read: dict[str, Text], pairs: pl.DataFrame) -> pl.Series:
    found = [is_copy(read[one], read[other]) for one, other in pairs.iter_rows()]
    return pl.Series(found, dtype=pl.Boolean)


if __name__ == "__main__":
    main()
