"""Which language pipeline wrote a row."""

from assets.entities.chosen_model import chosen_model, model_name

MODEL_VERSION = "chancery 0.4.0"  # raise it with every change of what the pipeline finds


def model_version(model: str | None = None) -> str:
    """Version of the pipeline in use, and of the spaCy pipeline that was chosen: "en_core_web_lg 3.8.0 with ..."."""
    chosen = model or chosen_model()
    return f"{model_name(chosen)} with {MODEL_VERSION}" if chosen else MODEL_VERSION
