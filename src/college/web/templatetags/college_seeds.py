"""What a page that rests on a seed says of it."""

from typing import TYPE_CHECKING

from django import template

from college.committees.queries.epochs import is_demonstration

if TYPE_CHECKING:
    from college.committees.models import Epoch

register = template.Library()


@register.inclusion_tag("committees/parts/randomness.html")
def randomness(epoch: "Epoch") -> dict[str, object]:
    """``{% randomness epoch %}``: where the seed comes from, and whether it is for demonstration only."""
    return {"epoch": epoch, "demonstration": is_demonstration(epoch)}
