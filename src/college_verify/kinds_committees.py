"""The kinds of entries of committees."""

COMMITTEES: dict[str, str] = {
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
