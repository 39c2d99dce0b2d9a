"""Committed documents that other checks need: read from the published texts, each once."""

from collections.abc import Iterable, Iterator
from hashlib import sha256
from typing import Any

from college_verify import texts
from college_verify.canonical import decode, encode
from college_verify.findings import Broken, shown
from college_verify.sources import Source, read_ahead
from college_verify.states import States


class Documents:
    """What stands behind commitments. A document that is withheld or erased cannot be had."""

    def __init__(self, source: Source, states: States) -> None:
        self._source = source
        self._states = states

    def is_open(self, commitment: str) -> bool:
        """Whether the entries leave a text or a document open to be read."""
        return self._states.state(commitment).name == "open"

    def read(self, commitment: str, version: str = "") -> Any:
        """The document; of ``version``, if one is asked for. Raises ``Broken``."""
        path = texts.path(commitment)
        document = self._opened(commitment).get("document")
        if not isinstance(document, dict):
            raise Broken(f"the document {path} cannot be read: it is no open document")
        if version and document.get("v") != version:
            raise Broken(f"the document {path} is of version {shown(document.get('v'))}")
        return document

    def texts(self, commitments: Iterable[str]) -> Iterator[tuple[str, str]]:
        """The words of texts that are open, in order. Raises ``Broken``."""
        wide = self._source.distant
        for commitment, value in read_ahead(commitments, self._opened, wide=wide):
            if "text" not in value:
                raise Broken(f"{texts.path(commitment)} is no text")
            yield commitment, value["text"]

    def _opened(self, commitment: str) -> dict[str, Any]:
        """What is published of an open text or document, checked. Raises ``Broken``."""
        path = texts.path(commitment)
        data = self._source.read(path, texts.LARGEST_TEXT)
        if data is None:
            raise Broken(f"the document {path} is missing")
        try:
            texts.check(data, commitment, self._states.state(commitment))
        except Broken as error:
            raise Broken(f"the document {path} does not hold: {error}") from None
        value = decode(data)
        if not isinstance(value, dict):
            raise Broken(f"the document {path} is no object")
        return value


def opened(sealed: Any, version: str = "") -> tuple[str, Any]:
    """The digest and the document of ``{"document", "salt"}``. Raises ``Broken``."""
    if not isinstance(sealed, dict) or not sealed.keys() >= {"document", "salt"}:
        raise Broken("something that was sealed is not opened with document and salt")
    document = sealed["document"]
    if not isinstance(document, dict) or (version and document.get("v") != version):
        raise Broken(f"what was sealed is no document of version {version}")
    try:
        salt = bytes.fromhex(sealed["salt"])
    except (TypeError, ValueError):
        raise Broken("a salt is no hex") from None
    if len(salt) != 32:
        raise Broken("a salt is not 32 bytes long")
    return sha256(salt + encode(document)).hexdigest(), document
