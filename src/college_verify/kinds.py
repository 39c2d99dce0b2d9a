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
    "summaries.summary.begun": "summary: id, debate: id, round: number, drafting_until: moment",
    "summaries.state.begun": "summary: id, state: word, until: moment?",
    "summaries.editor.seated": "editor: id, summary: id, side: number, member: id, viewpoint: id?",
    "summaries.editor.left": "editor: id, summary: id, side: number, member: id, viewpoint: id?",
    "summaries.draft.handed": "draft: id, summary: id, side: number",
    "summaries.draft.taken-back": "draft: id, summary: id, side: number",
    "summaries.draft.worded": "draft: id, texts: commitments",
    "summaries.draft.opened": "draft: id, summary: id, side: number, document: commitment",
    "summaries.section.signed": (
        "summary: id, round: number, section: word, viewpoint: id?, side: number, take: word, "
        "digest: digest?"
    ),
    "summaries.section.asked": "summary: id, case: id, section: word, viewpoint: id?",
    "summaries.section.settled": (
        "summary: id, round: number, section: word, viewpoint: id?, take: word, case: id?"
    ),
    "summaries.omission.reasoned": "summary: id, contribution: id, text: commitment",
    "summaries.version.worded": "version: id, texts: commitments",
    "summaries.version.made": (
        "version: id, summary: id, debate: id, number: number, document: commitment, "
        "coverage: commitment"
    ),
    "summaries.version.returned": "version: id, summary: id, ground: word",
    "summaries.certificate.asked": "version: id, section: word, viewpoint: id?, case: id",
    "summaries.certificate.granted": (
        "version: id, section: word, viewpoint: id?, case: id, reason: commitment?"
    ),
    "summaries.certificate.refused": (
        "version: id, section: word, viewpoint: id?, case: id, reason: commitment?"
    ),
    "summaries.version.certified": "version: id, summary: id, number: number, reserved: ids",
    "summaries.attestation.given": (
        "attestation: id, version: id, viewpoint: id, statement: id?, fairness: word, "
        "comment: commitment?"
    ),
    "summaries.attestation.answered": "attestation: id, text: commitment",
    "summaries.comment.made": (
        "comment: id, version: id, viewpoint: id?, text: commitment, words: number, "
        "start: number, end: number"
    ),
    "summaries.comment.withdrawn": "comment: id",
    "summaries.comment.reported": "comment: id, case: id, ground: word",
    "summaries.comment.restricted": "comment: id, case: id, ground: word, reason: commitment",
    "summaries.comment.restored": "comment: id, case: id",
    "summaries.crux.named": (
        "crux: id, summary: id, claim: id, claim_text: commitment, first: id, second: id"
    ),
    "summaries.crux.dropped": "crux: id, summary: id",
    "summaries.mind.told": "crux: id, viewpoint: id, text: commitment",
    "summaries.reopening.proposed": (
        "reopening: id, debate: id, crux: id, source: commitment, quotation: commitment, "
        "reason: commitment, reopens_at: moment"
    ),
    "summaries.reopening.objected": "reopening: id, debate: id, case: id, reason: commitment",
    "summaries.reopening.done": "reopening: id, debate: id, evidence: id?",
    "summaries.reopening.stopped": "reopening: id, debate: id, case: id, reason: commitment",
    "committees.contributor.enrolled": "contributor: id, member: id?, calling: word",
    "committees.contributor.keyed": "contributor: id, key: commitment",
    "committees.contributor.left": "contributor: id, ground: word",
    "committees.epoch.opened": (
        "epoch: id, number: number, pool: digest, contributors: ids, threshold: number, "
        "seals_at: moment, ends_at: moment, chain: digest?, round: number"
    ),
    "committees.epoch.committed": "epoch: id, contributor: id, secret: digest",
    "committees.epoch.lodged": "epoch: id, contributor: id, shares: digests, boxes: commitment",
    "committees.epoch.acknowledged": "epoch: id, contributor: id, dealers: ids, refused: ids",
    "committees.epoch.sealed": (
        "epoch: id, cases: digest, counted: ids, ends_at: moment, round: number"
    ),
    "committees.epoch.postponed": "epoch: id, ends_at: moment, round: number",
    "committees.epoch.revealed": "epoch: id, contributor: id, secret: digest",
    "committees.share.opened": "epoch: id, dealer: id, contributor: id, share: digest",
    "committees.epoch.recovered": "epoch: id, contributor: id, secret: digest",
    "committees.epoch.drawn": "epoch: id, seed: digest, round: number, signature: hex",
    "committees.epoch.voided": "epoch: id, ground: word, dealers: ids",
    "committees.roster.announced": "roster: id, number: number, epoch: id, announcement: commitment",
    "committees.roster.begun": "roster: id, epoch: id, places: commitment, ends_at: moment",
    "committees.roster.ended": "roster: id",
    "committees.place.left": "place: id, roster: id, ground: word, case: id?",
    "committees.case.filed": (
        "case: id, procedure: word, rule: word, scope: id?, shown: commitments"
    ),
    "committees.case.withdrawn": "case: id",
    "committees.draw.announced": "case: id, epoch: id, announcement: digest",
    "committees.draw.made": "case: id, epoch: id, seating: digest",
    "committees.draw.unmet": "case: id, ground: word",
    "committees.seat.changed": "case: id, change: digest",
    "committees.ballot.sealed": "case: id, seat: id, ballot: digest",
    "committees.case.closed": "case: id, stories: commitments, reasons: commitments",
    "committees.verdict.given": (
        "case: id, step: word, verdict: word, ground: word, provisional: flag, due: moment"
    ),
    "committees.verdict.enacted": "case: id, verdict: word",
    "committees.case.appealed": "case: id",
    "committees.steward.voted": (
        "case: id, steward: id, choice: word, ground: word, reason: commitment"
    ),
    "committees.key.enrolled": "place: id, key: commitment",
    "committees.key.revoked": "place: id, key: commitment",
    "committees.duty.chosen": "place: id, begins: moment, ends: moment",
    "committees.duty.dropped": "place: id, begins: moment, ends: moment",
    "committees.sample.drawn": "epoch: id, sample: word, considered: ids, chosen: ids",
    "committees.retrial.ended": "case: id, epoch: id, verdict: word, found: word, ground: word",
    "committees.control.certified": "control: id, case: id",
    "committees.control.refused": "control: id, case: id",
    "committees.control.opened": (
        "control: id, case: id, certificate: id, pair: id, text: commitment, "
        "answer: word, verdict: word"
    ),
    "committees.breaker.tripped": "roster: id, ground: word",
    "committees.absence.begun": "place: id, case: id, until: number",
    "committees.absence.ended": "place: id, case: id, ground: word",
    "committees.absence.held": "case: id, roster: id, ground: word",
}


def fields(kind: str) -> dict[str, str]:
    """Name and type of every field of a kind. Raises ``KeyError`` for an unknown one."""
    pairs = (part.split(":") for part in KINDS[kind].split(","))
    return {name.strip(): type_.strip() for name, type_ in pairs}
