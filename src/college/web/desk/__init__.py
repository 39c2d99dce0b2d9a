"""A member's desk: what waits for me, in every room, on one page."""
