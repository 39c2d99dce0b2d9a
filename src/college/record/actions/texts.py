"""Commit texts and canonical documents; withhold them, release them, erase them."""

import re
import secrets
from collections.abc import Iterable
from datetime import datetime

from django.db import transaction

from college.ground.act import Act
from college.ground.moments import rfc3339
from college.ground.prose import render
from college.ground.refusals import Refusal
from college.record.actions.entries import append
from college.record.events import TextErased, TextReleased, TextWithheld
from college.record.models import Text, TextState
from college.record.rules.canonical import encode_entry
from college.record.rules.commitment import SALT_LENGTH, commitment, text_bytes

#: As spec/entries.md has it: the record holds no sentence about anybody.
_WORD = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")


def commit(words: str) -> Text:
    """Keep a text (Markdown) and its rendering; gives the row whose ``commitment`` an event names."""
    row = _text(text_bytes(words), rendered=render(words))
    row.save(force_insert=True)
    return row


def commit_plain(words: str, *, salt: bytes | None = None) -> Text:
    """Keep a text that is shown letter for letter (imported passages and remarks, quotations).

    ``salt``: 32 bytes, where somebody has signed the commitment before it is kept (a ballot's reason).
    """
    row = _text(text_bytes(words), rendered="", salt=salt)
    row.save(force_insert=True)
    return row


def commit_document(value: object) -> Text:
    """Keep a canonical JSON document (a charter, a pool, a table)."""
    row = _text(encode_entry(value), rendered="")
    row.is_document = True
    row.save(force_insert=True)
    return row


def commit_many_plain(texts: Iterable[str]) -> list[Text]:
    """Keep many letter-for-letter texts in one go, in order."""
    rows = [_text(text_bytes(words), rendered="") for words in texts]
    return Text.objects.bulk_create(rows, batch_size=500)


@transaction.atomic
def erase(act: Act, text: Text, *, ground: str) -> None:
    """Empty a text for ever; its commitment, the ground and the day stay. Safe to repeat.

    ``ground`` is a word of a closed list (``withdrawn``, ``law``, …), never a sentence about anybody.
    """
    _check_word(ground)
    row = Text.objects.select_for_update().get(pk=text.pk)
    if row.state == TextState.TOMBSTONE:
        return
    row.state, row.ground, row.case, row.until = TextState.TOMBSTONE, ground, "", None
    row.salt = row.body = None
    row.rendered, row.changed_at = "", act.at
    row.save()
    append(act, TextErased(commitment=row.commitment, ground=ground))


@transaction.atomic
def withhold(act: Act, text: Text, *, ground: str, case: str, until: datetime | None) -> None:
    """Stop publishing a text until a moment; reversible. An erased text cannot be withheld.

    ``until`` is None where a verdict on ``case`` withholds it: nothing but ``release`` ends that.
    ``ground`` is a word as in ``erase``, ``case`` a public id or empty. Withheld again, the later holds.
    """
    _check_word(ground)
    if until is None and not case:
        raise ValueError("only a case withholds a text without an end")
    if until is not None and until <= act.at:
        raise ValueError("a text is withheld until a later moment")
    row = Text.objects.select_for_update().get(pk=text.pk)
    if row.state == TextState.TOMBSTONE:
        raise Refusal("record.text.erased")
    row.state, row.ground, row.case, row.until = TextState.WITHHELD, ground, case, until
    row.changed_at = act.at
    row.save()
    told = rfc3339(until) if until is not None else ""
    append(act, TextWithheld(commitment=row.commitment, ground=ground, case=case, until=told))


@transaction.atomic
def release(act: Act, text: Text) -> None:
    """Publish a withheld text again. Safe to repeat."""
    row = Text.objects.select_for_update().get(pk=text.pk)
    if row.state != TextState.WITHHELD:
        return
    row.state, row.ground, row.case, row.until = TextState.OPEN, "", "", None
    row.changed_at = act.at
    row.save()
    append(act, TextReleased(commitment=row.commitment))


def _check_word(ground: str) -> None:
    if not _WORD.fullmatch(ground):
        raise ValueError(f"a ground is a word of a closed list, not {ground!r}")


def _text(body: bytes, *, rendered: str, salt: bytes | None = None) -> Text:
    salt = salt or secrets.token_bytes(SALT_LENGTH)
    return Text(commitment=commitment(salt, body), salt=salt, body=body, rendered=rendered)
