"""Dimensions, facts, bridges and evidence, each from the SQL file of its name."""
