"""The gazetteer of organizations: bodies, seats of power and agencies known by name."""

from assets.entities.names.gazetteer import Entry, Gazetteer, Tokenize, alternatives
from warehouse.reference import reference


def organization_gazetteer(tokenize: Tokenize) -> Gazetteer:
    """Every known organization by its name, abbreviation and aliases."""
    gazetteer = Gazetteer(tokenize)
    for row in reference("organizations").iter_rows(named=True):
        entry = Entry(row["name"], "ORG", row["country_id"], 0.9)
        for name in (row["name"], row["abbreviation"], *alternatives(row["aliases"])):
            if name:
                gazetteer.add(name, entry)
    for row in reference("metonyms").iter_rows(named=True):
        gazetteer.add(row["name"], Entry(row["name"], row["kind"], row["country_id"], 0.85))
    return gazetteer
