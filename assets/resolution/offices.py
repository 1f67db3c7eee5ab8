"""Offices: who is named with which office, of which country, on which day."""

import polars as pl

from assets.resolution.told_on import told_on
from warehouse.frames import conformed
from warehouse.keys import stable_id
from warehouse.reference import reference
from warehouse.tables.resolution import Office


def offices(mentions: pl.DataFrame, actor_mentions: pl.DataFrame, documents: pl.DataFrame) -> pl.DataFrame:
    """Rows of ``resolution.office``: mentions with an office of the reference table.

    Args:
        mentions: ``entities.mention``.
        actor_mentions: ``resolution.actor_mention``.
        documents: ``documents.document``.
    """
    titles = reference("roles")["title"].to_list()
    roles = pl.DataFrame({"role_title": titles, "role_id": [stable_id("role", title) for title in titles]})
    tied = actor_mentions.select("chain_id", "actor_id")
    bodies = tied.rename({"chain_id": "role_organization_chain_id", "actor_id": "organization_actor_id"})
    days = told_on(documents).rename({"told_on": "observed_on"})
    rows = (
        mentions.filter(pl.col("label") == "PERSON", pl.col("role_text").is_not_null())
        .join(roles, on="role_title")
        .join(tied, on="chain_id")
        .join(bodies, on="role_organization_chain_id", how="left")
        .join(days, on="document_id")
        .rename({"role_text": "title_text", "role_is_former": "is_former", "role_status": "status"})
    )
    return conformed(Office, rows)
