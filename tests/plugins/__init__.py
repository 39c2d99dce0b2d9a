"""What pytest loads with ``-p``, before settings and before any conftest."""
