"""What committees remember."""

from college.committees.models.epoch import Contribution, Contributor, Epoch, Share

__all__ = ["Contribution", "Contributor", "Epoch", "Share"]
