"""The rules of what the College decides about itself."""
