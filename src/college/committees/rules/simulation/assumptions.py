"""What the simulation assumes of people: who colludes, who errs, who stays away, who is bribed."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Assumptions:
    """The world a charter is tried in. Shares and chances are from 0 to 1.

    The values are those of the published tables; all but ``pool`` and ``viewpoints`` are to be fitted
    from control cases and re-trials once there are some.
    """

    pool: int = 2000  #: eligible people
    viewpoints: int = 4  #: of the debate
    side: float | None = (
        None  #: share of the pool that holds the author's viewpoint; None: its even share
    )
    corrupt: float = 0.30  #: share that colludes: always wrong on targeted cases, honest elsewhere
    infiltrate: float | None = (
        None  #: share of colluders under the author's label; None: in proportion
    )
    no_show: float = 0.20  #: honest people who do not come; their seat is filled again
    error: float = 0.10  #: an honest ballot is wrong
    bias: float = 0.05  #: so much less or more often, by whose side it helps
    difficulty: float = 0.10  #: correlation of all ballots of a case
    herding: float = 0.10  #: further correlation inside one panel
    chair: float = 0.05  #: a panel follows one of its members, whoever it is
    bribe: float = 0.02  #: a whole panel is bribed on a targeted case
    leak: float = 0.0  #: a bribe of the first panel reaches the panels after it too
    abusive: float = 0.30  #: share of reported texts that break a rule
    targeted: float = 0.10  #: share of cases the colluders attack
    wronged_appeals: float = 0.50  #: an honest party that wrongly lost appeals
    loser_appeals: float = 0.20  #: a party that rightly lost appeals
    attacker_appeals: float = 0.90  #: the same where the colluders stand behind it
    retrials: float = 0.05  #: share of settled cases tried again
    controls: float = 0.05  #: cases with a known answer, on top of the first panels' load

    @property
    def own_share(self) -> float:
        """Share of the pool that holds the author's viewpoint."""
        return 1 / self.viewpoints if self.side is None else self.side


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of case: is the text abusive, and do the colluders care?"""

    abusive: bool
    targeted: bool


#: In the order of the tables: suppress*, shield*, suppress, shield.
KINDS = (Kind(False, True), Kind(True, True), Kind(False, False), Kind(True, False))


@dataclass(frozen=True, slots=True)
class Attending:
    """Those who come when called, in numbers: the author's own side, all others, and colluders among each."""

    own: int
    own_corrupt: int
    others: int
    others_corrupt: int

    @property
    def everybody(self) -> int:
        return self.own + self.others

    @property
    def corrupt(self) -> int:
        return self.own_corrupt + self.others_corrupt


def attending(world: Assumptions) -> Attending:
    """The pool without those who stay away. Colluders always come: apathy strengthens them."""
    own = round(world.pool * world.own_share)
    corrupt = round(world.pool * world.corrupt)
    posing = world.own_share if world.infiltrate is None else world.infiltrate
    own_corrupt = max(corrupt - (world.pool - own), min(own, round(corrupt * posing)))
    others_corrupt = corrupt - own_corrupt
    come = 1 - world.no_show
    return Attending(
        own=own_corrupt + round((own - own_corrupt) * come),
        own_corrupt=own_corrupt,
        others=others_corrupt + round((world.pool - own - others_corrupt) * come),
        others_corrupt=others_corrupt,
    )


def errors(world: Assumptions, kind: Kind) -> tuple[float, float]:
    """How often an honest ballot is wrong: of the author's own side, of the others."""
    spared, pressed = world.error - world.bias, world.error + world.bias
    return (pressed, spared) if kind.abusive else (spared, pressed)


def weights(world: Assumptions) -> tuple[float, ...]:
    """How often each of ``KINDS`` occurs."""
    return tuple(
        (world.targeted if kind.targeted else 1 - world.targeted)
        * (world.abusive if kind.abusive else 1 - world.abusive)
        for kind in KINDS
    )
