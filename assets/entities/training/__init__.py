"""Training of the language model: corpora to examples to weights to the files in assets/entities/model.

Needs the dependency group ``training`` (torch); reading needs none of it. ``python -m assets.entities.training --help``.
"""
