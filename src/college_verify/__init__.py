"""college-verify: check what a College published, without trusting the College.

A second implementation of ``spec/``, by another hand: it imports nothing of ``college`` and needs
Python, ``cryptography`` and nothing else. Read it in this order: ``notes`` (who signed), ``tree`` and
``tiles`` (what was signed), ``canonical``, ``entries`` and ``kinds`` (what an entry may be), ``texts``
(what the commitments stand for); then ``seeds``, ``lot`` and ``tally`` (what chance and ballots make of it),
``stories`` (a case from its filing to its verdict) and ``effects``; ``contributions``, ``versions`` and
``coverage`` (what a summary rests on, and what it leaves out); and ``checks``, which puts all together.
"""
