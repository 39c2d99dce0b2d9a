"""How much a file may hold. Beyond these an arriving file is refused, never cut."""

MEBIBYTE = 1024 * 1024

#: Raw bytes of any file.
FILE_BYTES = 50 * MEBIBYTE
#: A page (saved text or HTML) is read whole, so it may hold less than an export, which streams.
PAGE_BYTES = 16 * MEBIBYTE
#: Lines of a saved page of plain text.
LINES = 300_000
#: Remarks of one brief.
REMARKS = 20_000
#: Bytes of one remark, one passage, or the whole source of one remark's markup.
TEXT_BYTES = 100_000
#: Characters of a pseudonym, and of a title, an author, a source or a date as written.
NAME_CHARACTERS = 200
LINE_CHARACTERS = 1_000
#: Passages of one article.
PASSAGES = 5_000
#: Levels of replies that are kept; deeper ones are lifted to the last of these.
LEVELS = 50
#: XML elements held in memory at once, and left-over rows kept for one reason.
LIVE_ELEMENTS = 200_000
ROWS_PER_REASON = 1_000
#: A file of quiz questions: bytes, questions, answers or pairs of one, characters of one text.
QUIZ_BYTES = 4 * MEBIBYTE
QUESTIONS = 2_000
QUESTION_ANSWERS = 40
QUESTION_CHARACTERS = 10_000
#: Levels of lists and objects in a quiz of our own format; it has four.
QUIZ_DEPTH = 20
