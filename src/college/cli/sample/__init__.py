"""The sample College: two debates among made-up people, acted out through the same actions as real ones."""
