"""``diglot render --adopt``: what was typed into a page is in the catalogue, or nothing is."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from functools import cache
from pathlib import Path

import pytest
from click.testing import CliRunner
from hypothesis import given
from hypothesis import strategies as st

from diglot import pipeline, project
from diglot.cli import main
from diglot.markup import escape
from diglot.markup.sentence_span import SPAN, visible
from diglot.model import po_reader, po_writer
from diglot.model.catalogue import Catalogue, Segment
from diglot.model.document import Document
from diglot.model.state import State
from diglot.model.statement import Statement, state_that
from diglot.problems import UserError
from diglot.project import Project
from diglot.publication import Publication
from diglot.source import Settings
from diglot.steps.adopt import Adoption, adopt
from diglot.steps.render import render
from tests import builders, demo_site, strategies
from tests.builders import BOTH, document, draft, edited, heading, item, quotation, reviewed, stale
from tests.demo_site import DOCUMENT
from tests.test_golden import FOLDERS, Case

PATH = Path("docs/en/paper/introduction.md")
PAPER = document(
    "الأولى",
    builders.block("الثانية", "الثالثة", "الثانية"),
    item("بند"),
    quotation("قول"),
    builders.table(("الاسم", "العدد"), ("فرات", "7")),
    heading("الخاتمة", "end"),
    "الرابعة",
)
ENGLISH = builders.catalogue(
    PAPER,
    {
        "الأولى": "The first",
        "الثانية": reviewed("الثانية", 'The "second" & more'),
        "الثالثة": stale("الثالثة", "The third, in Arabic: ثالثة (2017)"),
        "بند": edited("بند", "An item"),
        "قول": "A saying",
        "الاسم": "Name",
        "فرات": "Furat",
        "الخاتمة": "The end",
    },
)


def page_of(
    catalogue: Catalogue, language: str = "en", section: str = "introduction", of: Document = PAPER
) -> str:
    pages = render(of, {"en": catalogue}, Settings("paper"), BOTH)
    return next(p.text for p in pages if str(p.path) == f"{language}/paper/{section}.md")


PAGE = page_of(ENGLISH)


def adopted(page: str, catalogue: Catalogue = ENGLISH) -> Adoption:
    return adopt(page, page_of(catalogue), PAPER, catalogue, PATH)


def typed(page: str, was: str, text: str) -> str:
    """The page after somebody replaced the content of the sentence that shows ``was``."""
    assert f">{was}</span>" in page
    return page.replace(f">{was}</span>", f">{text}</span>", 1)


def target(found: Adoption, source: str) -> Segment:
    return next(segment for segment in found.catalogue.segments if segment.source == source)


def problem(page: str) -> tuple[int | None, str]:
    found = adopted(page)
    first = found.problems[0]
    assert (found.catalogue, found.changes, first.path) == (ENGLISH, (), PATH)
    return first.line, str(first)


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda path: path.name)
def test_an_untouched_page_changes_nothing(folder: Path) -> None:
    case = Case(folder)
    synced = case.synced(case.catalogue)
    language = case.languages[1].code
    catalogue = synced.catalogues[language]
    made = render(synced.document, synced.catalogues, case.source().settings, case.languages)
    pages = [page for page in made if page.path.parts[0] == language]

    assert pages
    for page in pages:
        found = adopt(page.text, page.text, synced.document, catalogue, folder)
        assert (found.catalogue, found.changes) == (catalogue, ())
        assert (found.problems, found.warnings) == ((), ())


@cache
def _golden(folder: Path) -> tuple[Case, Document, Catalogue, tuple[str, ...]]:
    case = Case(folder)
    synced = case.synced(case.catalogue)
    catalogue = synced.catalogues[case.languages[1].code]
    return case, synced.document, catalogue, _pages(case, synced.document, catalogue)


def _pages(case: Case, of: Document, catalogue: Catalogue) -> tuple[str, ...]:
    language = case.languages[1].code
    made = render(of, {language: catalogue}, case.source().settings, case.languages)
    return tuple(page.text for page in made if page.path.parts[0] == language)


def shown(page: str, at: int) -> str:
    """What readers see of the sentence at this place on the page."""
    content = list(SPAN.finditer(page))[at]["content"]
    return visible(escape_undone(content))


def escape_undone(content: str) -> str:
    """By another way than ``plain``: what a browser makes of the page."""
    import html

    return html.unescape(re.sub(r"</?bdi[^>]*>", "", content))


as_typed = strategies.any_text.filter(
    lambda text: visible(text) and not re.search("[<>&\0\x04\n\r]", text)
)
"""What somebody may type without a thought of HTML."""


@given(st.sampled_from(FOLDERS), as_typed, st.booleans(), st.data())
def test_what_is_typed_adopted_and_rendered_is_seen_as_it_was_typed(
    folder: Path, text: str, is_escaped: bool, data: st.DataObject
) -> None:
    """On any page of any golden document, in any sentence of it."""
    case, of, catalogue, pages = _golden(folder)
    number = data.draw(st.integers(0, len(pages) - 1))
    spans = list(SPAN.finditer(pages[number]))
    at = data.draw(st.integers(0, len(spans) - 1))
    start, end = spans[at].span("content")
    written = escape.markdown(text) if is_escaped else text
    page = pages[number][:start] + written + pages[number][end:]
    found = adopt(page, pages[number], of, catalogue, PATH)
    again = _pages(case, of, found.catalogue)[number]

    assert found.problems == ()
    assert shown(again, at) == visible(text)
    assert len(found.changes) == (shown(pages[number], at) != visible(text))


def test_a_typed_text_is_an_edit_and_old_verdicts_stay_without_holding() -> None:
    found = adopted(typed(PAGE, "The &#34;second&#34; &amp; more", "The second"))
    segment, before = target(found, "الثانية"), ENGLISH.by_identity
    was = before[segment.identity]

    assert (segment.target, segment.state) == ("The second", State.EDITED)
    assert (segment.comments, segment.fuzzy) == (was.comments, was.fuzzy)
    assert [change.source for change in found.changes] == ["الثانية"]
    assert [s for s in found.catalogue.segments if s.source != "الثانية"] == [
        s for s in ENGLISH.segments if s.source != "الثانية"
    ]


@pytest.mark.parametrize("was", ["An item", "A saying", "Name", "The first"])
def test_every_kind_of_block_can_be_typed_into(was: str) -> None:
    found = adopted(typed(PAGE, was, "Other words"))

    assert [change.text for change in found.changes] == ["Other words"]


def test_a_heading_and_a_title_can_be_typed_into() -> None:
    for section, was in (("end", "The end"), ("index", "وثيقة")):
        now = page_of(ENGLISH, section=section)
        found = adopt(typed(now, was, "Conclusion"), now, PAPER, ENGLISH, PATH)
        assert [change.text for change in found.changes] == ["Conclusion"]


def test_a_sentence_without_translation_gets_one() -> None:
    now = page_of(ENGLISH, section="end")
    found = adopt(typed(now, "الرابعة", "The fourth"), now, PAPER, ENGLISH, PATH)
    segment = target(found, "الرابعة")

    assert (segment.target, segment.state, segment.fuzzy) == ("The fourth", State.EDITED, False)


def test_a_text_that_was_typed_for_a_stale_sentence_is_edited() -> None:
    content = next(m["content"] for m in SPAN.finditer(PAGE) if "third" in m["content"])
    found = adopted(typed(PAGE, content, "The third"))

    assert target(found, "الثالثة").state is State.EDITED


def test_a_line_that_an_editor_wrapped_is_the_same_text() -> None:
    wrapped = typed(typed(PAGE, "A saying", "A\n> saying"), "The first", "The\nfirst")
    found = adopted(wrapped)

    assert (found.changes, found.problems) == ((), ())


def test_room_at_the_end_of_lines_and_of_the_page_is_no_edit() -> None:
    page = typed(PAGE, "An item", "A thing").rstrip("\n").replace("</aside>", "</aside>  ")

    assert [change.text for change in adopted(page).changes] == ["A thing"]


def test_a_byte_order_mark_and_crlf_are_no_edits() -> None:
    page = typed(PAGE, "An item", "A thing")
    found = adopted("\ufeff" + page.replace("\n", "\r\n"))

    assert [change.text for change in found.changes] == ["A thing"]


@pytest.mark.parametrize(
    "text", ["**bold** words", "[a link](x.md)", "`code`", "<b>bold</b> words", "a __b__"]
)
def test_markup_is_text_and_is_told(text: str) -> None:
    found = adopted(typed(PAGE, "An item", text))
    again = page_of(found.catalogue)

    assert target(found, "بند").target == text
    assert [w.line for w in found.warnings] == [line_of(PAGE, ">An item")]
    assert escape.markdown(text) in again


def test_ordinary_signs_are_no_markup() -> None:
    text = '5 * 3 < 20, a_b, #1, Q&A; (see [2]) – it\'s "so"'

    assert adopted(typed(PAGE, "An item", text)).warnings == ()
    assert target(adopted(typed(PAGE, "An item", text)), "بند").target == text


def test_a_sentence_that_stands_twice_is_one_entry() -> None:
    """Typing into one of the two is enough; in two ways it is a question."""
    was = "The &#34;second&#34; &amp; more"
    once = typed(PAGE, was, "Second")
    twice = typed(once, was, "Another")

    assert page_of(adopted(once).catalogue).count(">Second</span>") == 2
    assert "«Second»" in problem(twice)[1]
    assert "«Another»" in problem(twice)[1]


def line_of(page: str, words: str) -> int:
    return page[: page.index(words)].count("\n") + 1


def attributes(page: str, was: str) -> str:
    """The attribute list below the paragraph that shows this."""
    return re.findall(r"^\{ #b-.*\}$", page[page.index(was) :], re.MULTILINE)[0]


@pytest.mark.parametrize(
    ("change", "at", "says"),
    [
        (
            lambda p: p.replace("<span", "A new paragraph of mine.\n\n<span", 2).replace(
                "A new paragraph of mine.\n\n", "", 1
            ),
            "A new paragraph",
            "A new paragraph of mine.",
        ),
        (lambda p: p + "\nMore of it.\n", "More of it", "More of it"),
        (
            lambda p: p.replace("The first</span>", "The first</span> and more"),
            "and more",
            "outside of the sentences",
        ),
        (
            lambda p: p.replace(attributes(p, "The first"), "{ #b-000000 .dg .draft }"),
            "b-000000",
            "outside of the sentences",
        ),
        (lambda p: p.replace('data-s="2"', 'data-s="5"'), 'data-s="5"', "outside"),
        (lambda p: p.replace("The first</span>", "The <span>first</span></span>"), "The <", ""),
    ],
    ids=["paragraph", "end", "behind", "anchor", "number", "span"],
)
def test_what_belongs_to_no_sentence_stops_it_with_its_line(
    change: Callable[[str], str], at: str, says: str
) -> None:
    page = change(typed(PAGE, "An item", "A thing"))
    line, message = problem(page)

    assert line == line_of(page, at)
    assert says in message


def test_a_block_that_was_deleted_is_named() -> None:
    begin = PAGE.index("- <span")
    end = PAGE.index("}\n", begin) + 2
    anchor = re.findall(r"#(b-[0-9a-f]{6})", PAGE[begin:end])[0]

    assert f"#{anchor}" in problem(PAGE[:begin] + PAGE[end:])[1]


def test_a_sentence_that_was_deleted_or_emptied_stops_it() -> None:
    span = re.search(r'<span class="dg-s" data-s="1">The first</span> ', PAGE)
    assert span is not None

    assert problem(PAGE.replace(span[0], ""))[0] is not None
    assert "emptied" in problem(typed(PAGE, "The first", " "))[1]


def test_a_blank_line_in_a_sentence_stops_it() -> None:
    page = typed(PAGE, "The first", "The\n\nfirst one")
    assert problem(page) == (line_of(page, "The\n"), problem(page)[1])
    assert "blank line" in problem(page)[1]


def test_a_page_whose_stamp_is_gone_stops_it() -> None:
    for line in ("frame", "texts"):
        page = re.sub(rf"  {line}: .*\n", "", typed(PAGE, "An item", "A thing"))
        assert "earlier diglot" in problem(page)[1]


class TestWhenTheCatalogueHasChangedMeanwhile:
    """The page shows what it was made from; the catalogue has moved on."""

    def changed(self, source: str, other: str) -> Catalogue:
        key = next(s.key for s in ENGLISH.segments if s.source == source)
        return ENGLISH.with_segments(
            tuple(
                replace(s, target=other, comments=()) if (s.key, s.source) == (key, source) else s
                for s in ENGLISH.segments
            )
        )

    def test_only_what_was_typed_is_taken(self) -> None:
        """Another sentence has a newer text, which the page does not show yet."""
        now = self.changed("الأولى", "A newer text")
        found = adopted(typed(PAGE, "An item", "A thing"), now)

        assert (target(found, "بند").target, target(found, "الأولى").target) == (
            "A thing",
            "A newer text",
        )

    def test_two_texts_meet(self) -> None:
        now = self.changed("بند", "A newer text")
        found = adopted(typed(PAGE, "An item", "A thing"), now)
        segment = target(found, "بند")
        said = state_that("conflict", "بند", "A newer text", text="A thing")

        assert (segment.target, segment.comments, segment.fuzzy) == ("A newer text", (said,), True)
        assert ["conflict" in str(w) for w in found.warnings] == [True]

    def test_a_newer_draft_gives_way(self) -> None:
        key = next(s.key for s in ENGLISH.segments if s.source == "بند")
        newer = replace(draft("بند", "A newer draft"), key=key)
        now = ENGLISH.with_segments(
            tuple(newer if s.source == "بند" else s for s in ENGLISH.segments)
        )
        found = adopted(typed(PAGE, "An item", "A thing"), now)

        assert (target(found, "بند").target, found.warnings) == ("A thing", ())

    def test_the_same_text_in_both_is_there_already(self) -> None:
        now = self.changed("بند", "A thing")

        assert adopted(typed(PAGE, "An item", "A thing"), now).changes == ()

    def test_a_text_for_a_source_that_has_changed_since_is_stale(self) -> None:
        now = self.changed("بند", "An item")
        line = state_that("stale", "بند", "An item", on="2026-11-25", was="بند قديم")
        now = now.with_segments(
            tuple(replace(s, comments=(line,)) if s.source == "بند" else s for s in now.segments)
        )
        segment = target(adopted(typed(PAGE, "An item", "A thing"), now), "بند")

        assert (segment.target, segment.state) == ("A thing", State.STALE)
        assert [s.get("was") for s in segment.statements] == ["بند قديم"]

    def test_what_belongs_to_no_sentence_is_told_apart_from_marks_and_counts(self) -> None:
        now = self.changed("الأولى", "A newer text")
        page = PAGE + "\nMore of it.\n"
        found = adopted(page, now)

        assert [p.line for p in found.problems] == [line_of(page, "More of it")]

    def test_a_sentence_that_the_source_no_longer_has_stops_it(self) -> None:
        other = document("الأولى")
        catalogue = builders.catalogue(other, {"الأولى": "The first"})
        now = page_of(catalogue, of=other)
        found = adopt(typed(PAGE, "An item", "A thing"), now, other, catalogue, PATH)

        assert found.changes == ()
        assert "«A thing»" in str(found.problems[0])


def test_a_page_of_the_source_names_the_line_of_the_source() -> None:
    now = page_of(ENGLISH, language="ar")
    page = typed(now, "الأولى", "الأولى حقاً")
    found = adopt(page, now, PAPER, None, PATH)
    (told,) = found.problems

    assert (told.path, told.line) == (Path("seeds/paper.txt"), 1)
    assert "«الأولى حقاً»" in str(told)
    assert f"line {line_of(page, 'حقاً')}" in str(told)


# On the disk.


@pytest.fixture
def found(tmp_path: Path) -> Project:
    made = project.load(demo_site.make(tmp_path))
    pipeline.render(made)
    return made


def path_of(made: Project, name: str = "military-campaign", language: str = "en") -> Path:
    return made.pages_folder(DOCUMENT, language) / f"{name}.md"


def rewrite(path: Path, was: str, text: str) -> None:
    before = path.read_text(encoding="utf-8")
    assert was in before
    path.write_text(before.replace(was, text), encoding="utf-8")


def run(made: Project, *words: str | Path) -> tuple[int, str]:
    done = CliRunner().invoke(
        main, ["render", "--project", str(made.root), *map(str, words)], catch_exceptions=False
    )
    return done.exit_code, done.output


def catalogue_of(made: Project) -> Catalogue:
    path = made.catalogue_path(DOCUMENT, "en")
    text = path.read_text(encoding="utf-8")
    return po_reader.parse(text, path, document=DOCUMENT, language="en")


def everything(made: Project) -> dict[Path, bytes]:
    """What people would miss; not the cache."""
    folders = (made.docs, made.seeds, made.translations)
    paths = (path for folder in folders for path in sorted(folder.rglob("*")))
    return {path: path.read_bytes() for path in paths if path.is_file()}


def test_the_words_are_in_the_catalogue_and_the_page_is_diglots_again(found: Project) -> None:
    page = path_of(found)
    rewrite(page, "have freed", "have liberated")
    code, says = run(found, "--adopt", page)
    texts = {segment.target for segment in catalogue_of(found).segments}

    assert code == 0, says
    assert "The operations have liberated 62 per cent of the land." in texts
    assert "1 sentence adopted" in says
    assert "liberated" in page.read_text("utf-8")
    assert pipeline.render(found).written == 0


def test_the_message_of_render_names_the_command_that_helps(
    found: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(found.root)
    page = path_of(found)
    rewrite(page, "have freed", "have liberated")
    rewrite(found.catalogue_path(DOCUMENT, "en"), "The operations have", "Operations have")
    code, says = run(found)
    (command,) = re.findall(r"diglot render (--adopt \S+);", says)

    assert code == 2
    assert run(found, *command.split())[0] == 0


def test_two_pages_at_once(found: Project) -> None:
    rewrite(path_of(found), "have freed", "have liberated")
    rewrite(path_of(found, "introduction"), "of one sentence", "a sentence long")
    words = [
        w
        for name in ("military-campaign", "introduction")
        for w in ("--adopt", path_of(found, name))
    ]
    code, says = run(found, *words)

    assert code == 0, says
    assert says.count("1 sentence adopted") == 2
    assert {"liberated", "long"} <= {
        word for s in catalogue_of(found).segments for word in re.findall(r"\w+", s.target)
    }


def test_an_untouched_page_has_nothing_to_adopt(found: Project) -> None:
    before = everything(found)
    code, says = run(found, "--adopt", path_of(found))

    assert (code, everything(found)) == (0, before)
    assert "nothing to adopt" in says


def test_what_cannot_be_adopted_is_not_lost(found: Project) -> None:
    """One page can, the other cannot: neither is."""
    rewrite(path_of(found), "have freed", "have liberated")
    other = path_of(found, "introduction")
    other.write_text(other.read_text("utf-8") + "\nMore.\n", encoding="utf-8")
    before = everything(found)
    code, says = run(found, "--adopt", path_of(found), "--adopt", other)

    assert (code, everything(found)) == (2, before)
    assert re.search(r"introduction\.md:\d+: .*«More\.»", says)


def test_a_page_of_the_source_is_left_and_the_source_named(found: Project) -> None:
    page = path_of(found, language="ar")
    rewrite(page, "المدينة", "القرية")
    before = everything(found)
    code, says = run(found, "--adopt", page)

    assert (code, everything(found)) == (2, before)
    assert "sheet.txt:5:" in says


def test_a_title_of_ones_own_on_the_page_is_not_lost(found: Project) -> None:
    """Title and description are made from the text; another one belongs nowhere."""
    page = path_of(found)
    rewrite(page, "have freed", "have liberated")
    rewrite(page, 'title: "', 'title: "My ')
    before = everything(found)
    code, says = run(found, "--adopt", page)

    assert (code, everything(found)) == (2, before)
    assert "military-campaign.md:2: the title" in says


def test_nothing_is_adopted_over_a_translation_that_the_page_holds_back() -> None:
    """Who types there has not seen it."""
    only_reviewed = Publication(publish="reviewed")
    found = render(PAPER, {"en": ENGLISH}, Settings("paper"), BOTH, publication=only_reviewed)
    page = next(each.text for each in found if str(each.path) == f"{PATH.relative_to('docs')}")

    adoption = adopt(page.replace(">بند<", ">Mine<"), page, PAPER, ENGLISH, PATH)

    assert [each.what for each in adoption.problems] == [
        "the translation of this passage waits for its review, and the page shows the source"
    ]
    assert adoption.catalogue == ENGLISH


def test_counts_on_the_page_are_not_for_people_to_change(found: Project) -> None:
    page = path_of(found)
    rewrite(page, "reviewed: {segments: 0", "reviewed: {segments: 5")
    before = everything(found)

    assert run(found, "--adopt", page)[0] == 2
    assert everything(found) == before


def test_a_page_of_somebody_elses_is_not_adopted(found: Project) -> None:
    code, says = run(found, "--adopt", found.docs / "en" / "about.md")

    assert code == 2
    assert "yours" in says


def test_a_page_without_source_or_section_is_kept(found: Project) -> None:
    page = path_of(found)
    rewrite(page, "have freed", "have liberated")
    moved = page.with_name("gone.md")
    moved.write_bytes(page.read_bytes())
    elsewhere = found.docs / "en" / "gone" / "page.md"
    elsewhere.parent.mkdir()
    elsewhere.write_bytes(page.read_bytes())
    before = everything(found)

    assert run(found, "--adopt", moved)[0] == 2
    assert run(found, "--adopt", elsewhere)[0] == 2
    assert everything(found) == before


def test_a_page_that_is_saved_while_it_is_adopted_is_not_overwritten(
    found: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = path_of(found)
    rewrite(page, "have freed", "have liberated")
    before = found.catalogue_path(DOCUMENT, "en").read_bytes()
    serialise = po_writer.serialise

    def saved(catalogue: Catalogue) -> str:
        if any("liberated" in s.target for s in catalogue.segments):
            rewrite(page, "per cent", "percent") if "per cent" in page.read_text("utf-8") else None
        return serialise(catalogue)

    monkeypatch.setattr(po_writer, "serialise", saved)

    with pytest.raises(UserError, match="meanwhile"):
        pipeline.adopt(found, [page])
    assert "liberated 62 percent" in page.read_text("utf-8")
    assert found.catalogue_path(DOCUMENT, "en").read_bytes() == before
    assert pipeline.adopt(found, [page])[0].changes != ()
    assert any("liberated 62 percent" in s.target for s in catalogue_of(found).segments)


def test_statements_stay_in_the_file(found: Project) -> None:
    page = path_of(found)
    rewrite(page, "have freed", "have liberated")
    run(found, "--adopt", page)
    segment = next(s for s in catalogue_of(found).segments if "liberated" in s.target)

    assert [s.kind for s in segment.comments if isinstance(s, Statement)] == ["draft"]
    assert segment.state is State.EDITED
