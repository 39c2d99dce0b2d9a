"""Each fault that is planted in the record of a summary is found and named."""

import pytest

from tests.college_verify.summarising import (
    AT,
    DEBATE,
    ELSEWHERE,
    ONE,
    SUMMARY,
    TWO,
    A,
    B,
    Told,
    case,
    change,
    coverage,
    document,
    found,
    key,
    made,
    section,
    sentence,
)

#: (section, viewpoint) of the part that the faults touch.
_OTHER = ("holds", B)


@pytest.fixture
def log() -> Told:
    return made()


def wrong_count(log: Told) -> None:
    change(log, coverage(log, ONE), lambda told: told["viewpoints"][1].update(represented=2))


def wrong_space(log: Told) -> None:
    change(log, coverage(log, ONE), lambda told: told["viewpoints"][0].update(space=[10, 1]))


def true_for_one(log: Told) -> None:
    change(log, coverage(log, ONE), lambda told: told["challenges"].update(open=True))


def hidden_omission(log: Told) -> None:
    change(log, coverage(log, ONE), lambda told: told["omissions"].pop())


def changed_reason(log: Told) -> None:
    change(log, coverage(log, ONE), lambda told: told["omissions"][1].update(reason="unreasoned"))


def a_viewpoint_more(log: Told) -> None:
    change(log, coverage(log, ONE), lambda told: told["viewpoints"].append({}))


def across_debates(log: Told) -> None:
    text = log.data("debates.claim.added", contribution=key(7))["text"]
    link = {"contribution": key(7), "text": text}
    change(log, document(log, TWO), lambda told: section(told, _OTHER)[0]["links"].append(link))


def unpinned(log: Told) -> None:
    text = log.data("debates.claim.added", contribution=key(0))["text"]
    change(
        log, document(log, TWO), lambda told: section(told, _OTHER)[0]["links"][0].update(text=text)
    )


def pinned_later(log: Told) -> None:
    """The wording was only made afterwards."""
    log.move(log.find("debates.contribution.revised")[0], len(log.entries) - 1)


def without_link(log: Told) -> None:
    change(log, document(log, TWO), lambda told: section(told, _OTHER)[0]["links"].clear())


def linked_twice(log: Told) -> None:
    def twice(told: dict) -> None:
        links = section(told, _OTHER)[0]["links"]
        links.append(links[0])

    change(log, document(log, TWO), twice)


def one_id_twice(log: Told) -> None:
    change(
        log,
        document(log, TWO),
        lambda told: section(told, _OTHER)[0].update(statement=sentence(0)),
    )


def never_worded(log: Told) -> None:
    log.data("summaries.version.worded", version=TWO)["texts"].clear()


def a_section_missing(log: Told) -> None:
    change(log, document(log, TWO), lambda told: told["sections"].pop(3))


def another_order(log: Told) -> None:
    change(log, document(log, TWO), lambda told: told["sections"].reverse())


def another_question(log: Told) -> None:
    other = log.data("debates.claim.added", contribution=key(0))["text"]
    change(log, document(log, ONE), lambda told: told.update(question=other))


def another_number(log: Told) -> None:
    log.data("summaries.version.made", version=TWO)["number"] = 3


def made_elsewhere(log: Told) -> None:
    log.data("summaries.version.made", version=TWO)["debate"] = ELSEWHERE


def changed_document(log: Told) -> None:
    """The words behind a commitment are others than were committed."""
    section(log.document(document(log, TWO)), _OTHER)[0]["links"].pop()


def no_certificate(log: Told) -> None:
    log.drop("summaries.certificate.granted", case=case(4))


def granted_too_late(log: Told) -> None:
    log.move(log.find("summaries.certificate.granted", case=case(4))[0], len(log.entries) - 1)


def no_certificate_of_a_side(log: Told) -> None:
    log.drop("summaries.certificate.granted", case=case(3))


def carried_over_though_changed(log: Told) -> None:
    """A's section says something else than what its panel granted."""
    part = ("holds", A)
    change(log, document(log, ONE), lambda told: section(told, part)[0]["links"].pop())
    change(log, coverage(log, ONE), _without_the_argument)


def _without_the_argument(told: dict) -> None:
    told["viewpoints"][0].update(represented=1)
    told["omissions"] = [
        {"contribution": key(1), "reason": "unreasoned", "repeats": ""},
        {"contribution": key(2), "reason": "unreasoned", "repeats": ""},
        *told["omissions"],
    ]


def granted_against_the_verdict(log: Told) -> None:
    given = log.data("committees.verdict.given", case=case(3))
    given.update(verdict="keep", ground="none")


def certified_by_another_case(log: Told) -> None:
    log.data("committees.case.filed", case=case(3))["procedure"] = "conduct"


def said_of_another_section(log: Told) -> None:
    log.data("summaries.certificate.granted", case=case(3))["viewpoint"] = A


def reserved_at_once(log: Told) -> None:
    """Nobody may go on after one refusal."""
    log.data("summaries.version.certified")["reserved"] = [case(1)]


def certified_twice(log: Told) -> None:
    log.entries.append(log.entries[log.find("summaries.version.certified")[0]])


def reason_by_a_stranger(log: Told) -> None:
    log.entries[log.find("summaries.omission.reasoned")[0]]["actor"] = "0member000009"


def attested_sentence_that_is_not_there(log: Told) -> None:
    log.data("summaries.attestation.given")["statement"] = sentence(9)


def attested_by_no_side(log: Told) -> None:
    log.data("summaries.attestation.given")["viewpoint"] = DEBATE


def attested_without_a_reason(log: Told) -> None:
    log.data("summaries.attestation.given")["fairness"] = "fair-with-comment"
    log.data("summaries.attestation.given")["comment"] = ""


def comment_beyond_the_end(log: Told) -> None:
    log.data("summaries.comment.made")["end"] = 72


def comment_on_nothing(log: Told) -> None:
    log.data("summaries.comment.made")["start"] = 71


def comment_of_no_side(log: Told) -> None:
    log.data("summaries.comment.made")["viewpoint"] = "0vewp00000009"


def answer_to_nothing(log: Told) -> None:
    log.data("summaries.attestation.answered")["attestation"] = "0attest000009"


def second_summary(log: Told) -> None:
    began = {"summary": "0smmary000001", "debate": DEBATE, "round": 1, "drafting_until": AT}
    log.say("summaries.summary.begun", **began)


def settled_by_no_verdict(log: Told) -> None:
    part = {"summary": SUMMARY, "round": 1, "section": "terms", "viewpoint": ""}
    log.say("summaries.section.settled", **part, take="first", case=case(1))


def settled_otherwise(log: Told) -> None:
    part = {"summary": SUMMARY, "round": 1, "section": "terms", "viewpoint": ""}
    log.say("summaries.section.settled", **part, take="second", case=case(3))


def restricted_comment(log: Told) -> None:
    told = {"comment": "0cmmen0000000", "case": case(1), "ground": "spam"}
    log.say("summaries.comment.restricted", **told, reason=log.commit(text="Spam."))


def crux_of_another_debate(log: Told) -> None:
    text = log.data("debates.claim.added", contribution=key(7))["text"]
    crux = {"crux": "0crx000000000", "summary": SUMMARY, "claim": key(7), "claim_text": text}
    log.say("summaries.crux.named", **crux, first=A, second=B)


FAULTS = [
    (wrong_count, "coverage", "represented of the viewpoint"),
    (wrong_space, "coverage", "space of the viewpoint"),
    (true_for_one, "coverage", "its challenges come to"),
    (hidden_omission, "coverage", "its omissions come to"),
    (changed_reason, "coverage", "its omissions"),
    (a_viewpoint_more, "coverage", "it counts 3 viewpoints, and there are 2"),
    (across_debates, "summaries", "leads to another debate"),
    (unpinned, "summaries", "pins a wording that the contribution never had"),
    (pinned_later, "summaries", "pins a wording that the contribution never had"),
    (without_link, "summaries", "has no link"),
    (linked_twice, "summaries", "links one contribution twice"),
    (one_id_twice, "summaries", "two of its statements have one id"),
    (never_worded, "summaries", "no earlier entry of the summary commits to the words"),
    (a_section_missing, "summaries", "its sections are not those"),
    (another_order, "summaries", "its sections are not those"),
    (another_question, "summaries", "no wording of the debate's question"),
    (another_number, "summaries", "it is version 2 of its summary"),
    (made_elsewhere, "summaries", "its summary is of another debate"),
    (changed_document, "summaries", "what it holds is not what was committed"),
    (no_certificate, "certificates", "its form has no certificate"),
    (granted_too_late, "certificates", "its form has no certificate"),
    (no_certificate_of_a_side, "certificates", "the section of “0vewp00000001” has no certificate"),
    (carried_over_though_changed, "certificates", "“0vewp00000000” has no certificate"),
    (granted_against_the_verdict, "effects", "is keep, not grant"),
    (certified_by_another_case, "summaries", "is no case about section"),
    (said_of_another_section, "summaries", "was not asked about this section"),
    (reserved_at_once, "certificates", "by which nothing in it stands uncertified"),
    (certified_twice, "summaries", "was certified before"),
    (reason_by_a_stranger, "summaries", "its author was no editor then"),
    (attested_sentence_that_is_not_there, "summaries", "has no statement"),
    (attested_by_no_side, "summaries", "has no viewpoint"),
    (attested_without_a_reason, "summaries", "it says no reason"),
    (comment_beyond_the_end, "summaries", "the version has 71 characters"),
    (comment_on_nothing, "summaries", "it is about no words"),
    (comment_of_no_side, "summaries", "has no viewpoint"),
    (answer_to_nothing, "summaries", "there was no attestation"),
    (second_summary, "summaries", "the debate has another summary"),
    (settled_by_no_verdict, "effects", "is keep, not grant"),
    (settled_otherwise, "effects", "the verdict takes “sound”, not “second”"),
    (restricted_comment, "effects", "is keep, not grant"),
    (crux_of_another_debate, "summaries", "the claim leads to another debate"),
]


@pytest.mark.parametrize(("plant", "check", "says"), FAULTS, ids=[f[0].__name__ for f in FAULTS])
def test_a_planted_fault_is_found(log, tmp_path, plant, check, says):
    plant(log)
    told = found(log, tmp_path)
    assert any(line.startswith(f"{check}: ") and says in line for line in told), told
