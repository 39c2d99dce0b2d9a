"""The College of Policy Debate: rooms that stand on one another like the steps of a ladder.

ground < record < people < debates < exchange < clockwork < web < cli, with ``config`` beside. Every
import goes down; ``tests/house/test_ladder.py`` holds it. See ``docs/house.md``.
"""
