"""The pages on which files come in, and the words beside them."""
