"""Mini-quizzes on certified summaries: what was argued, granted and left open; never what is true of it.

Items are keyed to words of a version, reviewed by panels with a seat of every viewpoint, taken without an
account, and counted in public; nothing here ranks anybody.
"""
