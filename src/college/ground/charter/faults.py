"""What can be wrong with a charter, and the error that says so with file, line and setting."""

from enum import StrEnum


class Fault(StrEnum):
    """Why a charter cannot be used. The value is the reason in English, read after the setting's name."""

    NOT_READABLE = "cannot be read"
    UNKNOWN = "is not a setting of the charter"
    MISSING = "is missing"
    NOT_A_DURATION = 'must be a duration such as "7 days"'
    NOT_A_NUMBER = "must be a whole number from 1"
    NOT_A_FLAG = "must be true or false"
    NOT_A_SHARE = "must be a per cent from 1 to 100"
    EPOCH_TOO_SHORT = "together with clocks.revealing must be shorter than clocks.epoch"
    VOTING_TOO_SHORT = "must not be shorter than clocks.accepting"
    TERM_TOO_SHORT = "must be longer than an epoch, accepting and voting together"
    DUTY_TOO_LONG = "must not be longer than clocks.term"
    NEWCOMERS_FIRST = "must not allow newcomers more than others"
    ONE_PANEL = "must be at least 2: nothing is decided by one panel"
    OUT_OF_REACH = "must not be more than the seats it is reached with"
    TWO_COULD_REACH = "must be more than half of the seats, or two grounds could reach it"
    REVIEW_TOO_SMALL = "must be more than the seats of a first panel: a review is a larger panel"
    CAP_OF_NO_USE = "must be from 1 to the seats of the panel"
    CAP_TOO_LOW = "leaves seats empty however many viewpoints a debate has"
    PANELS_OVERLAP = "is too small for panels and a review that have no member in common"
    NO_RESERVES = "must hold a reserve for every seat: twice the seats"
    QUIZ_TOO_SHORT = "must not be more than quizzes.items"
    TRIAL_FIRST = "must not be more than quizzes.fair"
    NOT_SEATED = "is switched on, but roster.most is smaller than the pool of each of its sizes"
    NO_SECOND_LOOK = "is switched on without areas.appeals: a restriction needs a second look"
    ALARM_TOO_LOW = "must be more than one step, or a single vote would raise it"
    BREAKER_AT_ONCE = (
        "must be more than audit.breaker_ratio, or the first alarms would stop the audit"
    )


class CharterError(ValueError):
    """A charter that cannot be used: ``charter.toml, line 12: clocks.open is missing``.

    ``setting`` is the dotted name, ``file`` and ``line`` where it stands (``""`` and 0 where that is
    unknown), ``detail`` what was found instead, if that helps.
    """

    def __init__(
        self, setting: str, fault: Fault, *, file: str = "", line: int = 0, detail: str = ""
    ) -> None:
        self.setting, self.fault, self.file, self.line = setting, fault, file, line
        self.detail = detail
        place = f"{file}, line {line}" if file and line else file
        sentence = f"{setting} {fault.value}" + (f", not {detail}" if detail else "")
        super().__init__(f"{place}: {sentence}" if place else sentence)

    def at(self, file: str, line: int) -> "CharterError":
        """The same fault, with the place where it stands."""
        return CharterError(self.setting, self.fault, file=file, line=line, detail=self.detail)
