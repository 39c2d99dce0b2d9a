"""What committees remember."""

from college.committees.models.case import Case, CaseParty, Draw, Shown
from college.committees.models.chart import Absence, Alarm, Chart, Compared, Halt
from college.committees.models.control import Control, ControlDue
from college.committees.models.duty import Duty
from college.committees.models.epoch import Contribution, Contributor, Epoch, Share
from college.committees.models.key import Key
from college.committees.models.recusal import Recusal
from college.committees.models.retrial import Retrial, Sampling
from college.committees.models.roster import Place, Pool, Roster
from college.committees.models.seat import Ballot, PanelRuling, Seat
from college.committees.models.steward_vote import StewardVote

__all__ = [
    "Absence",
    "Alarm",
    "Ballot",
    "Case",
    "CaseParty",
    "Chart",
    "Compared",
    "Contribution",
    "Contributor",
    "Control",
    "ControlDue",
    "Draw",
    "Duty",
    "Epoch",
    "Halt",
    "Key",
    "PanelRuling",
    "Place",
    "Pool",
    "Recusal",
    "Retrial",
    "Roster",
    "Sampling",
    "Seat",
    "Share",
    "Shown",
    "StewardVote",
]
