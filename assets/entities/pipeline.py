"""The spaCy pipeline, built from config.cfg."""

from functools import cache
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING

from assets.entities.extensions import register

if TYPE_CHECKING:
    from spacy.language import Language

CONFIG = Path(__file__).with_name("config.cfg")
COMPONENTS = ("tokenizer", "sentences", "places", "organizations", "people", "times", "amounts", "chains")
# spaCy refuses longer texts, for the memory that its parser would take; there is no parser here.
LONGEST_TEXT = 100_000_000


@cache
def load_pipeline() -> "Language":
    """The pipeline; loaded once per process."""
    from spacy.util import load_config, load_model_from_config

    for component in COMPONENTS:
        import_module(f"assets.entities.components.{component}")  # registers its factory
    register()
    nlp = load_model_from_config(load_config(CONFIG), auto_fill=True, validate=True)
    nlp.max_length = LONGEST_TEXT
    return nlp
