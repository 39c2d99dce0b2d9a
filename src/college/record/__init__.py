"""The record: an append-only Merkle log of every public act, and the texts it commits to.

Nouns: entry, text (committed bytes in one of three states), checkpoint, tile, proof, receipt.
Takes events as it finds them; knows no room that records.
"""
