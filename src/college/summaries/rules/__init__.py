"""Pure rules of summaries."""
