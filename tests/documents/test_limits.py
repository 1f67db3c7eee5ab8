"""No article holds up its batch or brings it down."""

import json
import signal
import threading
import time

import pytest

from assets.documents.batches import outcome, read_batch, reasons
from assets.documents.limits import TooSlowError, seconds_for, within
from assets.documents.reading import read_article
from warehouse.frames import frame
from warehouse.tables.documents import Document, Rejected, RejectionReason
from warehouse.tables.raw import Article

LEAD = "The foreign minister of Peru met the ambassador of Chile in Lima on Monday, officials said."


def article(number=0, text=LEAD, title=None):
    return Article(
        article_id=f"{number:016x}", sha256="1" * 64, batch_id="b", source_uri=f"/inbox/{number}.txt",
        media_type="text/plain", byte_size=len(text), encoding="utf-8", text=text, landed_at="2023-10-17T12:00:00",
        declared_url=None, declared_title=title, declared_published_at=None, declared_publisher=None,
        declared_author=None, problem=None,
    )  # fmt: skip


def endless(_article=None):
    while True:
        pass


def endless_match(_article=None):
    import re

    return re.fullmatch(r"(a|a)*b", "a" * 60)  # 2 ** 60 ways to fail, all in one call of C code


def deaf(_article=None):
    """Work that swallows every exception it can."""
    while True:
        try:
            endless()
        except Exception:
            continue


def in_thread(work):
    found = []
    thread = threading.Thread(target=lambda: found.append(work()))
    thread.start()
    thread.join(timeout=20)
    return found[0]


@pytest.mark.parametrize("work", [endless, endless_match, deaf])
def test_what_takes_too_long_is_rejected_with_file_and_remedy(work):
    start = time.monotonic()
    rejected = outcome(article(7), work, 0.2).rejected
    assert time.monotonic() - start < 60  # the work itself never ends
    assert (rejected.article_id, rejected.reason) == (f"{7:016x}", RejectionReason.TOO_SLOW)
    assert rejected.detail == (
        "/inbox/7.txt: not read within 0.2 seconds: supply the article's text without the page around it"
    )


def test_a_thread_reads_what_is_quick():
    assert in_thread(lambda: outcome(article()).document.body) == LEAD


def test_no_limit_is_left_behind():
    before = signal.getsignal(signal.SIGPROF)
    for _ in range(20):
        with pytest.raises(TooSlowError):
            within(0.01, endless)
    assert signal.getitimer(signal.ITIMER_PROF) == (0.0, 0.0)
    assert signal.getsignal(signal.SIGPROF) is before


def test_a_limit_within_a_limit_gives_the_outer_one_back():
    def inner():
        with pytest.raises(TooSlowError):
            within(0.05, endless)
        endless()

    with pytest.raises(TooSlowError):
        within(0.3, inner)


@pytest.mark.parametrize(("byte_size", "seconds"), [(0, 10), (4_000, 10.04), (5_000_000, 60)])
def test_a_longer_article_may_take_longer(byte_size, seconds):
    assert seconds_for(byte_size) == pytest.approx(seconds)


def test_waiting_is_not_counted():
    assert within(0.05, lambda: time.sleep(0.3) or "read") == "read"


def fails_with(error):
    def work(_article):
        raise error

    return work


@pytest.mark.parametrize(
    ("error", "message"),
    [
        (KeyError("city"), "KeyError: 'city': "),
        (ValueError(), "ValueError: "),
        (RecursionError("maximum recursion depth exceeded"), "RecursionError: maximum recursion depth exceeded: "),
        (MemoryError(), "MemoryError: "),
        (ValueError("half \ud800"), "ValueError: half \\ud800: "),
        (ValueError("x" * 10_000), f"ValueError: {'x' * 300}: "),
    ],
)
def test_an_error_is_recorded_with_file_and_remedy(error, message):
    rejected = outcome(article(3), fails_with(error)).rejected
    assert (rejected.article_id, rejected.reason) == (f"{3:016x}", RejectionReason.FAILED)
    assert (
        rejected.detail == f"/inbox/3.txt: {message}a fault of the reader, not of the article: report it with the file"
    )
    assert frame(Rejected, [rejected]).height == 1


@pytest.mark.parametrize("error", [KeyboardInterrupt, SystemExit])
def test_whoever_stops_the_run_stops_it(error):
    with pytest.raises(error):
        outcome(article(), fails_with(error()))


def test_a_text_that_cannot_be_stored_is_recorded_not_raised():
    def read(row):
        reading = read_article(row)
        return type(reading)(reading.document.model_copy(update={"title": "half \ud800"}), reading.segments, None)

    assert outcome(article(), read).rejected.reason is RejectionReason.FAILED


def test_the_rest_of_the_batch_goes_on():
    texts = [LEAD, " ", LEAD + " They discussed trade.", "1 2 3 4 5 6 7 8 9 x"]
    rows = read_batch(frame(Article, [article(number, text) for number, text in enumerate(texts)]))
    assert [row.document_id for row in rows[Document]] == [f"{0:016x}", f"{2:016x}"]
    counts = reasons(rows[Rejected])
    assert {reason: count for reason, count in counts.items() if count} == {
        "rejected as empty": 1,
        "rejected as not_text": 1,
    }
    assert (counts["rejected as too_slow"], counts["rejected as failed"]) == (0, 0)
    assert json.loads(json.dumps(counts)) == counts
