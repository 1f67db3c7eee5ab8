"""The answers in README.md: each SQL block is followed by the rows it gives on the seeds.

``python -m pipelines.readme`` writes them again from the published warehouse; a test shows that they are fresh.
"""

import re
from pathlib import Path

from pipelines.query import markdown, opened
from warehouse.home import PROJECT, Home, default_home

BLOCK = re.compile(r"(```sql\n(?P<query>.*?)```\n\n)(?:\|[^\n]*\n)+", re.DOTALL)
README = PROJECT / "README.md"


def filled(text: str, home: Home) -> str:
    """The same text with the table after each SQL block made from the published warehouse of a home."""
    with opened(home) as connection:
        return BLOCK.sub(lambda block: f"{block[1]}{markdown(connection.sql(block['query']).pl())}\n", text)


def main(path: Path = README) -> None:
    """Fill the README."""
    path.write_text(filled(path.read_text(encoding="utf-8"), default_home()), encoding="utf-8")


if __name__ == "__main__":
    main()
