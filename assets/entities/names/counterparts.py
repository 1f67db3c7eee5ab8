"""People named beside the holder of the same office in another country: "his Mexican counterpart, Ana Rey"."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from assets.entities.names.scenes import Named, Scene
from assets.entities.names.styles import after_styles
from assets.entities.names.title_parts import TitlePhrase
from assets.entities.names.title_words import RANKS
from assets.entities.word_sets import word_set
from warehouse.tables.entities import RoleStatus

COLLEAGUES = frozenset({"colleague", "peer", "homologue", "homolog"})
OF_NO_COUNTRY = frozenset(
    {"secretary-general", "deputy secretary-general", "high representative", "chairman", "commissioner", "head"}
)
ASIDE = word_set("by with to from including alongside for as and via through")


def counterparts(scene: Scene) -> Iterator[Named]:
    """As in "Sergey Lavrov met his Mexican counterpart, Marcelo Ebrard": the same office, another country's."""
    words = scene.words
    for index, word in enumerate(words.texts):
        start = index + 1 + (words.at(index + 1) == ",")
        is_colleague = word.lower() in COLLEAGUES and index in scene.entities.by_end
        if not (is_colleague or word.lower() == "counterpart") or not words.is_together(index, start):
            continue
        start = after_styles(words, start)
        end = scene.name_end(start)
        if end - start > 1 and not (words.at(index + 1) == "," and scene.is_subject(index + 1, end)):
            yield Named(start, end, 0.92, _counterpart_title(scene, index))


def _counterpart_title(scene: Scene, index: int) -> TitlePhrase | None:
    """The title named last before, with the country that stands before "counterpart"."""
    of_none = OF_NO_COUNTRY | RANKS  # "Foreign Minister Prince Sol met his counterpart" is of no other prince
    national = [phrase for phrase in scene.phrases if phrase.end <= index and phrase.title not in of_none]
    main = [phrase for phrase in national if not _is_aside(scene, phrase)] or national
    together = [phrase for phrase in main if scene.words.is_together(phrase.start, index)]
    place = scene.entities.by_end.get(index)
    start, country = (place.start, place.country_id) if place else (index, None)
    # Nobody is the counterpart of an official of the same country. The office an article begins with is its subject's.
    aside = [phrase for phrase in national if scene.words.is_together(phrase.start, index)]
    before = _besides(together, country) or _besides(aside, country) or _besides(main, country)[:1]
    if not before:
        return None
    office = before[-1]
    if office.title == "secretary of state" and country != "USA":  # his counterpart abroad is a foreign minister
        office = replace(office, title="foreign minister")
    return replace(
        office,
        start=start,
        end=index + 1,
        head_start=index,
        head_end=index + 1,
        country_id=country,
        is_explicit=country is not None,
        status=RoleStatus.CURRENT,
        body=None,
    )


def _besides(phrases: Sequence[TitlePhrase], country: str | None) -> list[TitlePhrase]:
    """The offices that are of no country known to be this one."""
    return [phrase for phrase in phrases if country is None or phrase.country_id != country]


def _is_aside(scene: Scene, phrase: TitlePhrase) -> bool:
    """Whether an office is named by the way, so that no counterpart is its equal: "by Ambassador Sol", "its ambassador"."""
    before = [scene.words.at(at).lower() for at in range(phrase.start - 1, phrase.start - 3, -1)]
    is_of_many = before[0] in {"a", "an", "its", "their"} or phrase.is_plural
    return is_of_many or before[phrase.has_determiner] in ASIDE
