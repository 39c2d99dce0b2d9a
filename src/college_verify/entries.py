"""One entry: canonical bytes, the envelope of ``spec/record.md`` section 1, the fields of its kind."""

from dataclasses import dataclass

from college_verify import kinds
from college_verify.canonical import decode_canonical
from college_verify.fields import HOLDS, is_id, is_moment
from college_verify.findings import Broken, shown

_ENVELOPE = {"actor", "at", "data", "kind", "v"}
_OFFICES = {"clock", "import", "steward"}
_COMMITTING = {"commitment", "commitment?", "commitments"}
_SCHEMAS = {kind: kinds.fields(kind) for kind in kinds.KINDS}
_COMMITMENTS = {
    kind: tuple(name for name, type_ in fields.items() if type_ in _COMMITTING)
    for kind, fields in _SCHEMAS.items()
}


@dataclass(frozen=True, slots=True)
class Entry:
    """An entry that holds to the specification."""

    kind: str
    at: str
    actor: str
    data: dict[str, object]

    def commitments(self) -> list[str]:
        """Every commitment it makes or names."""
        found: list[str] = []
        for name in _COMMITMENTS[self.kind]:
            value = self.data[name]
            found.extend(value if isinstance(value, list) else [value])  # type: ignore[list-item]
        return [c for c in found if c]


def read(data: bytes) -> Entry:
    """The entry in ``data``. Raises ``Broken`` with the first thing that does not hold."""
    value = decode_canonical(data)
    if not isinstance(value, dict) or value.keys() != _ENVELOPE:
        raise Broken("it is no object with exactly actor, at, data, kind and v")
    version, kind, at, actor = value["v"], value["kind"], value["at"], value["actor"]
    if type(version) is not int or version != 1:
        raise Broken(f"its version is {shown(version)}, not 1")
    if not is_moment(at):
        raise Broken(f"its moment {shown(at)} is malformed or never was")
    if not is_id(actor) and not (isinstance(actor, str) and actor in _OFFICES):
        raise Broken(f"its actor {shown(actor)} is neither a public id nor an office")
    if not isinstance(kind, str) or kind not in _SCHEMAS:
        raise Broken(f"its kind {shown(kind)} is unknown to this program")
    _check_data(kind, value["data"])
    return Entry(kind, str(at), str(actor), value["data"])


def _check_data(kind: str, data: object) -> None:
    schema = _SCHEMAS[kind]
    if not isinstance(data, dict) or data.keys() != schema.keys():
        raise Broken(f"its data has not exactly the fields of {kind}: {', '.join(schema)}")
    for name, type_ in schema.items():
        if not HOLDS[type_](data[name]):
            raise Broken(f"its field {name} is {shown(data[name])}, which is no {type_}")
