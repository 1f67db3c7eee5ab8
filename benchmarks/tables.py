"""Tables of figures in Markdown, and the generated sections of a document that hold them."""

import re
from collections.abc import Sequence
from pathlib import Path


def markdown_table(header: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    """A Markdown table; the first column is text, the others are figures."""
    widths = [max(len(line[column]) for line in (header, *rows)) for column in range(len(header))]
    rule = ["-" * widths[0], *(f"{'-' * (width - 1)}:" for width in widths[1:])]
    return "\n".join(_line(line, widths) for line in (header, rule, *rows))


def filled(text: str, section: str, content: str) -> str:
    """A document with the content of one generated section replaced.

    Raises:
        ValueError: the document has no such section.
    """
    marks = re.compile(rf"(<!-- {section}: begin -->\n).*?(<!-- {section}: end -->)", re.DOTALL)
    if not marks.search(text):
        raise ValueError(f"no section '{section}': add the lines <!-- {section}: begin --> and <!-- {section}: end -->")
    return marks.sub(lambda found: f"{found[1]}{content}\n{found[2]}", text)


def fill(path: Path, section: str, content: str) -> None:
    """Replace the content of one generated section of a file."""
    path.write_text(filled(path.read_text(encoding="utf-8"), section, content), encoding="utf-8")


def _line(cells: Sequence[str], widths: Sequence[int]) -> str:
    first, *others = zip(cells, widths, strict=True)
    padded = [first[0].ljust(first[1]), *(cell.rjust(width) for cell, width in others)]
    return f"| {' | '.join(padded)} |"
