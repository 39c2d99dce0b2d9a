"""People: accounts (who signs in), members (who debates), offices, notices.

An account holds what is personal (the e-mail address); a member is a public id and a public name. The
record knows public ids only.
"""
