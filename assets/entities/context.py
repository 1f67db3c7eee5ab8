"""What reading a document's rows needs beside the Doc: whose text it is and where it stands in the raw text."""

import datetime as dt
from dataclasses import dataclass
from typing import TYPE_CHECKING

from assets.documents.offsets import OffsetMap
from assets.entities.extensions import Chain
from warehouse.keys import stable_id

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span


@dataclass(frozen=True)
class DocumentContext:
    """The document that a Doc was made from."""

    document_id: str
    offsets: OffsetMap
    published_on: dt.date | None = None
    dateline_on: dt.date | None = None
    dateline_city: str | None = None

    def raw_span(self, start: int, end: int) -> tuple[int, int]:
        """Raw span of the body span ``[start, end)``."""
        return self.offsets.raw_span(start, end)

    def mention_id(self, span: "Span") -> str:
        """Identifier of the mention that an entity span is."""
        raw_start, raw_end = self.raw_span(span.start_char, span.end_char)
        return stable_id(self.document_id, "mention", raw_start, raw_end, span.label_)

    def chain_id(self, chain: Chain, doc: "Doc") -> str:
        """Identifier of a chain of ``doc``, from the place of its first mention."""
        start, end = chain.mentions[0]
        return self.chain_id_at(doc[start:end].start_char, doc[start:end].end_char, chain.label)

    def chain_id_at(self, start: int, end: int, label: str) -> str:
        """Identifier of the chain whose first mention is the body span ``[start, end)``."""
        return stable_id(self.document_id, "chain", self.raw_span(start, end)[0], label)
