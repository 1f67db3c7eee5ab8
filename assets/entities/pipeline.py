"""The spaCy pipeline, built from config.cfg: our own, or another one in place of its encoder."""

from functools import cache
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING

from assets.entities.chosen_model import chosen_model, pipeline_with
from assets.entities.extensions import register

if TYPE_CHECKING:
    from spacy.language import Language

CONFIG = Path(__file__).with_name("config.cfg")
COMPONENTS = (
    *("tokenizer", "sentences", "encoder", "labels", "places", "organizations", "people", "encoder_names"),
    *("times", "amounts", "chains"),
)
# spaCy refuses longer texts, for the memory that its parser would take; there is no parser here.
LONGEST_TEXT = 100_000_000


def load_pipeline(model: str | None = None) -> "Language":
    """The pipeline; loaded once per process. ``model`` is a spaCy pipeline to use, else CHANCERY_SPACY_MODEL names one.

    Raises:
        assets.entities.chosen_model.ModelError: the pipeline that was chosen cannot be used.
    """
    return _pipeline(model or chosen_model())


@cache
def _pipeline(model: str | None) -> "Language":
    from spacy.util import load_config, load_model_from_config

    for component in COMPONENTS:
        import_module(f"assets.entities.components.{component}")  # registers its factory
    register()
    config = load_config(CONFIG)
    nlp = pipeline_with(model, config) if model else load_model_from_config(config, auto_fill=True, validate=True)
    nlp.max_length = LONGEST_TEXT
    return nlp
