"""The encoder: one small network that reads names, tags, lemmas, sentence starts and dependencies off a text."""
