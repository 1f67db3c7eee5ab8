"""Universal Dependencies relations by what they say of a word."""

ACTIVE_SUBJECTS = frozenset({"nsubj", "csubj", "nsubj:outer"})
PASSIVE_SUBJECTS = frozenset({"nsubj:pass", "csubj:pass"})
SUBJECTS = ACTIVE_SUBJECTS | PASSIVE_SUBJECTS
OBJECTS = frozenset({"obj", "nsubj:pass"})  # what a verb is done to
OBLIQUES = frozenset({"obl", "nmod", "obl:agent", "obl:unmarked", "obl:arg", "nmod:desc"})  # by a preposition, mostly
OWNERS = frozenset({"nmod:poss", "compound", "amod"})
