"""Web pages: from markup to blocks of text, the article among them, and what the page declares of itself."""
