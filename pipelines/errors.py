"""Errors that the command line shows as one line."""


class UsageError(Exception):
    """What was asked cannot be done as asked; the message names the value and the remedy."""
