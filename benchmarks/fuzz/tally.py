"""What came of the inputs of a run: counts, the slowest, and each failure once, saved and made small."""

import time
import traceback
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from hashlib import sha256
from pathlib import Path

from assets.documents import Reading
from assets.documents.limits import TooSlowError, within
from benchmarks.fuzz.inputs import route_of
from benchmarks.fuzz.invariants import BrokenInvariantError

Target = Callable[[bytes], Sequence[Reading]]
SECONDS_PER_INPUT = 20.0
SECONDS_TO_MINIMISE = 30.0
OURS = frozenset(
    {"documents", "html", "raw", "containers", "warehouse", "fuzz"}
)  # folders whose code a failure is told by


@dataclass
class Tally:
    """Counts of a run; ``folder`` receives the inputs that fail."""

    target: Target
    folder: Path
    inputs: int = 0
    documents: int = 0
    rejections: Counter[str] = field(default_factory=Counter)
    routes: Counter[str] = field(default_factory=Counter)
    failures: dict[str, Path] = field(default_factory=dict)
    failed_inputs: int = 0
    slowest_seconds: float = 0.0
    slowest: bytes = b""

    def add(self, data: bytes) -> None:
        """Send one input through the target and count what comes of it."""
        self.inputs += 1
        self.routes[route_of(data)[0].name.lower()] += 1
        start = time.perf_counter()
        failed: BaseException | None = None
        try:
            readings = within(SECONDS_PER_INPUT, lambda: self.target(data))
            self.documents += sum(reading.document is not None for reading in readings)
            self.rejections.update(reading.rejected.reason.value for reading in readings if reading.rejected)
        except (Exception, TooSlowError) as error:
            failed = error
        seconds = time.perf_counter() - start
        if seconds > self.slowest_seconds:
            self.slowest_seconds, self.slowest = seconds, data
        if failed is not None:
            self._fail(data, failed)

    def lines(self) -> Iterator[str]:
        """The report."""
        yield f"inputs: {self.inputs:,} ({', '.join(f'{name} {count:,}' for name, count in self.routes.most_common())})"
        yield f"documents: {self.documents:,}"
        yield f"rejections: {sum(self.rejections.values()):,}"
        yield from (f"  {reason}: {count:,}" for reason, count in self.rejections.most_common())
        yield f"slowest: {self.slowest_seconds:.2f} s, saved as {self._saved('slowest', self.slowest)}"
        yield f"failures: {self.failed_inputs:,} inputs, {len(self.failures)} kinds"
        yield from (f"  {signature}: {path}" for signature, path in self.failures.items())

    def _fail(self, data: bytes, error: BaseException) -> None:
        self.failed_inputs += 1
        signature = _signature(error)
        if signature not in self.failures:
            smaller = data if isinstance(error, TooSlowError) else self._minimised(data, signature)
            self.failures[signature] = self._saved("failure", smaller)

    def _minimised(self, data: bytes, signature: str) -> bytes:
        """A smaller input that fails in the same place: pieces are left out as long as it does."""
        deadline = time.monotonic() + SECONDS_TO_MINIMISE
        size = max(len(data) // 2, 1)
        while size and time.monotonic() < deadline:
            at = 1  # the first byte names the route
            while at < len(data) and time.monotonic() < deadline:
                shorter = data[:at] + data[at + size :]
                if self._signature_of(shorter) == signature:
                    data = shorter
                else:
                    at += size
            size //= 2
        return data

    def _signature_of(self, data: bytes) -> str | None:
        try:
            within(SECONDS_PER_INPUT, lambda: self.target(data))
        except (Exception, TooSlowError) as error:
            return _signature(error)
        return None

    def _saved(self, what: str, data: bytes) -> Path:
        self.folder.mkdir(parents=True, exist_ok=True)
        path = self.folder / f"{what}-{sha256(data).hexdigest()[:12]}"
        path.write_bytes(data)
        return path


def _signature(error: BaseException) -> str:
    """Kind and place of a failure, so that many inputs with the same one are one failure."""
    if isinstance(error, BrokenInvariantError):
        return f"broken: {error}"
    ours = [frame for frame in traceback.extract_tb(error.__traceback__) if Path(frame.filename).parent.name in OURS]
    place = f" in {Path(ours[-1].filename).name}:{ours[-1].lineno} {ours[-1].name}" if ours else ""
    return f"{type(error).__name__}{place}"
