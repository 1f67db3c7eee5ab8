"""Which language pipeline wrote a row."""

MODEL_VERSION = "chancery-rules 0.1.0"  # raise it with every change of what the pipeline finds
