"""The kinds of entries about quizzes."""

QUIZZES: dict[str, str] = {
    "quizzes.quiz.made": "quiz: id, summary: id, debate: id",
    "quizzes.quiz.released": "quiz: id, debate: id, items: ids",
    "quizzes.item.asked": (
        "item: id, quiz: id, version: id, viewpoint: id?, document: commitment, case: id"
    ),
    "quizzes.item.accepted": "item: id, quiz: id, case: id",
    "quizzes.item.dropped": "item: id, quiz: id, case: id, reason: commitment",
    "quizzes.item.stale": "item: id, quiz: id, version: id",
    "quizzes.item.flagged": (
        "item: id, quiz: id, tally: id, viewpoint: id, harder: flag, d: number, case: id"
    ),
    "quizzes.item.kept": "item: id, quiz: id, case: id, reason: commitment",
    "quizzes.item.retired": "item: id, quiz: id, case: id, reason: commitment",
    "quizzes.tally.published": (
        "tally: id, quiz: id, number: number, takers: number, uncounted: number, answers: commitment, "
        "figures: commitment"
    ),
    "quizzes.retelling.reported": "case: id, debate: id, ground: word",
    "quizzes.retelling.restricted": "case: id, ground: word, reason: commitment",
    "quizzes.retelling.restored": "case: id",
}
