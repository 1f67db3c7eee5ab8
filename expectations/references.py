"""Equations that follow from the row models: keys, references, and rows carried from one layer to the next."""

from dataclasses import dataclass

from expectations.equation import Equation, Scope, equation
from expectations.expectation import Severity
from warehouse.model import Table, full_name
from warehouse.tables import BATCHED_LAYERS, BY_NAME, TABLES, amounts, documents, entities, facts, resolution
from warehouse.tables.dimensions import DimDocument

# Looked up in all batches whenever one is written. All other ids are hashes of a document's: a document that two
# batches hold is found here, and grouping every mention again at every batch would cost the square of their number.
KEYS_OF_BATCHES = ("raw.landing", "raw.article", "documents.document", "documents.rejected")


@dataclass(frozen=True)
class Carried:
    """Each row of one table must have its row in the other."""

    source: Table
    target: Table
    column: str  # the key of both


CARRIED = (
    Carried(documents.Document, resolution.Story, "document_id"),
    Carried(documents.Document, DimDocument, "document_id"),
    Carried(entities.EventMention, resolution.EventMentionEvent, "event_mention_id"),
    Carried(entities.Quote, resolution.Statement, "quote_id"),
    Carried(resolution.Actor, BY_NAME["star.dim_actor"], "actor_id"),
    Carried(resolution.Place, BY_NAME["star.dim_place"], "place_id"),
    Carried(entities.Mention, facts.FactMention, "mention_id"),
    Carried(entities.EventMention, facts.FactEventMention, "event_mention_id"),
    Carried(entities.Quote, facts.FactQuote, "quote_id"),
    Carried(amounts.Amount, facts.FactAmount, "amount_id"),
)


def derived() -> tuple[Equation, ...]:
    """Equations for the keys of every table, the references of every table, and the rows carried."""
    keys = tuple(_key(table) for table in TABLES)
    references = tuple(
        _reference(table, column, target) for table in TABLES for column, target in table.references.items()
    )
    kept = tuple(_kept(pair) for pair in CARRIED)
    return keys + references + kept + tuple(_known(pair) for pair in CARRIED)


def _key(table: Table) -> Equation:
    """A batch's keys are unique by its suite; only all rows show that no two batches share one."""
    columns = ", ".join(table.primary_key)
    return equation(
        f"{_short(table)}_key_is_unique_in_all_rows",
        f"select {columns}\nfrom {full_name(table)}\ngroup by {columns}\nhaving count(*) > 1\norder by {columns}",
        "Joins on the key must not multiply rows, whatever batch they are from.",
        Severity.CRITICAL,
        _key_scope(table),
    )


def _key_scope(table: Table) -> Scope | None:
    return (
        Scope.PUBLICATION if table.layer in BATCHED_LAYERS and full_name(table) not in KEYS_OF_BATCHES else Scope.WHOLE
    )


def _reference(table: Table, column: str, target: str) -> Equation:
    target_table, target_column = target.rsplit(".", 1)
    key = ", ".join(f"child.{name}" for name in dict.fromkeys((*table.primary_key, column)))
    sql = (
        f"select {key}\nfrom {full_name(table)} as child\n"
        f"left join {target_table} as parent on parent.{target_column} = child.{column}\n"
        f"where child.{column} is not null and parent.{target_column} is null\norder by {key}"
    )
    name = f"{_short(table)}_{column}_refers_to_{target_table.replace('.', '_')}"
    # a duplicate's article landed in an earlier batch
    scope = Scope.WHOLE if full_name(table) == "raw.landing" else None
    return equation(name, sql, f"Each {column} is a row of {target_table}.", Severity.CRITICAL, scope)


def _kept(pair: Carried) -> Equation:
    return _carried(pair.source, pair.target, pair.column, "reaches", "In = out: no row is lost on the way.")


def _known(pair: Carried) -> Equation:
    return _carried(pair.target, pair.source, pair.column, "is_from", "Out = in: no row comes from nowhere.")


def _carried(source: Table, target: Table, column: str, verb: str, why: str) -> Equation:
    sql = (
        f"select source.{column}\nfrom {full_name(source)} as source\n"
        f"left join {full_name(target)} as target on target.{column} = source.{column}\n"
        f"where target.{column} is null\norder by source.{column}"
    )
    return equation(f"{_short(source)}_{verb}_{_short(target)}", sql, why, Severity.CRITICAL)


def _short(table: Table) -> str:
    return f"{table.layer}_{table.table}"
