"""The kinds of entries of summaries."""

SUMMARIES: dict[str, str] = {
    "summaries.summary.begun": "summary: id, debate: id, round: number, drafting_until: moment",
    "summaries.state.begun": "summary: id, state: word, until: moment?",
    "summaries.editor.seated": "editor: id, summary: id, side: number, member: id, viewpoint: id?",
    "summaries.editor.left": "editor: id, summary: id, side: number, member: id, viewpoint: id?",
    "summaries.draft.handed": "draft: id, summary: id, side: number",
    "summaries.draft.taken-back": "draft: id, summary: id, side: number",
    "summaries.draft.worded": "draft: id, texts: commitments",
    "summaries.draft.opened": "draft: id, summary: id, side: number, document: commitment",
    "summaries.section.signed": (
        "summary: id, round: number, section: word, viewpoint: id?, side: number, take: word"
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
}
