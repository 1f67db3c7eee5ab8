"""Words per second, latency, load time and memory of the pipeline, beside a plain spaCy pipeline."""
