"""Coreference within a document: names to fuller names, titles and pronouns to people, short names to long ones."""
