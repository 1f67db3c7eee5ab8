"""Texts with known copies: the hand-made groups of ``tests/gold/copies`` and copies that a seeded generator makes."""

import datetime as dt
import hashlib
import random
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

GOLD = Path(__file__).resolve().parent.parent / "tests" / "gold" / "copies"
HEADING = re.compile(r"^@@ (\w+) (\w+) \| (\d{4}-\d\d-\d\d) \| (.+)$", re.MULTILINE)
KEEP = re.compile(r"^@keep (\d+)-(\d+)$", re.MULTILINE)
ORIGINAL = "original"


@dataclass(frozen=True)
class Told:
    """One text and the story it is a copy of."""

    group: str
    story: str  # texts of one group and story are copies of each other
    kind: str
    published_on: dt.date
    title: str
    body: str


def is_test(group: str) -> bool:
    """Whether a group is scored without ever being read for errors: about a third, by the hash of its name."""
    return int(hashlib.sha256(group.encode()).hexdigest()[:8], 16) % 3 == 0


def gold_texts(folder: Path = GOLD) -> list[Told]:
    """Texts of all groups."""
    return [told for path in sorted(folder.glob("*.txt")) for told in _group(path.stem, path.read_text("utf-8"))]


def _group(name: str, text: str) -> Iterator[Told]:
    headings = list(HEADING.finditer(text))
    ends = [heading.start() for heading in headings[1:]] + [len(text)]
    originals: dict[str, list[str]] = {}
    for heading, end in zip(headings, ends, strict=True):
        story, kind, day, title = heading.groups()
        paragraphs = originals.get(story, [])
        body = KEEP.sub(lambda kept, known=paragraphs: _kept(kept, known), text[heading.end() : end].strip())  # type: ignore[misc]
        originals.setdefault(story, body.split("\n\n"))
        yield Told(name, story, kind, dt.date.fromisoformat(day), title, body)


def _kept(keep: re.Match[str], paragraphs: Sequence[str]) -> str:
    return "\n\n".join(paragraphs[int(keep[1]) - 1 : int(keep[2])])


# words that an editor changes without a thought, in pairs
SYNONYMS_TEXT = """
    said=stated told=informed announced=declared agreed=consented talks=discussions discussed=addressed
    meeting=encounter met=conferred leader=chief leaders=chiefs country=nation countries=nations important=significant
    support=backing supported=backed help=aid helped=aided deal=accord agreement=accord agreements=accords visit=trip
    visited=toured urged=pressed called=appealed stressed=underlined reaffirmed=reiterated emphasized=stressed
    welcomed=hailed noted=observed expressed=voiced concern=worry concerns=worries efforts=endeavours effort=endeavour
    ongoing=continuing crisis=emergency conflict=fighting war=conflict attack=assault attacks=assaults people=persons
    citizens=nationals region=area regional=area-wide issues=questions issue=question including=among progress=advances
    strengthen=reinforce strengthening=reinforcing commitment=pledge committed=pledged continue=go-on continued=went-on
    cooperation=collaboration partnership=alliance provide=supply provided=supplied begin=start began=started end=close
    ended=closed big=large huge=vast new=fresh key=main several=various also=too however=still program=programme
    center=centre labor=labour defense=defence organization=organisation organizations=organisations honor=honour
    honored=honoured favor=favour neighbor=neighbour recognize=recognise recognized=recognised percent=per-cent
    government=administration official=functionary officials=functionaries goal=aim goals=aims need=require
    needs=requirements work=labour working=labouring today=Thursday security=safety challenges=problems
    challenge=problem opportunity=chance opportunities=chances thanked=expressed-thanks-to signed=concluded
    shared=common role=part joint=common peace=calm peaceful=calm immediate=prompt immediately=promptly
"""
SYNONYMS = dict(pair.split("=") for pair in SYNONYMS_TEXT.split())
DROPPED = frozenset({"the", "that", "which", "also", "very", "both", "its", "of"})
SENTENCE = re.compile(r"(?:(?<=[.!?])|(?<=[.!?][”\"]))\s+(?=[A-Z“\"])")
CAPTION = "{name} is seen in this file photo taken last week. Photo: Handout / Courtesy of the press service"
LEAD = "There was fresh movement on the diplomatic front this week, according to people who follow the matter closely."
FOREIGN = (
    "Markets took little notice. The index of leading shares closed 0.3 per cent lower after an uneven morning, and "
    "traders in Frankfurt said that they were waiting for the figures on employment due at the end of the week.",
    "In a separate development, fishermen on the northern coast blocked two harbours to protest against the price of "
    "fuel. The ministry of transport said that it would receive a delegation on Monday and asked for patience.",
)


def made_copies(original: Told, seed: int = 0) -> list[Told]:
    """Copies of a text, one of each kind; the same seed gives the same copies."""
    chance = random.Random(f"{seed} {original.group} {original.story}")  # noqa: S311 - the same copies every time
    paragraphs = original.body.split("\n\n")
    bodies = {
        "made_headline": original.body,
        **{f"made_cut_{share}": _cut(paragraphs, share / 100) for share in (70, 50, 35)},
        "made_caption": "\n\n".join([CAPTION.format(name=original.title), *paragraphs]),
        "made_rewritten": _rewritten(paragraphs, chance, changed=0.75, dropped=0.05),
        "made_translated": _rewritten(paragraphs, chance, changed=1.0, dropped=0.35),
        "made_new_lead": _new_lead(paragraphs),
        "made_inserted": _inserted(paragraphs, chance),
    }
    return [replace(original, kind=kind, body=body) for kind, body in bodies.items()]


def _cut(paragraphs: Sequence[str], share: float) -> str:
    """The first paragraphs until this share of the words, the last one cut in its middle."""
    words = "\n\n".join(paragraphs).split(" ")
    return " ".join(words[: max(int(len(words) * share), 1)]).strip()


def _new_lead(paragraphs: Sequence[str]) -> str:
    rest = SENTENCE.split(paragraphs[0])[1:]
    return "\n\n".join([" ".join([LEAD, *rest]), *paragraphs[1:]])


def _inserted(paragraphs: Sequence[str], chance: random.Random) -> str:
    changed = list(paragraphs)
    for foreign in FOREIGN:
        changed.insert(chance.randrange(len(changed) + 1), foreign)
    return "\n\n".join(changed)


def _rewritten(paragraphs: Sequence[str], chance: random.Random, changed: float, dropped: float) -> str:
    return "\n\n".join(_rewritten_paragraph(paragraph, chance, changed, dropped) for paragraph in paragraphs)


def _rewritten_paragraph(paragraph: str, chance: random.Random, changed: float, dropped: float) -> str:
    sentences = [_rewritten_sentence(sentence, chance, changed, dropped) for sentence in SENTENCE.split(paragraph)]
    if len(sentences) > 2 and chance.random() < 0.3:
        place = chance.randrange(len(sentences) - 1)
        sentences[place : place + 2] = sentences[place : place + 2][::-1]
    return " ".join(sentences)


def _rewritten_sentence(sentence: str, chance: random.Random, changed: float, dropped: float) -> str:
    """Synonyms, small words dropped, and now and then the second half of the sentence before the first."""
    words = []
    for word in sentence.split():
        if word in DROPPED and chance.random() < dropped:
            continue
        words.append(SYNONYMS[word].replace("-", " ") if word in SYNONYMS and chance.random() < changed else word)
    halves = " ".join(words).rstrip(".").split(", ", 1)
    if len(halves) == 2 and chance.random() < dropped:
        return f"{halves[1]}, {halves[0]}."
    return " ".join(words)
