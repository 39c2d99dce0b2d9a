"""The words for files that come in: formats, what found no place, what is wrong with a file and where."""

from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from college.exchange.formats.recognise import Format
from college.exchange.quizzes.collecting import WhyNot
from college.exchange.quizzes.questions import QuestionKind
from college.exchange.rules.arrivals import State
from college.exchange.unplaced import Reason

WORDS = {
    Format: {
        Format.PLAIN_TEXT: _("a page saved as plain text"),
        Format.SAVED_HTML: _("a page saved as HTML"),
        Format.WORDPRESS_WXR: _("a WordPress export (WXR)"),
        Format.DISQUS_XML: _("a Disqus export (XML)"),
    },
    State: {
        State.WAITING: _("waits to be read"),
        State.READING: _("is being read"),
        State.READ: _("is read; nothing is taken in yet"),
        State.WANTED: _("waits to be taken in"),
        State.STORING: _("is being taken in"),
        State.DONE: _("is taken in"),
        State.REFUSED: _("could not be used"),
        State.DROPPED: _("was dropped"),
    },
    Reason: {
        Reason.BEFORE_ARTICLE: _("stands before the article"),
        Reason.NOT_ARTICLE: _("is not part of the article"),
        Reason.BETWEEN_COMMENTS: _("stands between the comments"),
        Reason.AFTER_COMMENTS: _("stands after the comments"),
        Reason.PAGE_LABEL: _("is a button or label of the page"),
        Reason.COUNT_DIFFERS: _("the page announces another number of comments than it holds"),
        Reason.NO_SUCH_DATE: _("names no real date"),
        Reason.AMBIGUOUS_DATE: _("a date that may be read in two ways"),
        Reason.RELATIVE_DATE: _("a date such as “three days ago”"),
        Reason.DUPLICATE_ID: _("bears an id that another comment bears too; both are kept"),
        Reason.REPEATED: _("stands there twice; one is kept"),
        Reason.UNKNOWN_PARENT: _("answers a comment that is not there"),
        Reason.REPLY_LOOP: _("answers itself in a circle"),
        Reason.TOO_DEEP: _(
            "a reply deeper than the levels that are kept; it stands at the deepest"
        ),
        Reason.HIDDEN_MARKS: _("hidden marks were taken out"),
        Reason.ACTIVE_CONTENT: _("a script or frame"),
        Reason.LINK_DROPPED: _("a link that is no web address"),
        Reason.NOT_PUBLISHED: _("a comment that the site itself does not show"),
        Reason.PINGBACK: _("an automatic notice of another site"),
        Reason.EMPTY_COMMENT: _("a comment without words"),
        Reason.OTHER_POST: _("another article in the same file"),
    },
    QuestionKind: {
        QuestionKind.MULTICHOICE: _("one or more of several answers"),
        QuestionKind.TRUE_FALSE: _("true or false"),
        QuestionKind.MATCHING: _("pairs"),
        QuestionKind.NUMERICAL: _("a number"),
    },
    WhyNot: {
        WhyNot.DESCRIPTION: _("it asks nothing"),
        WhyNot.ESSAY: _("an answer is to be written freely; nobody could mark it here"),
        WhyNot.SHORT_ANSWER: _("an answer is to be typed in words; offer answers to choose from"),
        WhyNot.OTHER_KIND: _("questions of this kind are not used here"),
        WhyNot.CATEGORY_NOT_ALONE: _(
            "after the line with $CATEGORY the question follows at once; put a blank line between them"
        ),
        WhyNot.BRACES: _(
            "a brace is missing, or a blank line stands between the braces; put a backslash before a brace"
            " that is meant as such"
        ),
        WhyNot.NO_STEM: _("the question itself is missing"),
        WhyNot.EMPTY_ANSWER: _("an answer has no words"),
        WhyNot.FEW_ANSWERS: _("it has fewer than two answers"),
        WhyNot.MANY_ANSWERS: _("it has more answers than are read"),
        WhyNot.FEW_PAIRS: _("it has fewer than two pairs"),
        WhyNot.NO_ARROW: _("a pair has no arrow (->) between its halves"),
        WhyNot.NONE_RIGHT: _("no answer is marked as right"),
        WhyNot.TWO_RIGHT: _(
            "two answers are each marked as wholly right, and only one may be chosen"
        ),
        WhyNot.FRACTION: _("an answer’s share of the mark is not one of those that Moodle knows"),
        WhyNot.NOT_A_NUMBER: _("a number or its tolerance is not written in plain decimal digits"),
        WhyNot.SEVERAL_NUMBERS: _(
            "several numbers are right; an estimate has one, and a tolerance"
        ),
        WhyNot.TOO_LONG: _("a text in it is longer than any that is read"),
        WhyNot.NOT_AS_DESCRIBED: _("it lacks something that questions of its kind have"),
        WhyNot.FILES: _("its pictures and files were left out"),
        WhyNot.PART_CREDIT: _("answers that were right in part are taken as wrong"),
        WhyNot.FEEDBACK: _(
            "what it says to single answers was left out; the explanation to all is kept"
        ),
    },
}

EVENTS: dict[str, object] = {}


def _size(number: object) -> str:
    return _now("%(size)s MB") % {"size": f"{int(str(number)) / 1024 / 1024:.1f}"}


def _too_large(params: dict[str, object]) -> str:
    return _now("The file has %(found)s; at most %(limit)s of such a file are read.") % {
        "found": _size(params["found"]),
        "limit": _size(params["limit"]),
    }


_PARTS = {
    "text": _("a comment or passage"),
    "pseudonym": _("a name"),
    "title": _("the title"),
    "author": _("the author"),
    "source": _("the source"),
    "date": _("a date"),
    "published": _("a date"),
    "credit": _("a credit"),
    "key": _("the id of a comment"),
}


def part(params: dict[str, object]) -> str:
    """What of a file is meant, in words."""
    return str(_PARTS.get(str(params["field"]), params["field"]))


def _text_too_long(params: dict[str, object]) -> str:
    return _now(
        "Line %(line)s: %(part)s is longer than any real one (%(found)s, at most %(limit)s)."
    ) % {**params, "part": part(params)}


def _listed(names: object) -> str:
    several = names if isinstance(names, list | tuple) else [names]
    return "; ".join(f"“{name}”" for name in several)


def _several_posts(params: dict[str, object]) -> str:
    return _now("The file holds several articles. Please name the one you mean: %(titles)s.") % {
        "titles": _listed(params["found"])
    }


def _no_such_post(params: dict[str, object]) -> str:
    return _now("The file holds no article “%(post)s”. It holds: %(titles)s.") % {
        "post": params["post"],
        "titles": _listed(params["found"]),
    }


def _format(name: object) -> str:
    known = {str(form): words for form, words in WORDS[Format].items()}
    return str(known.get(str(name), name))


def _other_format(params: dict[str, object]) -> str:
    return _now(
        "You named the format “%(named)s”, but this is %(found)s. Leave the format to be recognised,"
        " or name the right one."
    ) % {"named": params["named"], "found": _format(params["found"])}


def _unknown_format(params: dict[str, object]) -> str:
    names = params["known"] if isinstance(params["known"], list | tuple) else []
    return _now("This is in a format we cannot read (%(found)s). We read: %(known)s.") % {
        "found": params["found"],
        "known": ", ".join(str(name) for name in names),
    }


def _too_many(params: dict[str, object]) -> str:
    most = int(str(params["most"]))
    return ngettext(
        "You have handed in %(most)s file within a day, which is the limit. Please come back tomorrow.",
        "You have handed in %(most)s files within a day, which is the limit. Please come back tomorrow.",
        most,
    ) % {"most": most}


REFUSALS = {
    "exchange.file.unreadable": _("The file %(name)s cannot be read: %(found)s."),
    "exchange.file.empty": _("The file is empty."),
    "exchange.file.too-large": _too_large,
    "exchange.file.archive": _("This is a packed file (%(found)s). Please unpack it first."),
    "exchange.file.binary": _("This is no text but a file of another kind (%(found)s)."),
    "exchange.file.encoding": _(
        "Line %(line)s (byte %(byte)s) is not in the encoding %(tried)s: %(found)s. Please save the file"
        " as UTF-8."
    ),
    "exchange.file.truncated": _("The file is cut off after line %(line)s. Please save it again."),
    "exchange.file.unknown-format": _unknown_format,
    "exchange.file.other-format": _other_format,
    "exchange.file.no-article": _("No article and no comment were found in the file."),
    "exchange.file.no-such-post": _no_such_post,
    "exchange.file.several-posts": _several_posts,
    "exchange.file.too-many-remarks": _(
        "The file holds %(found)s comments; at most %(limit)s of one article are taken in."
    ),
    "exchange.file.too-many-lines": _(
        "The page has more than %(limit)s lines; no real one has so many."
    ),
    "exchange.file.too-many-passages": _(
        "The article has %(found)s passages; at most %(limit)s are taken in."
    ),
    "exchange.file.text-too-long": _text_too_long,
    "exchange.file.nesting-too-deep": _(
        "Line %(line)s: elements lie more than %(limit)s deep in one another."
    ),
    "exchange.file.too-many-elements": _(
        "Line %(line)s: more than %(limit)s elements belong to one article or comment."
    ),
    "exchange.file.malformed": _("Line %(line)s, column %(column)s: this is not well-formed XML."),
    "exchange.file.entities": _(
        "Line %(line)s: the file declares entities of its own. Such files are not read, since they can"
        " grow without bound."
    ),
    "exchange.quiz.none": _(
        "No question was found in the file. Questions are read from GIFT, from Moodle XML and from the"
        " JSON that quizzes are offered in here."
    ),
    "exchange.quiz.too-many": _(
        "Line %(line)s: the file holds more than %(limit)s questions. Please divide it."
    ),
    "exchange.quiz.malformed": _("Line %(line)s, column %(column)s: this is not well-formed JSON."),
    "exchange.quiz.not-ours": _(
        "This JSON file does not say that it holds a quiz of a College. Questions of others are read from"
        " GIFT and from Moodle XML."
    ),
    "exchange.import.no-target": _(
        "Say where it belongs: to a debate that is there, or to a new question."
    ),
    "exchange.import.no-option": _(
        "Say where it belongs: with --debate, to a debate that is there; or with --question, to a new"
        " question. One of the two."
    ),
    "exchange.import.no-address": _(
        "The article’s address begins with https:// or http://, and has no blank in it; this is"
        " “%(source)s”."
    ),
    "exchange.import.no-debate": _("There is no debate at the address “%(slug)s”."),
    "exchange.import.nobody": _(
        "Somebody has to bring the file in: name a member, or found the College with a steward first."
    ),
    "exchange.import.no-member": _("There is no member with the id “%(member)s”."),
    "exchange.arrival.too-many": _too_many,
    "exchange.arrival.not-ready": _(
        "This file is not at the point for that: look at its page again."
    ),
    "exchange.arrival.broken": _(
        "Something went wrong on our side while we worked on this file. It is written down, and we will"
        " look at it. Nothing of the file was taken in."
    ),
    "exchange.arrival.may-not": _(
        "Only the member who handed a file in decides what becomes of it."
    ),
}

NOTICES = {
    "exchange.arrival.read": _("Your file has been read: look at what would come of it"),
    "exchange.arrival.done": _("Your file has been taken in"),
    "exchange.arrival.refused": _("Your file could not be used; nothing of it was taken in"),
}
