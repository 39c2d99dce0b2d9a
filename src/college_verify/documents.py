"""Committed documents that other checks need: read from the published texts, each once."""

from hashlib import sha256
from typing import Any

from college_verify import texts
from college_verify.canonical import decode, encode
from college_verify.findings import Broken, shown
from college_verify.sources import Source
from college_verify.states import States


class Documents:
    """What stands behind commitments. A document that is withheld or erased cannot be had."""

    def __init__(self, source: Source, states: States) -> None:
        self._source = source
        self._states = states

    def read(self, commitment: str, version: str = "") -> Any:
        """The document; of ``version``, if one is asked for. Raises ``Broken``."""
        path = texts.path(commitment)
        data = self._source.read(path, texts.LARGEST_TEXT)
        if data is None:
            raise Broken(f"the document {path} is missing")
        try:
            texts.check(data, commitment, self._states.state(commitment))
        except Broken as error:
            raise Broken(f"the document {path} does not hold: {error}") from None
        value = decode(data)
        if not isinstance(value, dict) or not isinstance(value.get("document"), dict):
            raise Broken(f"the document {path} cannot be read: it is no open document")
        document = value["document"]
        if version and document.get("v") != version:
            raise Broken(f"the document {path} is of version {shown(document.get('v'))}")
        return document


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
