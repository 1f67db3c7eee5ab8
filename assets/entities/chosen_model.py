"""Another spaCy pipeline in place of the encoder that ships: CHANCERY_SPACY_MODEL names a package or a folder.

The words stay ours (our tokenizer on its vocabulary) and so do the sentences; its tagger, parser and recogniser of names
read them, and our rules follow as they follow the encoder.
"""

import hashlib
import json
import os
from collections.abc import Mapping
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from confection import Config
    from spacy.language import Language

MODEL_VARIABLE = "CHANCERY_SPACY_MODEL"
SENTENCES, ENCODER, LABELS = "chancery_sentences", "chancery_encoder", "chancery_labels"
SENTENCE_FACTORIES = frozenset({"senter", "sentencizer"})  # they would set anew what our rules have set
LANGUAGES = frozenset({"en", "xx"})
REMEDY = f"see docs/MODELS.md, or unset {MODEL_VARIABLE} for the model that ships"


class ModelError(ValueError):
    """The pipeline that was chosen cannot be used; the message says why and what to do."""


def chosen_model(environment: Mapping[str, str] = os.environ) -> str | None:
    """The package or folder that CHANCERY_SPACY_MODEL names; None for the model that ships."""
    return environment.get(MODEL_VARIABLE, "").strip() or None


def model_problem(model: str) -> str | None:
    """Why a pipeline cannot be found, with the remedy; None when it is there. Loads nothing."""
    if (Path(model) / "meta.json").is_file() or _installed_version(model):
        return None
    if Path(model).exists():
        return f"{MODEL_VARIABLE} is {model!r}, which holds no meta.json: name the folder that nlp.to_disk() wrote"
    return f"{MODEL_VARIABLE} is {model!r}, which is no installed package and no folder: install it, {REMEDY}"


def model_name(model: str) -> str:
    """Name and version of a pipeline: "en_core_web_lg 3.8.0"; of a folder with a hash, for training keeps its version."""
    meta = Path(model) / "meta.json"
    if not meta.is_file():
        return f"{model} {_installed_version(model) or '(not installed)'}"
    text = meta.read_bytes()
    told = json.loads(text)
    return f"{told['lang']}_{told['name']} {told['version']}+{hashlib.sha256(text).hexdigest()[:8]}"


def pipeline_with(model: str, config: "Config") -> "Language":
    """The pipeline of our configuration with the chosen one in place of the encoder.

    Raises:
        ModelError: it cannot be found, cannot be loaded, or reads another language.
    """
    from assets.entities.components.tokenizer import make_tokenizer

    nlp = _loaded(model)
    nlp.tokenizer = make_tokenizer()(nlp)
    for name in nlp.pipe_names:
        if nlp.get_pipe_meta(name).factory in SENTENCE_FACTORIES:
            nlp.remove_pipe(name)
    nlp.add_pipe(SENTENCES, first=True)
    nlp.add_pipe(LABELS)
    for name in config["nlp"]["pipeline"]:
        if name not in {SENTENCES, ENCODER}:
            settings = dict(config["components"][name])
            nlp.add_pipe(settings.pop("factory"), name=name, config=settings)
    return nlp


def _loaded(model: str) -> "Language":
    import spacy

    problem = model_problem(model)
    if problem:
        raise ModelError(problem)
    try:
        nlp = spacy.load(model)
    except (OSError, ValueError, ImportError) as error:  # a package that it needs is not there, or of another version
        raise ModelError(f"{MODEL_VARIABLE} is {model!r}, which spaCy cannot load ({error}): {REMEDY}") from error
    if nlp.lang not in LANGUAGES:
        raise ModelError(f"{MODEL_VARIABLE} is {model!r}, which reads {nlp.lang!r}; articles are in English: {REMEDY}")
    return nlp


def _installed_version(package: str) -> str | None:
    try:
        return version(package)
    except (PackageNotFoundError, ValueError):  # ValueError: a path is no name of a package
        return None
