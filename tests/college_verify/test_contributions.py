"""What the verifier makes of a debate's entries where one change follows on another."""

from college_verify.contributions import Contributions
from college_verify.entries import Entry
from tests.college_verify.summarising import AT, DEBATE, EDITOR, Told, key, made

A, B, C = "0vewp00000000", "0vewp00000001", "0vewp00000002"
CASE = "0case00000000"


def followed(*told: tuple[str, dict]) -> Contributions:
    found = Contributions()
    for number, viewpoint in enumerate((A, B, C)):
        data = {"viewpoint": viewpoint, "debate": DEBATE, "letter": "abc"[number]}
        found.follow(number, Entry("debates.viewpoint.admitted", AT, EDITOR, data))
    for number, (kind, data) in enumerate(told, start=3):
        found.follow(number, Entry(kind, AT, EDITOR, data))
    return found


def merged(part: str, whole: str) -> tuple[str, dict]:
    return "debates.viewpoint.merged", {"viewpoint": part, "into": whole, "case": CASE}


def parted(part: str) -> tuple[str, dict]:
    return "debates.viewpoint.parted", {"viewpoint": part, "into": "", "case": CASE}


def test_what_was_merged_goes_along_and_stays_where_it_went():
    found = followed(merged(A, B), merged(B, C))
    assert found.viewpoints(DEBATE) == [C]
    assert [found.root(one) for one in (A, B, C)] == [C, C, C]
    apart = followed(merged(A, B), merged(B, C), parted(B))
    assert apart.viewpoints(DEBATE) == [B, C]
    assert [apart.root(one) for one in (A, B, C)] == [C, B, C]


def test_a_viewpoint_that_was_never_admitted_is_none():
    assert followed().root("0vewp00000009") == ""
    assert followed().root("") == ""


def scene(log: Told):
    """The debate of the written record, with what was added to it."""
    found = Contributions()
    for index, entry in enumerate(log.entries):
        found.follow(index, Entry(entry["kind"], entry["at"], entry["actor"], entry["data"]))
    return found.scene(DEBATE)


def test_an_undone_move_groups_nothing_until_it_is_agreed_again():
    log = made()
    assert scene(log).points[key(6)].onto == key(0)
    move = {"move": "0mve000000000", "debate": DEBATE}
    log.say("debates.move.undone", **move, objection=CASE)
    assert scene(log).points[key(6)].onto == ""
    log.say("debates.move.agreed", **move, delegate=EDITOR, again=False)
    assert scene(log).points[key(6)].onto == ""
    log.say("debates.move.agreed", **move, delegate=EDITOR, again=True)
    assert scene(log).points[key(6)].onto == key(0)


def test_a_text_that_is_held_back_does_not_stand_until_it_is_released():
    log = made()
    text = log.data("debates.evidence.added")["text"]
    until = "2030-01-01T00:00:00.000Z"
    log.say("record.text.withheld", commitment=text, ground="law", case="", until=until)
    assert key(4) not in scene(log).standing
    log.say("record.text.released", commitment=text)
    assert key(4) in scene(log).standing
    log.say("record.text.erased", commitment=text, ground="law")
    assert key(4) not in scene(log).standing


def test_an_older_wording_that_gave_way_hides_nothing():
    log = made()
    old = log.data("debates.claim.added", contribution=key(0))["text"]
    told = {"case": CASE, "subject": key(0), "text": old, "ground": "insult"}
    gone = {"restriction": "0rest00000000", "debate": DEBATE, "effect": "behind", "reason": old}
    log.say("debates.text.restricted", **told, **gone)
    assert key(0) in scene(log).standing
    new = log.data("debates.contribution.revised")["text"]
    log.say("debates.text.restricted", **{**told, **gone, "text": new, "restriction": CASE})
    assert key(0) not in scene(log).standing
    log.say("debates.text.restored", restriction=CASE, case=CASE, subject=key(0), text=new)
    assert key(0) in scene(log).standing


def test_a_challenge_is_open_until_an_answer_stays():
    log = made()
    assert scene(log).asking == {key(5)}
    answer = {"challenge": key(5), "challenge_text": "", "points_to": [], "points_to_texts": []}
    log.add("debates.answer.given", key(8), "", **answer)
    assert scene(log).asking == frozenset()
    told = {"contribution": key(8), "debate": DEBATE, "in_grace": False, "reason": ""}
    log.say("debates.contribution.withdrawn", **told)
    assert scene(log).asking == {key(5)}
    log.say("debates.contribution.withdrawn", **told | {"contribution": key(0)})
    assert scene(log).asking == frozenset()


def test_what_joined_a_challenge_is_asked_on_when_that_is_withdrawn():
    log = made()
    asked = {"form": "unclear", "target": key(0), "target_text": "", "due": "", "joined": key(5)}
    log.add("debates.challenge.put", key(8), "", **asked)
    assert scene(log).joined == {key(8): key(5)}
    told = {"contribution": key(5), "debate": DEBATE, "in_grace": False, "reason": ""}
    log.say("debates.contribution.withdrawn", **told)
    promoted = {
        "challenge": key(8),
        "debate": DEBATE,
        "instead_of": key(5),
        "joined": [],
        "due": AT,
    }
    log.say("debates.challenge.promoted", **promoted)
    found = scene(log)
    assert (found.asking, found.joined) == ({key(8)}, {})
