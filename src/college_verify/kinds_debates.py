"""The kinds of entries of debates."""

#: What every contribution tells, whatever it is.
_CONTRIBUTION = (
    "contribution: id, debate: id, viewpoint: id?, stage: word, as_delegate: flag, text: commitment, "
    "words: number, quotes: ids, succeeds: id?, succeeds_text: commitment?"
)

DEBATES: dict[str, str] = {
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
    "debates.objection.heard": (
        "case: id, target: word, on: id, objections: ids, upheld: flag, reason: commitment?"
    ),
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
    "debates.brief.taken-in": (
        "brief: id, debate: id, title: commitment, rights: word, passages: number, remarks: number"
    ),
    "debates.brief.grown": "brief: id, debate: id, remarks: number",
    "debates.passage.taken-in": (
        "passage: id, brief: id, order: number, form: word, text: commitment?"
    ),
    "debates.passage.quoted": "passage: id, brief: id, text: commitment",
    "debates.remark.taken-in": "remark: id, brief: id, answers: id?, text: commitment",
    "debates.remark.claimed": (
        "claim: id, remark: id, member: id?, withdraw: flag, reason: commitment, grant_at: moment"
    ),
    "debates.remark.granted": "claim: id, remark: id, member: id?, withdraw: flag, ground: word",
    "debates.remark.claim-ended": "claim: id, remark: id, ground: word",
    "debates.remark.withdrawn": "remark: id, brief: id",
    "debates.position.marked": (
        "position: id, debate: id, source: id, start: number, end: number, label: commitment, "
        "viewpoint: id?"
    ),
    "debates.position.assigned": "position: id, debate: id, viewpoint: id?",
    "debates.invitation.made": "invitation: id, debate: id, position: id?, letter: commitment",
    "debates.invitation.ended": "invitation: id, debate: id",
    "debates.move.proposed": (
        "move: id, debate: id, moderator: id, form: word, viewpoint: id?, contribution: id?, "
        "onto: id?, question: commitment?, reason: commitment"
    ),
    "debates.move.seconded": "move: id, debate: id, moderator: id",
    "debates.move.undone": "move: id, debate: id, objection: id",
    "debates.move.agreed": "move: id, debate: id, delegate: id, again: flag",
    "debates.move.restored": "move: id, debate: id",
    "debates.text.reported": (
        "report: id, case: id, debate: id, subject: id, text: commitment, ground: word, "
        "origin: word, reason: commitment, law: commitment?, onto: id?, joined: flag"
    ),
    "debates.report.withdrawn": "report: id, case: id, last: flag",
    "debates.text.restricted": (
        "restriction: id, case: id, debate: id, subject: id, text: commitment, ground: word, "
        "effect: word, reason: commitment"
    ),
    "debates.text.restored": (
        "restriction: id, case: id, subject: id, text: commitment, ground: word"
    ),
    "debates.text.appealed": "restriction: id, case: id, subject: id",
    "debates.text.rephrased": (
        "contribution: id, debate: id, case: id, number: number, text: commitment"
    ),
    "debates.text.held": (
        "case: id, subject: id, text: commitment, place: id, until: moment, reason: commitment"
    ),
    "debates.reply.published": "notice: id, case: id, subject: id, reply: commitment",
    "debates.merger.asked": "merger: id, case: id, viewpoint: id, into: id, reason: commitment",
    "debates.split.asked": (
        "split: id, case: id, viewpoint: id, name: commitment, statement: commitment, reason: "
        "commitment"
    ),
    "debates.viewpoint.merged": "viewpoint: id, into: id, case: id, reason: commitment",
    "debates.viewpoint.parted": "viewpoint: id, into: id, case: id",
    "debates.viewpoint.split": "viewpoint: id, made: id, case: id, reason: commitment",
    "debates.evidence-label.asked": (
        "label: id, case: id, evidence: id, word: word, reason: commitment"
    ),
    "debates.evidence-label.put": (
        "label: id, case: id, evidence: id, word: word, reason: commitment"
    ),
    "debates.evidence-label.taken": "label: id, case: id, evidence: id, word: word",
}
