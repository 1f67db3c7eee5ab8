"""The lines of a user's table of office holders as resolution reads them: names to compare, and spells of actors."""

from collections.abc import Iterator, Mapping

from assets.resolution.holder_table import HolderTable
from warehouse.keys import stable_id
from warehouse.tables.entities import Label, Mention
from warehouse.tables.resolution import ActorMention, ListedOffice


def listed_offices(table: HolderTable, by_chain: Mapping[str, ActorMention]) -> Iterator[ListedOffice]:
    """The lines of a user's table with the actors that their names mean."""
    for row in table.rows:
        person, body = (by_chain.get(chain_of_line(row.line, label)) for label in (Label.PERSON, Label.ORG))
        if person is not None:
            yield ListedOffice(
                line=row.line,
                actor_id=person.actor_id,
                role_id=stable_id("role", row.role_title),
                country_id=row.country_id,
                organization_actor_id=body.actor_id if body else None,
                title_text=row.title_text,
                start_on=row.start_on,
                end_on=row.end_on,
                source=row.source,
            )


def listed_mentions(table: HolderTable) -> Iterator[Mention]:
    """The names in a user's table as mentions, so that they are compared with those of documents as these are."""
    for row in table.rows:
        yield _mention(row.line, Label.PERSON, row.name, row.country_id, row.role_title)
        if row.institution:
            yield _mention(row.line, Label.ORG, row.institution, None, None)


def _mention(line: int, label: Label, text: str, country_id: str | None, role_title: str | None) -> Mention:
    return Mention(
        mention_id=stable_id("office holder", line, "mention", label),
        document_id=stable_id("office holder", line),
        label=label,
        text=text,
        start_char=0,
        end_char=len(text),
        raw_start=0,
        raw_end=len(text),
        chain_id=chain_of_line(line, label),
        role_title=role_title,
        country_id=country_id,
        confidence=1.0,
    )


def chain_of_line(line: int, label: Label) -> str:
    """Identifier of the chain that a name of a line stands for."""
    return stable_id("office holder", line, "chain", label)
