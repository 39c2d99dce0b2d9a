"""A College with one of everything in it, and all its addresses."""

from collections.abc import Iterator
from urllib.parse import quote

from django.urls import URLPattern, URLResolver, get_resolver

from college.debates.actions.answers import answer
from college.debates.actions.arguments import add_argument
from college.debates.actions.challenges import challenge
from college.debates.actions.concessions import concede
from college.debates.actions.definitions import add_definition
from college.debates.actions.drafts import add_draft
from college.debates.actions.evidence import add_evidence
from college.debates.actions.invitations import invite
from college.debates.actions.moves import propose_move
from college.debates.actions.objections import object_to_viewpoint
from college.debates.actions.outside_notices import give_notice
from college.debates.actions.positions import mark_position
from college.debates.actions.qualifications import qualify
from college.debates.actions.questions import add_turn
from college.debates.actions.remarks import claim_remark
from college.debates.actions.reports import report
from college.debates.actions.revisions import revise
from college.debates.actions.viewpoints import propose_viewpoint
from college.debates.models import Link
from college.debates.rules.kinds import MoveKind
from college.debates.rules.stages import Stage
from tests.debates.actions.said import LINE, make_room
from tests.factories.briefs import make_brief
from tests.factories.debates import STATEMENT, add_pair, make_debate
from tests.factories.people import make_member, make_steward, suspend

LETTER = "Please come and tell us what the ferry means to those on the far bank of the water."
REASON = "This is about another ferry altogether."
#: Who asks. The first has no account.
ROLES = (
    "reader",
    "newcomer",
    "holder",
    "opponent",
    "delegate",
    "undecided",
    "moderator",
    "steward",
    "suspended",
)
_KINDS = {"SlugConverter": "slug", "StringConverter": "str", "IntConverter": "int"}


class World:
    """A debate with one of everything, and one that is still being framed."""

    def __init__(self) -> None:
        self.room = room = make_room()
        stand, debate = room.stand, room.debate
        self.claim = claim = room.claim(room.one)
        other = room.claim(room.two, "The bridge is closed in winter.")
        argument = add_argument(
            room.act(room.two),
            debate,
            form="opposes",
            premises=[other],
            conclusion=claim,
            text="Nobody can cross it then.",
        )
        self.evidence = evidence = add_evidence(
            room.act(room.one),
            debate,
            bears_on=claim,
            form="for",
            source=LINE,
            quotation="Daily from nine.",
            text="The table says so.",
        )
        asked = challenge(room.act(room.two), claim, form="unclear", text="Which ferry?")
        said = answer(room.act(room.one), asked, text="The winter one.")
        self.granted = granted = concede(
            room.act(room.delegate), claim, text="Granted.", condition="If it freezes."
        )
        self.sense = sense = add_definition(
            room.act(room.one), debate, term="Ferryboat", text="A vessel that comes back."
        )
        limit = qualify(room.act(room.one), claim, text="Not on holidays.")
        revise(room.act(room.two), other, text="The bridge is closed all winter.", expected=1)
        brief = make_brief(stand)
        passage, remark = brief.passages.first(), brief.remarks.first()
        position = mark_position(
            room.act(room.one), brief, exact="Close it in winter", label="Close it soon"
        )
        invitation = invite(room.act(room.one), debate, letter=LETTER)
        late = propose_viewpoint(
            room.act(room.undecided), debate, name="Another way", statement=STATEMENT
        )
        objection = object_to_viewpoint(room.act(room.one), late, reason=REASON)
        pair = add_pair(stand)
        move = propose_move(
            room.act(pair[0]), debate, kind=MoveKind.OFF_TOPIC, reason=REASON, contribution=claim
        )
        outside = claim_remark(room.act(room.mate), remark, withdraw=False, reason=REASON)
        framed = make_debate(Stage.FRAMING, wording="Should the town build a bridge at all, ever?")
        add_turn(room.act(room.one), debate, on=framed.debate, reason=REASON)
        draft = add_draft(
            framed.act(framed.holders[0]),
            framed.debate,
            wording="Should the town build a bridge?",
            viewpoints_listed=["Yes, a bridge", "No bridge"],
        )
        self.brief, self.remark, self.position = brief, remark, position
        self.slugs = [debate.slug, framed.debate.slug]
        self.code = invitation.code
        reported = report(room.act(room.two), claim, ground="insult", reason=REASON)
        self.month = f"{reported.at:%Y-%m}"
        self.notice_id = give_notice(
            room.act(room.two), sense, ground="insult", reason=REASON, address="a@ferry.example"
        ).public_id
        self.claim_id = outside.public_id
        rows = (
            claim,
            argument,
            evidence,
            asked,
            said,
            granted,
            sense,
            limit,
            brief,
            passage,
            remark,
        )
        rows += (position, invitation, late, objection, move, draft, room.one, debate)
        rows += (stand.viewpoints[0], framed.viewpoints[0], *Link.objects.all()[:3])
        rows += tuple(stand.viewpoints[1].delegates.all())
        self.ids = [row.public_id for row in rows]
        self.people = {
            "reader": None,
            "newcomer": make_member(),
            "holder": room.one,
            "opponent": room.two,
            "delegate": room.delegate,
            "undecided": room.undecided,
            "moderator": pair[0],
            "steward": make_steward(),
            "suspended": suspend(make_member()),
        }

    def values(self, **other: str) -> dict[str, str]:
        """What the parts of an address are by default."""
        return {
            "slug": self.slugs[0],
            "code": self.code,
            "claim_id": self.claim_id,
            "public_id": self.ids[0],
            "before": self.room.debate.public_id,
            "subject": "crossings",
            "way": "why",
            "kind": "off-topic",
            "after": "open-1",
            "number": "1",
            "position": "1",
            "page": "1",
            "notice_id": self.notice_id,
            "month": self.month,
            "area": "conduct",
            "term": "1",
            "place_id": self.ids[0],
            "epoch": self.ids[0],
            "key": "terms",
            "statement": self.ids[0],
            "source": self.ids[0],
            "case": self.ids[0],
            "file": "summary.md",
            "name": "quiz.json",
            "token": "no-such-attempt-here22",
            "mark": "0" * 24,
        } | other


def routes() -> Iterator[tuple[str, dict]]:
    """Every address of ours as (route, converters); accounts are left to allauth, files to their room."""
    for route, converters in _walk(get_resolver().url_patterns, "/", {}):
        if not route.startswith("/accounts/") and "(?P" not in route:
            yield route, converters


def _walk(found, prefix, converters):
    for one in found:
        route, known = prefix + str(one.pattern), converters | one.pattern.converters
        if isinstance(one, URLResolver):
            yield from _walk(one.url_patterns, route, known)
        elif isinstance(one, URLPattern):
            yield route, known


def filled(route: str, converters: dict, values: dict[str, str]) -> str:
    """The address with its parts as they come over the wire."""
    for name, converter in converters.items():
        part = f"<{_KINDS[type(converter).__name__]}:{name}>"
        route = route.replace(part, quote(values[name], safe=""))
    return route


def addresses(world: World) -> Iterator[str]:
    """Every address with every public id in it, of both debates; most of them name nothing."""
    for route, converters in routes():
        for slug in world.slugs if "slug" in converters else [""]:
            for public_id in world.ids if "public_id" in converters else [""]:
                yield filled(route, converters, world.values(slug=slug, public_id=public_id))
