"""The two questions this program answers: does a published log hold, and does a receipt."""

from dataclasses import dataclass, field
from pathlib import Path

from college_verify import memory, notes, opening, receipts, walk
from college_verify.commitments import Reader, check_texts
from college_verify.committees import Committees
from college_verify.documents import Documents
from college_verify.findings import BadInput, Broken, Findings
from college_verify.notes import Key
from college_verify.opening import Opened
from college_verify.quiz_tallies import Tallies
from college_verify.quizzes import Quizzes
from college_verify.samples import Samples
from college_verify.seeds import Seeds
from college_verify.sources import Source
from college_verify.states import States
from college_verify.summaries import Summaries
from college_verify.walk import Progress

#: A College with more entries than this is checked by saying so: --most-entries.
MOST_ENTRIES = 50_000_000


def _silent(what: str, done: int, total: int) -> None:
    """No progress shown."""


@dataclass(frozen=True, slots=True)
class Wishes:
    """What the user asked for besides the target."""

    vkey: str | None = None
    seers: list[Key] = field(default_factory=list)
    remember: Path | None = None
    most_entries: int = MOST_ENTRIES
    progress: Progress = _silent


def open_log(source: Source, wishes: Wishes, findings: Findings) -> Opened | None:
    """The published checkpoint, if its signature holds."""
    vkey = opening.choose_key(source, findings, wishes.vkey)
    try:
        note = source.read("checkpoint", notes.LARGEST_NOTE)
    except Broken as error:
        findings.failed("signature", f"The checkpoint cannot be read: {error}.", "checkpoint")
        return None
    if note is None:
        raise BadInput(f"There is no checkpoint at {source.title}.")
    if vkey is None:
        return None
    return opening.open_checkpoint(note, vkey, wishes.seers, findings, "checkpoint")


def check_log(source: Source, wishes: Wishes, findings: Findings) -> Opened | None:
    """Everything that can be checked of a published log."""
    kept = memory.load(wishes.remember) if wishes.remember else None
    opened = open_log(source, wishes, findings)
    if opened is None:
        findings.note("signature", "Without a believable checkpoint nothing else was checked.")
        return None
    checkpoint = opened.checkpoint
    if checkpoint.size > wishes.most_entries:
        raise BadInput(
            f"The checkpoint claims {checkpoint.size:,} entries, more than {wishes.most_entries:,}; "
            "if that is meant, say --most-entries."
        )
    if kept:
        memory.compare(kept, opened, source, findings)
    with States() as states:
        seeds, committees = Seeds(findings), Committees(findings)
        samples, summaries = Samples(findings, seeds), Summaries(findings)
        quizzes, tallies = Quizzes(findings), Tallies(findings)
        followers = [seeds.follow, samples.follow, committees.follow, summaries.follow]
        followers += [quizzes.follow, tallies.follow]
        reader = Reader(checkpoint.origin, states, findings, followers)
        whole = walk.check_tree(
            source, checkpoint, findings, each=reader.take, progress=wishes.progress
        )
        if whole:
            reader.conclude()
            seeds.conclude()
            documents = Documents(source, states)
            committees.conclude(seeds, documents)
            samples.conclude(source)
            summaries.conclude(documents)
            quizzes.conclude(documents)
            tallies.conclude(documents)
            check_texts(source, states, findings, wishes.progress)
            findings.note(
                "pages",
                "The pages beside the log were not compared with it: what the record says is in "
                "its entries and texts.",
            )
    if kept and findings.intact("key", "signature", "witnesses", "memory", "tree", "tiles"):
        memory.save(kept, opened)
    return opened


def check_receipt(
    data: bytes, source: Source | None, wishes: Wishes, findings: Findings
) -> Opened | None:
    """A receipt by a pinned key, or by a published log, which must then still keep its promise."""
    try:
        receipt = receipts.parse(data)
    except Broken as error:
        raise BadInput(f"This is no receipt: {error}.") from None
    if source is None:
        if wishes.vkey is None:
            raise BadInput("To check a receipt, give the log's key (--vkey) or the log (--log).")
        opening.key_of(wishes.vkey, frozenset({notes.ED25519}), "log")
        return receipts.check(receipt, wishes.vkey.strip(), wishes.seers, findings)
    now = open_log(source, Wishes(vkey=wishes.vkey), findings)
    if now is None:
        return None
    opened = receipts.check(receipt, now.vkey, wishes.seers, findings)
    if opened is not None and findings.intact("inclusion"):
        receipts.check_against_log(receipt, opened.checkpoint, source, now.checkpoint, findings)
    return opened
