"""What the College decides about itself."""
