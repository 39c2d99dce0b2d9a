"""What the scripts of ``bench/`` share: figures, a College of their own, peers, a server under load."""
