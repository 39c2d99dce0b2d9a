"""The kinds of entries and their fields: ``spec/entries.md`` as data. A kind not here is a finding."""

#: What every contribution tells, whatever it is.
_CONTRIBUTION = (
    "contribution: id, debate: id, viewpoint: id?, stage: word, as_delegate: flag, text: commitment, "
    "words: number, quotes: ids, succeeds: id?, succeeds_text: commitment?"
)

#: Kind: its fields as ``name: type``, in the order of the specification.
KINDS: dict[str, str] = {
    "record.college.founded": "origin: origin, preset: word, charter: commitment",
    "record.text.erased": "commitment: commitment, ground: word",
    "record.text.withheld": "commitment: commitment, ground: word, case: id?, until: moment",
    "record.text.released": "commitment: commitment",
    "people.member.admitted": "member: id",
    "people.member.resigned": "member: id",
    "people.term.begun": "term: id, member: id, office: word",
    "people.term.ended": "term: id, member: id, office: word",
    "debates.question.registered": "debate: id, wording: commitment",
    "debates.question.proposed": (
        "debate: id, number: number, wording: commitment, admit_at: moment"
    ),
    "debates.question.reworded": "debate: id, number: number, wording: commitment, draft: id?",
    "debates.question.filed": "debate: id, subject: slug",
    "debates.subject.added": "subject: slug",
    "debates.debate.renamed": "debate: id",
    "debates.turn.added": "turn: id, debate: id, on: id, reason: commitment",
    "debates.stage.begun": (
        "debate: id, stage: word, open_at: moment?, closing_at: moment?, closed_at: moment?"
    ),
    "debates.dates.moved": (
        "debate: id, ground: word, admit_at: moment?, open_at: moment?, closing_at: moment?, "
        "closed_at: moment?, reason: commitment?"
    ),
    "debates.draft.received": "draft: id, debate: id, side: number",
    "debates.draft.opened": (
        "draft: id, debate: id, side: number, wording: commitment, viewpoints: commitments"
    ),
    "debates.objection.made": "objection: id, target: word, on: id, reason: commitment",
    "debates.objection.withdrawn": "objection: id, target: word, on: id",
    "debates.viewpoint.proposed": (
        "viewpoint: id, debate: id, name: commitment, statement: commitment, admit_at: moment"
    ),
    "debates.viewpoint.admitted": "viewpoint: id, debate: id, letter: word",
    "debates.viewpoint.reworded": (
        "viewpoint: id, number: number, name: commitment, statement: commitment"
    ),
    "debates.holding.begun": "holding: id, member: id, debate: id, viewpoint: id?",
    "debates.holding.ended": "holding: id, member: id, debate: id",
    "debates.delegate.offered": "delegate: id, member: id, viewpoint: id, stands_at: moment",
    "debates.delegate.stood": "delegate: id, member: id, viewpoint: id",
    "debates.delegate.ended": "delegate: id, member: id, viewpoint: id, ground: word",
    "debates.moderator.seated": "moderator: id, member: id, debate: id, viewpoint: id",
    "debates.moderator.left": "moderator: id, member: id, debate: id, ground: word",
    "debates.claim.added": f"{_CONTRIBUTION}, form: word",
    "debates.argument.added": (
        f"{_CONTRIBUTION}, form: word, premises: ids, premise_texts: commitments, "
        "conclusion: id, conclusion_text: commitment"
    ),
    "debates.evidence.added": (
        f"{_CONTRIBUTION}, form: word, bears_on: id, bears_on_text: commitment, "
        "source: commitment, quotation: commitment"
    ),
    "debates.definition.added": f"{_CONTRIBUTION}, term: commitment",
    "debates.qualification.added": f"{_CONTRIBUTION}, target: id, target_text: commitment",
    "debates.challenge.put": (
        f"{_CONTRIBUTION}, form: word, target: id, target_text: commitment, due: moment?, joined: id?"
    ),
    "debates.answer.given": (
        f"{_CONTRIBUTION}, challenge: id, challenge_text: commitment, "
        "points_to: ids, points_to_texts: commitments"
    ),
    "debates.concession.made": (
        f"{_CONTRIBUTION}, claim: id, claim_text: commitment, condition: commitment?"
    ),
    "debates.concession.revoked": "concession: id, debate: id, reason: commitment",
    "debates.contribution.revised": (
        "contribution: id, debate: id, number: number, text: commitment, words: number"
    ),
    "debates.contribution.withdrawn": (
        "contribution: id, debate: id, in_grace: flag, reason: commitment?"
    ),
    "debates.challenge.promoted": (
        "challenge: id, debate: id, instead_of: id, joined: ids, due: moment"
    ),
    "debates.link.confirmed": (
        "contribution: id, debate: id, relation: word, target: id, text: commitment"
    ),
}


def fields(kind: str) -> dict[str, str]:
    """Name and type of every field of a kind. Raises ``KeyError`` for an unknown one."""
    pairs = (part.split(":") for part in KINDS[kind].split(","))
    return {name.strip(): type_.strip() for name, type_ in pairs}
