"""What the exchange remembers: files on their way in."""

from college.exchange.models.arrival import Arrival

__all__ = ["Arrival"]
