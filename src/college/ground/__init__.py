"""What every room stands on: the Act, the Refusal, public ids, the charter, prose. Knows no room."""
