"""One file per format, each turning a checked source into an arriving brief."""
