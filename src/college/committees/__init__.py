"""Committees: areas, rosters, draws, cases, ballots, verdicts.

A case knows its text and its rule, not what it is about. The room that asks keeps the key to its case
and enacts the verdict when it is due.
"""
