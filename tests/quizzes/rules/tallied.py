"""Made-up answers to made-up items, for tests of what is published of them."""

import random

from hypothesis import strategies as st

from college.quizzes.rules.content import Content, Estimate, Option, document
from college.quizzes.rules.life import ItemKind
from college.quizzes.rules.tallies import Asked, Heard, Taken

QUIZ, VERSION = "0qz0000000000", "0versn0000001"
SIDES = ("0vewp00000000", "0vewp00000001", "0vewp00000002")
KINDS = (ItemKind.WHO, ItemKind.TRUE_FALSE, ItemKind.GRANTED, ItemKind.MATCH, ItemKind.ESTIMATE)
HEAD = {"quiz": QUIZ, "tally": 2, "since": 1}


def item(number: int) -> str:
    return f"0jtem{number:08d}"


def content(kind: ItemKind, viewpoint: str = "") -> Content:
    plain = {"kind": kind, "stem": "Which?", "viewpoint": viewpoint}
    options = tuple(Option(words) for words in ("One", "Two", "Three"))
    match kind:
        case ItemKind.ESTIMATE:
            return Content(**plain, estimate=Estimate("18.5", "1.5", "boats"))
        case ItemKind.MATCH:
            return Content(**plain, options=options, prompts=("First", "Second"), key=(1, 0))
        case ItemKind.TRUE_FALSE:
            return Content(**plain, options=options[:2], key=(1,))
        case ItemKind.GRANTED:
            return Content(**plain, options=options, key=(0, 2))
    return Content(**plain, options=options, key=(2,))


#: What may stand in a pattern for each kind, the right answer first.
CELLS = {
    ItemKind.ESTIMATE: ("=", "<", ">", "?"),
    ItemKind.MATCH: ("1-0", "0-1", "1-?", "?"),
    ItemKind.TRUE_FALSE: ("1", "0", "?"),
    ItemKind.GRANTED: ("0,2", "0", "1,2", "?"),
    ItemKind.WHO: ("2", "0", "1", "?"),
}


def asked(number: int, sides: int = 2) -> list[Asked]:
    """Items of all kinds in turn, about each side in turn and one about none."""
    about = [*SIDES[:sides], ""]
    return [
        Asked(item(at), f"{at:064x}", content(KINDS[at % len(KINDS)], about[at % len(about)]))
        for at in range(number)
    ]


def documents(items: list[Asked]) -> dict[str, dict]:
    return {
        one.item: document(one.content, item=one.item, quiz=QUIZ, version=VERSION) for one in items
    }


def population(
    items: list[Asked], takers: int, *, sides: int = 2, shown: int | None = None, seed: int = 7
) -> list[Taken]:
    """Takers of every ability; the first item is harder for the first side, whatever they know."""
    chance = random.Random(seed)
    found = []
    for _ in range(takers):
        side = chance.choice([*SIDES[:sides]] * 4 + ["undecided", ""])
        ability = chance.gauss(0, 1)
        drawn = chance.sample(items, shown or len(items))
        cells = {}
        for one in drawn:
            right, *wrong = CELLS[one.content.kind]
            at = items.index(one)
            hard = (at % 5 - 2) / 2 + (1.2 if at == 0 and side == SIDES[0] else 0)
            knows = chance.random() < 1 / (1 + 2.718281828 ** (hard - ability))
            cells[one.item] = right if knows else chance.choice(wrong)
        found.append(Taken(side, cells))
    return found


@st.composite
def answered(draw, most: int = 40):
    """Few items, few takers, any answers: (items, taken, viewpoints)."""
    sides = draw(st.integers(0, 3))
    items = asked(draw(st.integers(1, 6)), sides)
    cells = st.fixed_dictionaries(
        {one.item: st.sampled_from(("", *CELLS[one.content.kind])) for one in items}
    )
    declared = st.sampled_from([*SIDES[:sides], "undecided", ""])
    takers = st.builds(
        lambda side, row: Taken(side, {key: cell for key, cell in row.items() if cell}),
        declared,
        cells,
    )
    return items, draw(st.lists(takers, max_size=most)), SIDES[:sides]


def heard(*counts: int) -> Heard:
    return Heard(SIDES[0], counts[:2], counts[2:])
