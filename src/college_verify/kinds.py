"""The kinds of entries and their fields: ``spec/entries.md`` as data. A kind not here is a finding."""

from college_verify.kinds_committees import COMMITTEES
from college_verify.kinds_debates import DEBATES
from college_verify.kinds_quizzes import QUIZZES
from college_verify.kinds_summaries import SUMMARIES

#: Kind: its fields as ``name: type``, in the order of the specification.
KINDS: dict[str, str] = {
    "record.college.founded": "origin: origin, preset: word, charter: commitment",
    "record.text.erased": "commitment: commitment, ground: word",
    "record.text.withheld": "commitment: commitment, ground: word, case: id?, until: moment?",
    "record.text.released": "commitment: commitment",
    "people.member.admitted": "member: id",
    "people.member.resigned": "member: id",
    "people.term.begun": "term: id, member: id, office: word",
    "people.term.ended": "term: id, member: id, office: word",
    "administration.charter.proposed": (
        "proposal: id, document: commitment, changes: commitment, reason: commitment"
    ),
    "administration.charter.supported": "proposal: id, member: id",
    "administration.charter.asked": "proposal: id, case: id",
    "administration.charter.granted": (
        "proposal: id, case: id, charter: commitment, in_force_at: moment"
    ),
    "administration.charter.put-in-force": "proposal: id, charter: commitment, number: number",
    "administration.charter.ended": "proposal: id, case: id, ground: word",
    "administration.charter.extended": "charter: commitment, added: number",
    "administration.removal.asked": "removal: id, term: id, case: id, reason: commitment",
    "administration.removal.ended": "removal: id, case: id, ground: word",
    "administration.sanction.asked": (
        "sanction: id, member: id, days: number, case: id, reason: commitment"
    ),
    "administration.sanction.begun": "sanction: id, member: id, case: id, until: moment",
    "administration.sanction.ended": "sanction: id, member: id, case: id, ground: word",
    "administration.hold.made": (
        "hold: id, text: commitment, law: commitment, case: id, until: moment"
    ),
    "administration.hold.extended": "hold: id, case: id, until: moment",
    "administration.hold.ended": "hold: id, case: id, ground: word",
    **DEBATES,
    **SUMMARIES,
    **QUIZZES,
    **COMMITTEES,
}


def fields(kind: str) -> dict[str, str]:
    """Name and type of every field of a kind. Raises ``KeyError`` for an unknown one."""
    pairs = (part.split(":") for part in KINDS[kind].split(","))
    return {name.strip(): type_.strip() for name, type_ in pairs}
