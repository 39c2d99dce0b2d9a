"""Settings from the environment, addresses, and the checks that refuse to start wrong."""
