"""Rows of entities.mention: every entity of a Doc, with its chain, role and country."""

from collections.abc import Mapping
from typing import TYPE_CHECKING

from assets.entities.context import DocumentContext
from warehouse.tables.entities import Label, Mention

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span

Chains = Mapping[tuple[int, int], tuple[str, str | None]]  # chain and its country, by the tokens of each mention


def mention_rows(doc: "Doc", context: DocumentContext) -> list[Mention]:
    """One row per entity of ``doc``; times and amounts are chains of their own."""
    chains = {
        mention: (context.chain_id(chain, doc), chain.country_id)
        for chain in doc._.chains
        for mention in chain.mentions
    }
    return [_row(span, context, chains) for span in doc.ents]


def _row(span: "Span", context: DocumentContext, chains: Chains) -> Mention:
    chain_id, country_id = chains.get((span.start, span.end), (None, None))
    raw_start, raw_end = context.raw_span(span.start_char, span.end_char)
    role = span._.role
    body = span.doc.char_span(*role.body) if role and role.body else None
    role_span = context.raw_span(role.start_char, role.end_char) if role else (None, None)
    return Mention(
        mention_id=context.mention_id(span),
        document_id=context.document_id,
        label=Label(span.label_),
        text=span.text,
        start_char=span.start_char,
        end_char=span.end_char,
        raw_start=raw_start,
        raw_end=raw_end,
        chain_id=chain_id or context.chain_id_at(span.start_char, span.end_char, span.label_),
        role_text=role.text if role else None,
        role_title=role.title if role else None,
        role_portfolio=role.portfolio if role else None,
        role_organization=body.text if body is not None else None,
        role_organization_chain_id=chains.get((body.start, body.end), (None, None))[0] if body is not None else None,
        role_status=role.status if role else None,
        role_is_former=bool(role and role.is_former),
        role_start=role_span[0],
        role_end=role_span[1],
        country_id=country_id or span._.country,
        confidence=span._.confidence,
    )
