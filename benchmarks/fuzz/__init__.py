"""Attacks on the reading of articles: random and mutated inputs, and regular expressions that take too long."""
