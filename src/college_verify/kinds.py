"""The kinds of entries and their fields: ``spec/entries.md`` as data. A kind not here is a finding."""

#: Kind: its fields as ``name: type``, in the order of the specification.
KINDS: dict[str, str] = {
    "record.college.founded": "origin: origin, preset: word, charter: commitment",
    "record.text.erased": "commitment: commitment, ground: word",
    "record.text.withheld": "commitment: commitment, ground: word, case: id?, until: moment",
    "record.text.released": "commitment: commitment",
}


def fields(kind: str) -> dict[str, str]:
    """Name and type of every field of a kind. Raises ``KeyError`` for an unknown one."""
    written = KINDS[kind]
    pairs = (part.split(":") for part in written.split(",")) if written else ()
    return {name.strip(): type_.strip() for name, type_ in pairs}
