"""Debates: questions, viewpoints, holdings, briefs, contributions, challenges, moderation.

A debate asks one question. Viewpoints on it are stated by those who hold them; contributions form a
typed graph whose links pin wordings. Nothing here ranks anything.
"""
