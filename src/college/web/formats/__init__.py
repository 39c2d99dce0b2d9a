"""How dates are written, where that differs from the language’s own habit."""
