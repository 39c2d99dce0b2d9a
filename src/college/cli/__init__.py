"""The command line: one program, ``college``, thin over the actions.

Importing this package prepares Django, so that the commands can import what they need at their top.
Exit status: 0 done, 1 something does not hold, 2 bad input.
"""

import os

import django

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "college.config.settings")
django.setup()
