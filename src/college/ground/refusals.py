"""A rule said no. Carries a code and its parameters, never a sentence: words are added at the edge."""


class Refusal(Exception):
    """Something a person can mend. ``code`` is ``room.noun.reason``; ``params`` fill its sentence.

    >>> raise Refusal("debates.contribution.too-long", words=512, most=300)
    """

    def __init__(self, code: str, /, **params: object) -> None:
        super().__init__(code)
        self.code = code
        self.params = params

    def __reduce__(self) -> tuple[object, tuple[type, str, dict[str, object]]]:
        return _rebuild, (type(self), self.code, self.params)

    def __repr__(self) -> str:
        return f"Refusal({self.code!r}, {self.params!r})"


def _rebuild(kind: type[Refusal], code: str, params: dict[str, object]) -> Refusal:
    return kind(code, **params)
