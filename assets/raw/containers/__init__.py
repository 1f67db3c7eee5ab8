"""Readers: one module per container, each from a stream of bytes to the records in it."""
