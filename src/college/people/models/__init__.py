"""Accounts, members, terms of office, notices."""

from college.people.models.account import Account
from college.people.models.member import Member
from college.people.models.notice import Notice
from college.people.models.office import Term

__all__ = ["Account", "Member", "Notice", "Term"]
