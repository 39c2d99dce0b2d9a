"""One permission, one file: every role, every stage."""

from college.debates.rules.stages import Stage

#: Every role that may act at all.
MEMBERS = {"newcomer", "undecided", "holder", "delegate", "moderator", "steward", "proposer"}
ALL = set(Stage)
UNTIL_OPEN = {Stage.REGISTERED, Stage.PROPOSED, Stage.FRAMING}
LIVING = {Stage.FRAMING, Stage.OPEN, Stage.CLOSING}
