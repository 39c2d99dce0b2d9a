"""Where the work on a summary stands, for those who wait to read it."""

from collections.abc import Collection
from dataclasses import dataclass
from typing import TYPE_CHECKING

from college.summaries.models import Draft, Editor, Summary, Version
from college.summaries.queries import editors
from college.summaries.rules.life import Side, VersionState

if TYPE_CHECKING:
    from college.debates.models import Debate


@dataclass(frozen=True, slots=True)
class Work:
    """``versions``: the newest first. ``handed``: sides whose draft of this round is in; ``opened``: both can
    be read."""

    summary: Summary
    versions: tuple[Version, ...]
    editors: tuple[Editor, ...]
    handed: frozenset[int]
    opened: bool

    @property
    def newest(self) -> Version | None:
        """The newest certified version."""
        certified = (one for one in self.versions if one.state == VersionState.CERTIFIED)
        return next(certified, None)

    @property
    def candidate(self) -> Version | None:
        """A version newer than the newest certified one, that is read now."""
        first = self.versions[0] if self.versions else None
        return first if first and first.state == VersionState.CANDIDATE else None

    @property
    def teams(self) -> list[tuple[Side, list[Editor]]]:
        return [
            (side, [one for one in self.editors if one.side == side])
            for side in (Side.FIRST, Side.SECOND)
        ]

    def version(self, number: int) -> Version | None:
        return next((one for one in self.versions if one.number == number), None)


def work(debate: "Debate") -> Work | None:
    """Four queries."""
    summary = Summary.objects.filter(debate=debate).first()
    if summary is None:
        return None
    versions = (
        Version.objects.filter(summary=summary)
        .select_related("summary__debate", "document", "coverage")
        .order_by("-number")
    )
    drafts = Draft.objects.filter(summary=summary, round=summary.round).exclude(side=Side.JOINT)
    rows = list(drafts.values_list("side", "handed_at", "opened_at"))
    return Work(
        summary=summary,
        versions=tuple(versions),
        editors=tuple(editors.seated(summary)),
        handed=frozenset(side for side, handed, _opened in rows if handed),
        opened=any(opened for _side, _handed, opened in rows),
    )


def newest_of(debates: Collection[int]) -> dict[int, Version]:
    """The newest certified version of each of these debates that has one, by the debate's key. One query."""
    rows = (
        Version.objects.filter(summary__debate__in=debates, state=VersionState.CERTIFIED)
        .select_related("summary__debate")
        .order_by("number")
    )
    return {row.summary.debate_id: row for row in rows}
