"""The live page of all parts, for designers and for tests. Only where the College is a demonstration."""
