"""The pages of the site as works: what is part of what, and a translation of what."""

from __future__ import annotations

from dataclasses import replace

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File
from mkdocs.structure.pages import Page

from diglot.site.alternates import Alternates, absolute
from diglot.site.known_pages import (
    Known,
    KnownPages,
    description_of,
    is_home,
    known_of,
    title_of,
)
from diglot.source import in_language
from diglot.steps.render.words import words_for
from diglot.steps.share.linked_data import Work
from diglot.steps.share.translated import Counts, review_of


def of(
    page: Page, config: MkDocsConfig, alternates: Alternates, pages: KnownPages, *, names: bool
) -> Work:
    """A page as a work; ``names``: whether people may be named."""
    language = str(config.theme["language"])
    known = known_of(page)
    work = Work(
        "WebSite" if is_home(page.file) else "WebPage",
        (config.site_name if is_home(page.file) else "") or title_of(page),
        language,
        absolute(page.file, config),
        description_of(page, config.site_description or ""),
    )
    if known is None:
        return work if is_home(page.file) else replace(work, part_of=_site(config, pages))
    work = _of_document(work, known, pages, config)
    if language == pages.source_language:
        return replace(work, translations=_translations(page.file, known, alternates, config))
    if not alternates.is_real(page.file, language):
        return replace(work, language=pages.source_language, status="")
    return replace(
        work,
        original=_original(page.file, known, pages, config),
        translators=_people(known, pages) if names else (),
    )


def status(counts: Counts, language: str) -> str:
    """In plain words of a language, how far a text has been reviewed."""
    kind = review_of(counts)
    return words_for(language).lead[kind].rstrip(".") if kind else ""


def _of_document(work: Work, known: Known, pages: KnownPages, config: MkDocsConfig) -> Work:
    record = pages.record(known.document)
    is_original = known.language == pages.source_language
    overview = pages.page(known.language, known.document)
    document = Work(
        "CreativeWork",
        title_of(overview),
        known.language,
        absolute(overview.file, config) if overview is not None else "",
        published=record.date if is_original else "",
        origin=in_language(record.origin, known.language),
        licence=in_language(record.licence, known.language),
        part_of=_site(config, pages),
    )
    found = replace(
        work,
        kind="Article",
        status="" if is_original else status(known.counts.get(known.language, {}), known.language),
        changed=pages.changed(known),
        part_of=document,
    )
    if known.section:
        return found
    return replace(
        document, description=work.description, status=found.status, changed=found.changed
    )


def _site(config: MkDocsConfig, pages: KnownPages) -> Work:
    """The site in the language that is being built, as its home page tells of it."""
    language = str(config.theme["language"])
    home = pages.home(language)
    return Work("WebSite", config.site_name or "", language, absolute(home, config) if home else "")


def _original(file: File, known: Known, pages: KnownPages, config: MkDocsConfig) -> Work | None:
    page = pages.page(pages.source_language, known.document, known.section)
    if page is None:
        return None
    published = pages.record(known.document).date
    return Work(
        "Article" if known.section else "CreativeWork",
        title_of(page),
        pages.source_language,
        absolute(page.file, config),
        published="" if known.section else published,
    )


def _translations(
    file: File, known: Known, alternates: Alternates, config: MkDocsConfig
) -> tuple[Work, ...]:
    return tuple(
        Work(
            "Article" if known.section else "CreativeWork",
            "",
            code,
            absolute(each, config),
            status=status(known.counts.get(code, {}), code),
        )
        for code, each in alternates.files(file).items()
        if code != known.language
    )


def _people(known: Known, pages: KnownPages) -> tuple[str, ...]:
    told = (e.by for _, e in pages.events(known) if e.kind == "reviewed")
    return tuple(sorted({name for names in told for name in names}))
