"""Writes ``spec/vectors/ballots.json`` anew: ``python -m tests.agreement.ballot_vectors``.

Every run makes fresh keys. The file that is kept was made once: both hands meet bytes they did not make.
"""

import json
from pathlib import Path

from college.committees.rules.ballots import digest
from college.committees.rules.signatures import Algorithm, SignatureKind
from college.committees.rules.tally import Choice
from tests.factories.ballots import Signer, make_ballot

FILE = Path(__file__).resolve().parents[2] / "spec" / "vectors" / "ballots.json"
_KEYS = [
    *((SignatureKind.PASSKEY, algorithm) for algorithm in Algorithm),
    (SignatureKind.DEVICE, Algorithm.ED25519),
    (SignatureKind.SOFTWARE, Algorithm.ED25519),
]


def vectors() -> dict[str, object]:
    salt = bytes(range(32))
    cases = []
    for kind, algorithm in _KEYS:
        signer = Signer(kind, algorithm)
        for ballot in (make_ballot(), make_ballot(choice=Choice.KEEP, ground="")):
            signature = signer.sign(ballot.text)
            cases.append(
                {
                    "name": f"{kind} {algorithm} {ballot.choice}",
                    "key": signer.key.document(),
                    "ballot": ballot.text.decode(),
                    "signature": signature.document(),
                    "salt": salt.hex(),
                    "seal": digest(salt, ballot.text, signature),
                }
            )
    return {
        "about": "Signed ballots, as spec/ballots.md has them; each holds. Seals with the salt given.",
        "cases": cases,
    }


if __name__ == "__main__":
    FILE.write_text(json.dumps(vectors(), indent=1) + "\n", "utf-8")
