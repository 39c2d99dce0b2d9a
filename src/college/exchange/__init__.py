"""The door to the outside: articles with their comments come in here, one file per format."""
