"""The charter, version by version."""

from college.administration.models.charter import CharterVersion

__all__ = ["CharterVersion"]
