"""The words for the record's states, events and refusals."""

from django.utils.translation import gettext_lazy as _

from college.record.events import CollegeFounded, TextErased, TextReleased, TextWithheld
from college.record.rules.states import TextState

WORDS = {
    TextState: {
        TextState.OPEN: _("open"),
        TextState.WITHHELD: _("withheld"),
        TextState.TOMBSTONE: _("erased"),
    },
}

EVENTS = {
    CollegeFounded.kind: _("The College was founded"),
    TextErased.kind: _("A text was erased; what committed to it stays"),
    TextReleased.kind: _("A withheld text was published again"),
    TextWithheld.kind: _("A text was withheld, for a time or until a verdict turns it"),
}

#: Fields of entries in plain words; one that is not here is shown by its name in the record alone.
FIELDS = {
    "contribution": _("The text"),
    "debate": _("The debate"),
    "viewpoint": _("The viewpoint"),
    "stage": _("The stage of the debate"),
    "as_delegate": _("Said as a delegate"),
    "text": _("Commitment to the words"),
    "words": _("Number of words"),
    "quotes": _("Exact words it starts from"),
    "succeeds": _("What it takes the place of"),
    "succeeds_text": _("Commitment to those words"),
    "form": _("Its kind"),
    "premises": _("The reasons"),
    "premise_texts": _("Commitments to the reasons"),
    "conclusion": _("What it bears on"),
    "conclusion_text": _("Commitment to what it bears on"),
    "bears_on": _("What it is about"),
    "bears_on_text": _("Commitment to what it is about"),
    "source": _("Where it comes from"),
    "quotation": _("Commitment to the quotation"),
    "target": _("What it is about"),
    "target_text": _("Commitment to what it is about"),
    "due": _("An answer is due"),
    "joined": _("The question it joined"),
    "challenge": _("The question"),
    "challenge_text": _("Commitment to the question"),
    "points_to": _("What it points to"),
    "points_to_texts": _("Commitments to what it points to"),
    "claim": _("The claim"),
    "claim_text": _("Commitment to the claim"),
    "condition": _("Commitment to the condition"),
    "concession": _("What was granted"),
    "reason": _("Commitment to the reason"),
    "number": _("The number of the wording"),
    "in_grace": _("Within the time for second thoughts"),
    "relation": _("How they are linked"),
    "member": _("The member"),
    "brief": _("The brief"),
    "remark": _("The comment"),
    "passage": _("The passage"),
    "position": _("The position"),
    "title": _("Commitment to the title"),
    "order": _("Its place in the order"),
    "rights": _("Rights declared"),
    "passages": _("Number of passages"),
    "remarks": _("Number of comments"),
    "answers": _("What it answers"),
    "term": _("Commitment to the term"),
    "until": _("Until"),
    "ground": _("On what ground"),
    "epoch": _("The epoch"),
    "contributor": _("The contributor"),
    "contributors": _("The contributors, in their order"),
    "calling": _("Why they contribute"),
    "key": _("Commitment to the key"),
    "pool": _("Digest of who can be drawn"),
    "cases": _("Digest of what is drawn for"),
    "threshold": _("Shares that give a secret back"),
    "seals_at": _("Sealed at"),
    "ends_at": _("Secrets are revealed from"),
    "chain": _("The beacon’s chain"),
    "round": _("The beacon’s round"),
    "signature": _("The beacon’s signature of the round"),
    "secret": _("The secret, or its hash while it is only committed to"),
    "shares": _("Digests of the shares"),
    "boxes": _("Commitment to the encrypted shares"),
    "dealer": _("Whose secret it is a share of"),
    "dealers": _("Whose secrets it is about"),
    "refused": _("Whose shares are false"),
    "counted": _("Whose secrets count"),
    "share": _("The share"),
    "seed": _("The seed"),
    "added": _("Number of settings that were added"),
    "admit_at": _("Takes effect by itself"),
    "again": _("Made again"),
    "announcement": _("Commitment to what was announced"),
    "answer": _("The known answer"),
    "ballot": _("Digest of the ballot"),
    "begins": _("From"),
    "case": _("The case"),
    "certificate": _("Digest of the certificate"),
    "change": _("Why the seat changed"),
    "changes": _("Commitment to what changes"),
    "charter": _("Commitment to the charter"),
    "choice": _("The choice"),
    "chosen": _("What was chosen"),
    "closed_at": _("The debate is closed"),
    "closing_at": _("The debate begins to close"),
    "commitment": _("Commitment to the words"),
    "considered": _("Number of cases it was chosen from"),
    "control": _("The control case"),
    "days": _("Number of days"),
    "delegate": _("The delegate"),
    "document": _("Commitment to the whole charter"),
    "draft": _("The draft"),
    "effect": _("What follows for the text"),
    "end": _("Where the words end"),
    "ends": _("To"),
    "evidence": _("The evidence"),
    "found": _("Whether it was found the same"),
    "grant_at": _("Granted by itself"),
    "hold": _("The hold"),
    "holding": _("The declaration"),
    "in_force_at": _("In force from"),
    "instead_of": _("The question in whose place it stands"),
    "into": _("The viewpoint it is a part of"),
    "invitation": _("The invitation"),
    "label": _("The label"),
    "last": _("The last report of that case"),
    "law": _("Commitment to the law that was named"),
    "letter": _("Its letter"),
    "made": _("What was made of it"),
    "merger": _("The question whether two are one"),
    "moderator": _("The moderator"),
    "move": _("The move"),
    "name": _("Commitment to the name"),
    "notice": _("The notice"),
    "objection": _("The objection"),
    "objections": _("The objections"),
    "office": _("The office"),
    "on": _("What it is about"),
    "onto": _("The text that is kept"),
    "open_at": _("The debate opens"),
    "origin": _("Where it comes from"),
    "pair": _("The other case of the pair"),
    "place": _("The pseudonym"),
    "places": _("Commitment to the places"),
    "preset": _("The pace"),
    "procedure": _("What is asked"),
    "proposal": _("The proposal"),
    "provisional": _("By two stewards, to be tried again"),
    "question": _("Commitment to the question"),
    "reasons": _("Commitments to the reasons"),
    "removal": _("The removal asked for"),
    "reply": _("Commitment to the answer"),
    "report": _("The report"),
    "restriction": _("The restriction"),
    "roster": _("The roster"),
    "rule": _("The rule"),
    "sample": _("Commitment to the sample"),
    "sanction": _("The suspension"),
    "scope": _("The debate it belongs to"),
    "seat": _("The seat"),
    "seating": _("Commitment to who was drawn"),
    "shown": _("Commitments to what the panel reads"),
    "side": _("The side"),
    "split": _("The question whether one is two"),
    "stands_at": _("Stands by itself"),
    "start": _("Where the words begin"),
    "statement": _("Commitment to the statement"),
    "step": _("The step of the case"),
    "steward": _("The steward"),
    "stories": _("Commitments to the story"),
    "subject": _("What it is about"),
    "turn": _("The link between debates"),
    "upheld": _("Upheld"),
    "verdict": _("The verdict"),
    "viewpoints": _("Commitments to the viewpoints"),
    "withdraw": _("To withdraw it"),
    "word": _("The word of the label"),
    "wording": _("Commitment to the wording"),
    "summary": _("The summary"),
    "drafting_until": _("Drafts are written until"),
    "state": _("Where the work stands"),
    "editor": _("The editor’s seat"),
    "texts": _("Commitments to the words"),
    "section": _("The section"),
    "take": _("What is taken of it"),
    "digest": _("Hash of the text that was signed"),
    "version": _("The version"),
    "coverage": _("Commitment to its coverage"),
    "reserved": _("Cases of what stands uncertified"),
    "attestation": _("The attestation"),
    "fairness": _("Whether it is fair"),
    "comment": _("The comment"),
    "crux": _("What it turns on"),
    "first": _("The one viewpoint"),
    "second": _("The other viewpoint"),
    "reopening": _("The proposal to open it again"),
    "reopens_at": _("Opens again unless somebody objects"),
}

REFUSALS = {
    "record.charter.older": _(
        "The charter in the record is older than this version and lacks “%(setting)s”. Run `college upgrade`,"
        " which extends it and says so in the record."
    ),
    "record.college.not-founded": _(
        "There is no College here yet. `college found` makes one, `college demo` a sample."
    ),
    "record.text.erased": _("This text has been erased; it cannot be withheld or shown again."),
    "record.log.rolled-back": _(
        "The database is older than what this log has already signed (size %(signed)s, found %(found)s). "
        "Signing now would fork the log. Restore a newer copy."
    ),
    "record.clock.behind": _(
        "The clock says %(now)s, which is before the last checkpoint (%(last)s). Set the clock right."
    ),
    "record.key.missing": _(
        "There is no key for the log at %(file)s. Found a College first, or put its key back."
    ),
    "record.key.readable": _(
        "Others can read the log's key at %(file)s. Give it the mode 0600, then start again."
    ),
    "record.key.damaged": _("The key at %(file)s is not a log's key. Put the right one back."),
    "record.key.other-log": _(
        "The key is that of %(name)s, but this College's log is %(origin)s. "
        "Set COLLEGE_URL or COLLEGE_ORIGIN as they were at founding."
    ),
    "record.log.empty": _("Nothing has been recorded yet, so there is no log to write."),
    "record.files.ahead": _(
        "The directory shows a log of %(shown)s entries; the database has signed only %(found)s. "
        "Restore a newer copy of the database, and keep the directory as it is."
    ),
    "record.files.forked": _(
        "The directory shows another log of %(size)s entries than the database. "
        "One of them is not this College's history: keep both, and find out which."
    ),
    "record.files.other-log": _(
        "The checkpoint in %(folder)s was signed with another key. Publish into another directory."
    ),
    "record.files.differ": _(
        "%(file)s has other content than the record gives it, and such a file never changes. "
        "Find out what changed it, move it away, and publish again."
    ),
    "record.files.locked": _("Somebody else is writing into %(folder)s. Wait until they are done."),
    "record.files.busy": _("Texts kept changing while they were being published. Publish again."),
}

NOTICES: dict[str, object] = {}
