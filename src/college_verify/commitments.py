"""Every entry by its kind, and every committed text in the state the entries leave it in."""

from collections import Counter
from collections.abc import Callable, Iterable, Sequence

from college_verify import entries, texts
from college_verify.entries import Entry
from college_verify.findings import Broken, Findings, shown
from college_verify.sources import Source, read_ahead
from college_verify.states import States
from college_verify.walk import Progress

#: Called with each entry that holds by itself and its index, in order.
Follower = Callable[[int, Entry], None]


class Reader:
    """Takes the bundles of the tree pass; checks each entry and hands it to the states and followers."""

    def __init__(
        self, origin: str, states: States, findings: Findings, followers: Sequence[Follower] = ()
    ) -> None:
        self._origin = origin
        self._states = states
        self._findings = findings
        self._followers = followers
        self._kinds: Counter[str] = Counter()

    def take(self, first: int, bundle: list[bytes]) -> None:
        for index, data in enumerate(bundle, first):
            try:
                entry = entries.read(data)
                if sentence := self._states.follow(index, entry):
                    raise Broken(sentence)
                founded = entry.kind == "record.college.founded"
                if founded and entry.data["origin"] != self._origin:
                    raise Broken(
                        f"its origin is {shown(entry.data['origin'])}, not the checkpoint's"
                    )
            except Broken as error:
                self._findings.failed(
                    "entries", f"The entry does not hold: {error}.", f"entry {index:,}"
                )
            else:
                self._kinds[entry.kind] += 1
                for follow in self._followers:
                    follow(index, entry)

    def conclude(self) -> None:
        if self._findings.intact("entries"):
            self._findings.held(
                "entries",
                f"All {self._kinds.total():,} entries, of {len(self._kinds)} kinds, are canonical and have "
                "exactly the fields of their kind.",
            )


def check_texts(source: Source, states: States, findings: Findings, progress: Progress) -> None:
    """Each committed text is published and is what was committed; nothing else is published as one."""
    seen: Counter[str] = Counter()
    for number, (folder, committed) in enumerate(states.folders()):
        _check_folder(source, states, committed, findings, seen)
        # Else the text may belong to an entry that could not be read.
        if findings.intact("entries"):
            _check_strangers(source, f"texts/{folder}", committed, findings)
        progress("folders of texts", number + 1, 256)
    if findings.intact("texts") and not seen:
        findings.held("texts", "No entry commits to a text.")
    elif findings.intact("texts"):
        findings.held(
            "texts",
            f"All {seen.total():,} committed texts are there, each in the state the entries leave it in: "
            f"{seen['open']:,} open and equal to what was committed, {seen['withheld']:,} withheld, "
            f"{seen['tombstone']:,} erased.",
        )
    if seen["withheld"] or seen["tombstone"]:
        findings.note(
            "texts",
            "What a withheld or erased text said cannot be checked while it is not published.",
        )


def _check_folder(
    source: Source,
    states: States,
    committed: dict[str, int],
    findings: Findings,
    seen: Counter[str],
) -> None:
    def fetch(commitment: str) -> bytes | Broken:
        try:
            data = source.read(texts.path(commitment), texts.LARGEST_TEXT)
        except Broken as error:
            return error
        return Broken("it is missing") if data is None else data

    for commitment, data in read_ahead(sorted(committed), fetch, wide=source.distant):
        state = states.state(commitment)
        try:
            if isinstance(data, Broken):
                raise data
            texts.check(data, commitment, state)
        except Broken as error:
            told = f"The text of entry {committed[commitment]:,} does not hold: {error}."
            findings.failed("texts", told, texts.path(commitment))
        else:
            seen[state.name] += 1


def _check_strangers(
    source: Source, folder: str, committed: Iterable[str], findings: Findings
) -> None:
    try:
        strangers = set(source.names(folder) or ()) - {f"{c}.json" for c in committed}
    except Broken as error:
        findings.failed("texts", f"The folder cannot be read: {error}.", folder)
        return
    for name in sorted(strangers):
        if name.endswith(".json"):
            findings.failed("texts", f"No entry commits to {shown(name)}.", folder)
        else:
            findings.note("texts", f"The file {shown(name)} is no part of the record.", folder)
