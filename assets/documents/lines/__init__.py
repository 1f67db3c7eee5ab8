"""What a line is by its form and its place on the page, when no rule knows its words: a trained model."""
