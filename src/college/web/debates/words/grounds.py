"""The conduct grounds in words: what each means, what falls under it, and what does not (``/conduct/``)."""

from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from college.debates.rules.grounds import Effect, Ground

Words = str | Promise


@dataclass(frozen=True, slots=True)
class GroundWords:
    """``text`` is the rule as the panel applies it; ``falls`` and ``stays`` are cases on either side."""

    name: Words
    text: Words
    falls: tuple[Words, ...]
    stays: tuple[Words, ...]


GROUNDS: dict[Ground, GroundWords] = {
    Ground.THREAT: GroundWords(
        _("Threat or incitement"),
        _(
            "The text announces harm to somebody, or calls on others to do harm. It must be meant as"
            " something to be done, not as a figure of speech or a forecast."
        ),
        (
            _("“Whoever votes for this will find their windows broken.”"),
            _("“Go to his office on Monday and make him regret it.”"),
        ),
        (
            _("“If the ferry stops, people will die waiting for an ambulance.” A forecast."),
            _("“We shall fight this plan in every court.” A figure of speech."),
        ),
    ),
    Ground.INSULT: GroundWords(
        _("Insult or harassment of a person taking part"),
        _(
            "The text demeans somebody who takes part in the debate, or pursues them, instead of"
            " answering what they said. What is said of a person must be about the person; hard words"
            " about an argument are no insult."
        ),
        (
            _("“Only an idiot like you could write this.”"),
            _("A fifth reply to the same member that says nothing but that they are a liar."),
        ),
        (
            _("“This argument is absurd, and the figures in it are wrong.” About the argument."),
            _("“The minister broke her promise.” About what somebody in office did."),
        ),
    ),
    Ground.PRIVATE_DATA: GroundWords(
        _("Private data"),
        _(
            "The text gives away something about a person that is not public and that the debate does"
            " not need: where they live, how to reach them, their health, their family, who they are"
            " behind another name."
        ),
        (
            _("The home address or the telephone number of a neighbour."),
            _("“Heron in the comments is really the teacher at the harbour school.”"),
        ),
        (
            _("The business address of a company, or the published diary of an office holder."),
            _("What somebody tells of themselves."),
        ),
    ),
    Ground.SPAM: GroundWords(
        _("Spam or flooding"),
        _(
            "The text advertises something, or is one of many that crowd others out without adding to"
            " the debate. That a text is short, or its opinion frequent, is neither."
        ),
        (
            _("A link to a shop under a question about ferries."),
            _("The same paragraph under twenty claims."),
        ),
        (
            _("One source brought for three claims that it bears on."),
            _("A brief “I hold this too, because my mother lives on the far bank.”"),
        ),
    ),
    Ground.IMPERSONATION: GroundWords(
        _("Impersonation"),
        _("The text speaks as if it came from another person or body than the one who wrote it."),
        (
            _("“As harbour master I can tell you…”, by somebody who is not."),
            _("A text signed with another member’s name."),
        ),
        (
            _("A made-up name that is nobody else’s."),
            _("Quotation or parody that everybody can see to be one."),
        ),
    ),
    Ground.OFF_TOPIC: GroundWords(
        _("Off topic"),
        _(
            "The text has nothing to do with the question of the debate, even on a generous reading."
            " It is moved to the end of the debate and stays there in full."
        ),
        (
            _("A complaint about parking fees in a debate on the winter ferry."),
            _("A question about how to sign in."),
        ),
        (
            _(
                "A reason that most would not think of first, such as what the ferry means to a school."
            ),
            _("A claim that the question itself is put wrongly."),
        ),
    ),
    Ground.DUPLICATE: GroundWords(
        _("Duplicate"),
        _(
            "The text says the same as an earlier one of this debate, with no new reason, source or"
            " limit. It stays, and leads to the earlier text, which is kept."
        ),
        (
            _("The same claim in other words, a day later."),
            _("The same source with the same passage, for the same claim."),
        ),
        (
            _("The same conclusion from another reason."),
            _("The same claim for another place or another time."),
        ),
    ),
    Ground.UNLAWFUL: GroundWords(
        _("Unlawful"),
        _(
            "The text breaks a law that applies here. Whoever reports it names the law, and the panel"
            " weighs this text against that law and no other."
        ),
        (
            _(
                "A text that makes public what a court has ordered to be kept secret, with the order named."
            ),
            _("A copied chapter of a book that is for sale, with the law on copyright named."),
        ),
        (
            _("Something that somebody would like to be unlawful, without a law that says so."),
            _("A quotation of a few sentences with its source."),
        ),
    ),
}

EFFECT_WORDS: dict[Effect, Words] = {
    Effect.WITHHELD: _("Its words are shown to nobody as long as the restriction holds."),
    Effect.BEHIND: _("A notice stands before it; its words can be read behind the notice."),
    Effect.MOVED: _("It is moved to the end of the debate, and stays readable in full."),
    Effect.LINKED: _("It stays where it is, and leads to the text that is kept."),
}

WORDS = {
    Ground: {ground: words.name for ground, words in GROUNDS.items()},
    Effect: EFFECT_WORDS,
}
