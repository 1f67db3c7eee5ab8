"""When, where and on whose word an event took place, read from the sentence around its trigger."""

from assets.entities.coreference.antecedents import chain_of
from assets.entities.events.country_chains import is_country_chain
from assets.entities.events.event_lexicon import VISITS, Frame, Match
from assets.entities.events.event_slots import Slots
from assets.entities.events.guest_places import place_of_guest
from assets.entities.quotes.reporting import Report, reports, subject_start
from assets.entities.sentences.document_view import DocumentView
from assets.entities.sentences.phrase_words import QUOTATION_MARKS
from assets.entities.sentences.phrases import Phrase, PhraseKind, country_names
from assets.entities.times.times import TimeSpan
from assets.entities.word_sets import word_set
from warehouse.tables.entities import Grain

_YEAR_REACH = (
    8  # "in his meeting on cooperation, he will stress the chairmanship of this year": the year is not the meeting's
)
_TOPIC_REACH = 3  # "discussed the summit of June 29": what follows "discussed" dates the topic
_PLACE_REACH = 8  # tokens between an event and its place
_DATED_OTHERWISE = word_set("signed established founded created born")
_BARE_REACH = 2  # the same where nobody stands between them: "discussed U.S. cooperation in Africa" is not in Africa
_AWAY = word_set("to on about for regarding over where concerning against from into")  # "talks on the war in Yemen"
_FACILITY = word_set(
    "palace house hotel airport department ministry embassy headquarters residence kremlin office castle hall"
)
_COMING = word_set("visited arrived travelled traveled flew went came")
_ALSO = word_set("and also")
_VISIT_REACH = 12  # tokens between "visited Lima" and "and met Sol"
_GATHERINGS = word_set("forum summit conference assembly council congress committee session talks meeting group")


def time_of(view: DocumentView, match: Match, bounds: tuple[int, int]) -> TimeSpan | None:
    """The time expression nearest to the trigger among tokens ``bounds``, none that dates a report or hangs on an event."""
    quotation = view.quotation_of(match.start)
    near: list[tuple[int, TimeSpan]] = []
    for start, end, time in view.times_between(*bounds):
        is_of_topic = match.trigger.is_vague and start - match.end > _TOPIC_REACH
        if is_of_topic or view.quotation_of(start) != quotation or _dates_report(view, match, start):
            continue
        distance = match.start - end if end <= match.start else max(0, start - match.end)
        if time.meaning.grain is not Grain.YEAR or distance <= _YEAR_REACH:
            near.append((distance, time))
    return min(near, key=lambda entry: entry[0])[1] if near else None


def _dates_report(view: DocumentView, match: Match, start: int) -> bool:
    """True for "said on Tuesday" and "signed in 2015": the time belongs to the verb right before it."""
    index = start - 1
    while index > 0 and view.lower[index] in ("on", "in", "this", "the", "late", "early"):
        index -= 1
    if match.start <= index < match.end:
        return False
    return view.lower[index] in _DATED_OTHERWISE or any(report.is_saying for report in reports(view, index, index + 1))


def place_of(view: DocumentView, match: Match, slots: Slots, bounds: tuple[int, int]) -> Phrase | None:
    """The most specific place named with "in" or "at" among tokens ``bounds``: venue over city over country."""
    if slots.place is not None and match.trigger.frame in VISITS:
        return slots.place
    antecedent = _place_before_where(view, slots) or _place_after_guest(view, match, slots)
    quotation = view.quotation_of(match.start)
    found: list[tuple[int, bool, int, Phrase]] = []
    for phrase in view.phrases_between(*bounds):
        if view.quotation_of(phrase.start) != quotation:
            continue
        if phrase.kind in (PhraseKind.PLACE, PhraseKind.BODY) and phrase not in (*slots.subjects, *slots.objects):
            rank = _specificity(view, phrase, match.end)
            preposition = view.place_start(phrase)
            is_own = antecedent is None or phrase.start > match.start  # "in Oman, where he met Sol in Muscat"
            if rank and is_own and preposition is not None and _is_near(view, match, slots, (preposition, phrase.end)):
                found.append((-rank, phrase.end <= match.start, abs(phrase.start - match.start), phrase))
    if found:
        return min(found, key=lambda entry: entry[:3])[3]
    if antecedent is not None:
        return antecedent
    named = _place_after_relative(view, bounds[1]) or _unknown_place(view, match, slots, bounds)
    named = named or place_of_guest(view, match)
    return named or _place_of_visit(view, match, slots)


def _place_of_visit(view: DocumentView, match: Match, slots: Slots) -> Phrase | None:
    """Where somebody is said to have come right before: "Gil visited Lima last month and met Sol"."""
    start, subject = view.sentence_of(match.start)[0], max((phrase.start for phrase in slots.subjects), default=-1)
    if match.trigger.mode != "meeting":
        return None
    for phrase in view.phrases_between(start, match.start):
        before = view.lower[max(start, phrase.start - 3) : phrase.start]
        is_visited = phrase.kind is PhraseKind.PLACE and not _COMING.isdisjoint(before)
        between = view.lower[phrase.end : match.start]
        if is_visited and subject < phrase.start and len(between) <= _VISIT_REACH and not _ALSO.isdisjoint(between):
            return phrase
    return None


def _place_after_relative(view: DocumentView, closing: int) -> Phrase | None:
    """The venue of "talks with Sol, who is on a visit to Peru, at the Great Hall": it belongs to the talks."""
    end = view.sentence_of(min(closing, len(view.lower)) - 1)[1]
    if closing >= end or view.lower[closing] != "who":
        return None
    comma = next((index for index in range(closing, end) if view.lower[index] == ","), end)
    if view.lower[comma + 1 : comma + 2] not in (["at"], ["in"]):
        return None
    phrase = next(iter(view.phrases_between(comma + 2, end)), None)
    return phrase if phrase is not None and view.place_start(phrase) == comma + 1 else None


def _unknown_place(view: DocumentView, match: Match, slots: Slots, bounds: tuple[int, int]) -> Phrase | None:
    """A place that no gazetteer has, right beside the trigger or after the participants."""
    for place in view.unknown_places:
        if bounds[0] <= place.start and place.end <= bounds[1] and abs(place.start - 1 - match.end) <= _BARE_REACH:
            return place
    last = max(match.end, slots.end)
    return next((place for place in view.unknown_places if place.start - 1 == last and place.end <= bounds[1]), None)


def _place_before_where(view: DocumentView, slots: Slots) -> Phrase | None:
    """The place of "Doha, Qatar, where she was received"."""
    first = min((phrase.start for phrase in slots.subjects), default=0)
    if first < 3 or view.lower[first - 1] != "where":
        return None
    index = first - 2 - (view.lower[first - 2] == ",")
    phrase = view.phrase_at(view.skip_back(index, index - 8)) or view.phrase_at(index)
    if phrase is None or phrase.kind is not PhraseKind.PLACE:
        return None
    before = view.phrase_at(phrase.start - 2) if view.lower[phrase.start - 1] == "," else None
    return before if before is not None and before.kind is PhraseKind.PLACE else phrase


def _place_after_guest(view: DocumentView, match: Match, slots: Slots) -> Phrase | None:
    """The place of "welcomed Sol to Lima"."""
    if match.trigger.host is None or view.lower[slots.end : slots.end + 1] != ["to"]:
        return None
    index = slots.end + 1 + (view.lower[slots.end + 1 : slots.end + 2] == ["the"])
    phrase = view.phrase_at(index) if index < len(view.lower) else None
    return phrase if phrase is not None and phrase.kind in (PhraseKind.PLACE, PhraseKind.BODY) else None


def _is_near(view: DocumentView, match: Match, slots: Slots, place: tuple[int, int]) -> bool:
    """True for a place that opens the sentence, stands shortly before the trigger, or follows the participants."""
    start, end = place
    if end <= match.start:
        opens = start <= view.sentence_of(match.start)[0] + 2
        subject = min((phrase.start for phrase in slots.subjects if phrase.start < match.start), default=0)
        return opens or (subject <= start and match.start - end <= _PLACE_REACH)
    after = max(match.end, slots.end)
    between = [view.lower[index] for index in range(after, start) if index not in view.adverbial]
    reach = _PLACE_REACH if slots.objects or match.trigger.frame is Frame.ACT else _BARE_REACH
    return len(between) <= reach and not _AWAY.intersection(between)


def _specificity(view: DocumentView, phrase: Phrase, beside: int) -> int:
    """3 for a venue, 2 for a city, 1 for a country or region, 0 for a body that is no venue.

    ``beside`` is the token after the trigger, where any body is a venue: "received at Casa Rosada".
    """
    span = view.doc[phrase.start : phrase.end]
    if span[-1].ent_type_ == "FAC":
        return 3
    if phrase.kind is PhraseKind.BODY:
        preposition = view.place_start(phrase)
        is_at = preposition is not None and view.lower[preposition] == "at"
        is_venue = preposition == beside or bool(_FACILITY.intersection(view.lower[phrase.start : phrase.end]))
        return 3 if is_at and is_venue and view.lower[phrase.end - 1] not in _GATHERINGS else 0
    if span[-1].ent_type_ == "LOC":
        return 1
    return 1 if is_country(view, phrase) else 2


def is_country(view: DocumentView, phrase: Phrase) -> bool:
    """True for the name of a country, and for words that mean one: "the Caribbean nation"."""
    is_named = view.words(phrase.start, phrase.end).removeprefix("the ") in country_names()
    return is_named or (phrase.chain is not None and is_country_chain(view, phrase.chain))


def attribution_of(view: DocumentView, match: Match, slots: Slots) -> int | None:
    """Chain of the person or body in whose words the sentence tells the event; None when the text itself tells it."""
    start, end = view.sentence_of(match.start)
    for report in reports(view, start, end):
        if report.speaker is None or not report.is_saying or report.speaker in slots.subjects:
            continue
        is_complement = report.end <= match.start and not _is_adverbial_clause(view, report.end, match.start)
        is_tail = report.speaker.start >= slots.end and _follows_comma(view, report)
        if is_complement or is_tail:
            found = chain_of(view, report.speaker)
            return found[0] if found else None
    return None


def _follows_comma(view: DocumentView, report: Report) -> bool:
    """True for ", Zakharova told TASS", ", said Zakharova" and "according to Zakharova"."""
    first = subject_start(view, report)
    return (
        view.lower[report.start] == "according"
        or view.lower[first - 1] in (",", "as")
        or view.lower[first - 1] in QUOTATION_MARKS
    )


def _is_adverbial_clause(view: DocumentView, start: int, end: int) -> bool:
    """True for "said after meeting Lavrov" and "said when she was received": the event frames the words, not the reverse."""
    if "that" in view.lower[start:end] or start == end:
        return False
    return any(
        word in ("after", "during", "following", "when", "before", "while", "as", "who", "ahead", "at", "upon")
        for word in view.lower[start:end]
    )
