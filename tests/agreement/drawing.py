"""One draw made by each hand: announcement and seed in, seats and successors out, in one shape."""

from typing import Any

from college.committees.rules import announcements
from college.committees.rules.areas import Procedure, SizeName
from college.committees.rules.ladder import Step
from college.committees.rules.lot import Candidate, Seated, shape
from college.ground.charter import Preset, load
from college_verify import lot

#: (panel, number): the seats that are left, one after another.
Leaving = list[tuple[int, int]]


def made_by_house(seed: str, document: dict[str, Any], leaving: Leaving) -> dict[str, Any] | None:
    made = announcements.make(bytes.fromhex(seed), document)
    if made is None:
        return None
    seats = [
        [panel, number, one.candidate.label, one.own_seat, one.fallback]
        for panel, row in enumerate(made.panels)
        for number, one in enumerate(row, start=1)
    ]
    held = {
        (panel, number): one
        for panel, row in enumerate(made.panels)
        for number, one in enumerate(row, 1)
    }
    used = [{one.candidate.label for one in row} for row in made.panels]
    successors = []
    for panel, number in leaving:
        out = held.pop((panel, number), None)
        if out is None:
            successors.append(None)
            continue
        sitting = [one for (at, _number), one in held.items() if at == panel]
        comes: Seated | None = announcements.refill(
            made.hands[panel],
            document,
            made.sized.shape,
            number=number,
            sitting=sitting,
            used=used[panel],
            out=out,
        )
        successors.append([comes.candidate.label, comes.fallback] if comes else None)
        if comes is not None:
            held[panel, number] = comes
            used[panel].add(comes.candidate.label)
    return {"size": made.sized.name.value, "seats": seats, "successors": successors}


def made_by_verifier(
    seed: str, document: dict[str, Any], leaving: Leaving
) -> dict[str, Any] | None:
    found = lot.drawn(seed, document)
    if found is None:
        return None
    size, panels = found
    rows = [panel.seated() for panel in panels]
    seats = [
        [at, number, one.place, one.own, one.fallback]
        for at, row in enumerate(rows)
        for number, one in enumerate(row, start=1)
    ]
    held = {
        (at, number): one for at, row in enumerate(rows) for number, one in enumerate(row, start=1)
    }
    used = [{one.place for one in row} for row in rows]
    successors: list[list[object] | None] = []
    for at, number in leaving:
        out = held.pop((at, number), None)
        comes = None
        if out is not None:
            sitting = [one for (panel, _number), one in held.items() if panel == at]
            comes = panels[at].next_for(out, sitting, used[at], number)
        successors.append([comes.place, comes.fallback] if comes else None)
        if comes is not None:
            held[at, number] = comes
            used[at].add(comes.place)
    return {"size": size.name, "seats": seats, "successors": successors}


def announcement(
    strata: dict[str, str],
    *,
    own_side: str,
    viewpoints: list[str],
    panels: tuple[tuple[int, int, int], ...] = ((2, 5, 2), (2, 3, 2)),
    step: Step = Step.FIRST,
) -> dict[str, Any]:
    """A document as the House announces it. ``panels``: (panels, seats, cap) of each size allowed."""
    names = (SizeName.STANDARD, SizeName.SMALL)
    sizes = [
        announcements.Sized(
            name,
            shape(k, m, cap, viewpoints=len(viewpoints), has_side=bool(own_side)),
            (m + 1) // 2,
        )
        for name, (k, m, cap) in zip(names, panels, strict=False)
    ]
    return _document(
        strata,
        procedure=Procedure.CONDUCT,
        own_side=own_side,
        viewpoints=viewpoints,
        sizes=sizes,
        step=step,
    )


def announcement_of_key(strata: dict[str, str], viewpoints: list[str]) -> dict[str, Any]:
    """A document for the key of a quiz item: panels with one seat of every viewpoint."""
    name, items = SizeName.ITEMS, load(Preset.ASSEMBLY).sizes.items
    size = announcements.sized(
        Procedure.KEY, name, items, Step.FIRST, viewpoints=len(viewpoints), has_side=False
    )
    return _document(
        strata, procedure=Procedure.KEY, viewpoints=viewpoints, sizes=[size], step=Step.FIRST
    )


def _document(
    strata: dict[str, str],
    *,
    procedure: Procedure,
    viewpoints: list[str],
    sizes: list[announcements.Sized],
    step: Step,
    own_side: str = "",
) -> dict[str, Any]:
    return announcements.draw_document(
        case="7h2m9k4qx0c5t",
        draw=1,
        step=step,
        epoch="0123456789abc",
        procedure=procedure,
        own_side=own_side,
        viewpoints=viewpoints,
        sizes=sizes,
        pool=strata,
        excused={},
        blind="b1" * 32,
    )


def candidates(document: dict[str, Any]) -> list[Candidate]:
    return [Candidate(place, side) for place, side in document["pool"]]
