"""Reading a sentence without a parser: where it starts, who stands in it, who is its subject."""
