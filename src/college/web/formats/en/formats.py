"""English dates: the day before the month, in words, and a clock of twenty-four hours beside UTC."""

DATE_FORMAT = "j F Y"
DATETIME_FORMAT = "j F Y, H:i"
TIME_FORMAT = "H:i"
