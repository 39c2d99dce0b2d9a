"""Each format of a summary, read by a program of somebody else's."""

import json
import re
import unicodedata
from io import BytesIO
from typing import Any

import bibtexparser
import pytest
from citeproc import Citation, CitationItem, CitationStylesBibliography, CitationStylesStyle
from citeproc import formatter as citeproc_formatter
from citeproc.source.json import CiteProcJSON
from hypothesis import given
from hypothesis import strategies as st
from lxml import html as lxml_html
from markdown_it import MarkdownIt
from pyld import jsonld
from pypdf import PdfReader

from college.exchange.summaries import citation
from college.exchange.summaries.annotations import to_annotations
from college.exchange.summaries.html import to_html
from college.exchange.summaries.json_ld import to_json_ld
from college.exchange.summaries.markdown import escaped, to_markdown
from college.exchange.summaries.pdf import to_pdf
from tests.exchange.summaries.sheets import HOSTILE, URL, make_sheet

SHEET = make_sheet()
_lines = st.text(
    st.characters(codec="utf-8", exclude_categories=["Cc", "Cs", "Zl", "Zp"]), min_size=1
).map(lambda words: " ".join(words.split()))


def plain_of(markdown: str) -> str:
    """The text that a CommonMark reader shows."""
    tokens = MarkdownIt("commonmark").parse(markdown)
    return "".join(
        child.content
        for token in tokens
        if token.type == "inline"
        for child in token.children or []
    )


@given(_lines.filter(bool))
def test_markdown_means_just_the_words(words: str) -> None:
    assert plain_of(escaped(words)) == words


def test_markdown_has_every_sentence_with_its_sources() -> None:
    shown = plain_of(to_markdown(SHEET))
    for words in HOSTILE:
        assert f"{' '.join(words.split())} [1][2]" in shown
    assert "B: not fair" in shown
    assert "A: Ferry every day" in shown
    assert "What the sides say of it" in shown
    assert "The editors answer: It stands in “Terms”." in shown


def test_html_stands_by_itself_and_leads_to_its_sources() -> None:
    page = lxml_html.document_fromstring(to_html(SHEET))
    for number, words in enumerate(HOSTILE):
        sentence = page.get_element_by_id(f"s-s{number}")
        assert sentence.text_content() == f"{words} [1] [2]"
    for link in page.xpath("//a[starts-with(@href, '#')]/@href"):
        assert page.get_element_by_id(link[1:]) is not None
    assert not page.xpath("//script|//b|//*[@onclick]|//*[@style]")
    assert page.xpath("//link[@rel='canonical']/@href") == [URL]


def test_pdf_holds_the_words_and_its_title_and_is_the_same_twice() -> None:
    made = to_pdf(SHEET)
    assert made == to_pdf(SHEET)
    read = PdfReader(BytesIO(made))
    assert read.metadata is not None
    assert read.metadata.title == SHEET.title
    shown = " ".join("\n".join(page.extract_text() for page in read.pages).split())
    for words in HOSTILE[:8]:
        assert _bare(words) in _bare(shown)
    links = [note.get_object() for page in read.pages for note in page.get("/Annots", [])]
    addresses = {str(note["/A"]["/URI"]) for note in links if "/URI" in note.get("/A", {})}
    assert {source.url for source in SHEET.sources} <= addresses


def _bare(words: str) -> str:
    """Letters and figures alone: a typesetter hyphenates, spaces and turns quotation marks."""
    return "".join(c for c in unicodedata.normalize("NFKC", words) if c.isalnum())


def test_a_pdf_of_three_hundred_sentences_has_pages_and_bookmarks() -> None:
    read = PdfReader(
        BytesIO(to_pdf(make_sheet(tuple(f"Sentence number {n}." for n in range(300)))))
    )
    assert len(read.pages) > 3
    assert next(one.title for one in read.outline if not isinstance(one, list)) == SHEET.title


def test_citation_is_rendered_by_a_citation_processor() -> None:
    item = citation.to_csl(SHEET)
    source = CiteProcJSON(json.loads(json.dumps(item)))
    style = CitationStylesStyle("harvard-cite-them-right", validate=False)
    book = CitationStylesBibliography(style, source, citeproc_formatter.plain)
    book.register(Citation([CitationItem(SHEET.public_id)]))
    (entry,) = map(str, book.bibliography())
    assert "College of Policy Debate" in entry
    assert "2026" in entry
    assert "Should the town keep its ferry?" in entry


@pytest.mark.parametrize("title", HOSTILE)
def test_bibtex_is_read_by_a_bibtex_reader(title: str) -> None:
    library = bibtexparser.parse_string(citation.to_bibtex(make_sheet(title=title)))
    assert not library.failed_blocks
    (entry,) = library.entries
    fields = {key: field.value for key, field in entry.fields_dict.items()}
    assert fields["url"] == URL
    assert fields["year"] == "2026"
    assert fields["title"].startswith("{Summary: ")


def _offline(url: str, _options: object) -> dict[str, Any]:
    """The context of schema.org as far as these documents need it: every term is the vocabulary's."""
    context = {
        "@vocab": "https://schema.org/",
        "url": {"@type": "@id"},
        "isBasedOn": {"@type": "@id"},
    }
    return {"contextUrl": None, "documentUrl": url, "document": {"@context": context}}


def test_json_ld_expands_to_terms_of_schema_org() -> None:
    found = jsonld.expand(to_json_ld(SHEET), {"documentLoader": _offline})[0]
    schema = "https://schema.org/"
    assert found["@type"] == [f"{schema}Report"]
    assert [one["@id"] for one in found[f"{schema}isBasedOn"]] == [s.url for s in SHEET.sources]
    statements = [one for part in found[f"{schema}hasPart"] for one in part[f"{schema}hasPart"]]
    assert [one[f"{schema}text"][0]["@value"] for one in statements][1:] == list(HOSTILE)


def test_json_ld_ranks_and_rates_nothing() -> None:
    """Law 1: no rating, no order, no figure."""
    keys = set(re.findall(r'"(@?[a-zA-Z]+)":', json.dumps(to_json_ld(SHEET))))
    assert not [key for key in keys if re.search("rating|position|count|score", key, re.IGNORECASE)]


def test_annotations_have_what_the_recommendation_demands() -> None:
    made = to_annotations(SHEET)
    assert made["@context"] == "http://www.w3.org/ns/anno.jsonld"
    items = made["first"]["items"]
    assert made["total"] == len(items) == 2 + 11
    for one in items:
        assert one["@context"] == "http://www.w3.org/ns/anno.jsonld"
        assert one["type"] == "Annotation"
        assert one["id"].startswith("https://")
        assert one["target"]["source"] == URL
    quote, position = items[0]["target"]["selector"]
    assert (quote["exact"], position["start"], position["end"]) == ("Plain", 0, 5)
    assert "selector" not in items[1]["target"]
    assert items[2]["body"] == [source.url for source in SHEET.sources]
