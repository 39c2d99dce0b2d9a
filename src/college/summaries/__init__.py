"""Summaries: what the public reads of a debate, every statement of it linked to what was said.

Two teams draft, every side attests, panels certify, members comment; what is covered is counted.
"""
