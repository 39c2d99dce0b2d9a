"""Law 8: what was erased or withheld is given to nobody to recognise, and what was deleted is nowhere."""

import pytest
from django.apps import apps
from django.db.models import Field

from college.quizzes.actions.retelling_hearings import report_unmarked
from college.quizzes.actions.retellings import withdraw_retelling
from college.quizzes.queries.retellings import unread
from college.record.actions.texts import erase, withhold
from college.record.models import Text
from tests.factories.acts import make_act
from tests.factories.colleges import make_college
from tests.factories.retellings import WORDS, Hall, make_hall

pytestmark = pytest.mark.django_db


@pytest.fixture
def hall() -> Hall:
    make_college()
    return make_hall()


def real(hall: Hall) -> list[str]:
    return [one.html for one in unread(hall.readers[0], hall.viewpoint) if one.real is not None]


def test_law_8_real_statements_that_are_erased_or_withheld_are_not_read(hall: Hall) -> None:
    before = real(hall)
    act = make_act("steward", at=hall.stand.at)
    first, second = (Text.objects.get(rendered=html) for html in before[:2])
    erase(act, first, ground="law")
    withhold(act, second, ground="unlawful", case="c", until=None)
    assert real(hall) == before[2:]


def test_law_8_deleted_words_are_in_no_row_even_where_panels_read_them(hall: Hall) -> None:
    made, reader = hall.write(), hall.readers[0]
    mark = hall.mark(reader, made)
    reason = "It calls the holders names instead of stating it."
    report_unmarked(hall.act(reader), hall.viewpoint, mark, ground="insult", reason=reason)
    withdraw_retelling(hall.act(hall.writer), made)
    words = WORDS.encode()
    for model in apps.get_models():
        for row in model._default_manager.all():
            kept = [getattr(row, f.attname) for f in model._meta.fields if isinstance(f, Field)]
            assert not any(words in bytes(v) for v in kept if isinstance(v, bytes | memoryview))
            assert not any(WORDS in v for v in kept if isinstance(v, str)), model
