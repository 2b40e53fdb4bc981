"""What MkDocs calls while it builds a site: pages first, then their order, then their titles.

In: the configuration of MkDocs. Out: pages in ``docs/``, a navigation in document order, and our
part of the theme. Only events stand here; i18n builds once per language with the same plugin.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from click import get_current_context
from jinja2 import Environment
from mkdocs.config.base import Config
from mkdocs.config.config_options import Optional, Type
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.livereload import LiveReloadServer
from mkdocs.plugins import BasePlugin, event_priority, get_plugin_logger
from mkdocs.structure.files import Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page
from mkdocs.utils import write_file
from mkdocs.utils.templates import TemplateContext

from diglot import pipeline, project, publication
from diglot.problems import UserError
from diglot.site import (
    appearance,
    glossary_links,
    kept_navigation,
    navigation,
    progress,
    redirects,
    templates,
    watching,
)
from diglot.site.remembered import Remembered
from diglot.site.searching import FoundPages
from diglot.site.sharing import Sharing
from diglot.site.taking_away import TakenAway, with_place
from diglot.source import PROJECT_PAGES

_log = get_plugin_logger("diglot")


class DiglotConfig(Config):
    """The settings of ``publication``, which says what each may be; MkDocs tells of other names."""

    publish = Optional(Type(object))
    reviewers = Optional(Type(object))
    report = Optional(Type(object))
    cards = Optional(Type(object))
    take_away = Optional(Type(object))


class DiglotPlugin(BasePlugin[DiglotConfig]):
    """Renders the documents of a project before MkDocs looks at ``docs/``."""

    def __init__(self) -> None:
        super().__init__()
        self._project: project.Project | None = None
        self._rendered: pipeline.Rendered | None = None
        self._nav_is_ours = False
        self._remembered: Remembered | None = None
        self._redirects: dict[str, str] = {}
        self._found = FoundPages()
        self._sharing: Sharing | None = None
        self._taken_away = TakenAway()

    def take(self, project: project.Project, rendered: pipeline.Rendered, kept: object) -> object:
        """Use these pages: ``diglot`` has rendered them, and told of their problems.

        ``kept`` is what ``take`` gave for the build before, or None: then nothing is kept.
        """
        self._project, self._rendered = project, rendered
        if kept is not None:
            self._remembered = kept if isinstance(kept, Remembered) else Remembered()
            self._found = self._remembered.found
        return self._remembered

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Render; before MkDocs' watcher looks at ``docs/`` (else every save would build twice)."""
        if self._rendered is None:
            self._render(config)
            watching.add_folders(config, self._project)
        if self._sharing is None and self._project is not None and self._rendered is not None:
            self._sharing = Sharing(self._project, self._rendered.documents)
        appearance.add_to_theme(config)
        templates.keep_compiled(config.theme)
        return config

    # After i18n (-100), which has taken the files of the other languages away by then.
    @event_priority(-200)
    def on_files(self, files: Files, *, config: MkDocsConfig) -> Files:
        """Set the navigation of the language that is being built, unless the user has set one."""
        if config.theme.get("language") is None:
            raise PluginError("the theme must be Material; write «name: material» under theme")
        if self._rendered is not None:
            self._redirects |= redirects.of(self._rendered.documents, files, config)
        if config.nav is None and self._rendered is not None:
            language = str(config.theme["language"])
            config.nav = navigation.of(self._rendered.documents, files, language)
            self._nav_is_ours = True
        if self._remembered is not None:
            self._remembered.begin(config, files)
        return files

    def on_nav(self, nav: Navigation, *, config: MkDocsConfig, files: Files) -> Navigation:
        """Forget our navigation: the next language has its own."""
        if self._nav_is_ours:
            config.nav, self._nav_is_ours = None, False
        return nav

    def on_page_markdown(
        self, markdown: str, *, page: Page, config: MkDocsConfig, files: Files
    ) -> str:
        """Make the title in the front matter safe for templates, which do not escape."""
        if "title" in page.meta:
            page.meta["title"] = appearance.safe(str(page.meta["title"]))
        navigation.name_group(page)
        progress.in_navigation(page, str(config.theme["language"]))
        if self._remembered is not None:
            self._remembered.watch_markdown(page, files)
        return markdown

    def on_page_content(self, html: str, *, page: Page, config: MkDocsConfig, files: Files) -> str:
        """Leave a place for the links to what can be taken away; lead to the user's glossary."""
        html = glossary_links.to_the_users(html, config, files)
        return with_place(html, page) if self._wish_to_take_away() else html

    def on_env(self, env: Environment, *, config: MkDocsConfig, files: Files) -> Environment:
        """All pages are read: others can be told of them; finish those that have changed."""
        if self._sharing is not None:
            self._sharing.read(files, config)
        kept_navigation.keep(env)
        if self._remembered is not None:
            self._remembered.watch_pages(env, config, files)
        return env

    def on_template_context(
        self, context: TemplateContext, *, template_name: str, config: MkDocsConfig
    ) -> TemplateContext:
        """Give ``404.html`` the languages' home pages, not the last page of the build before."""
        navigation.forget_alternates_of_a_page(config)
        return context

    # After i18n (50), which leaves the links to home pages absolute.
    @event_priority(-100)
    def on_page_context(
        self, context: TemplateContext, *, page: Page, config: MkDocsConfig, nav: Navigation
    ) -> TemplateContext:
        """Make every link of the language switcher work in a subfolder of a host, too.

        ``dg`` is what the page tells others.
        """
        # i18n sets it as an attribute, which the templates see before the item of the same name.
        alternates = getattr(config.extra, "alternate", None) or config.extra.get("alternate", ())
        navigation.make_alternates_relative(alternates, config)
        if self._sharing is not None:
            context["dg"] = self._sharing.head(page, config)  # type: ignore[typeddict-unknown-key]
        return context

    def on_post_page(self, output: str, *, page: Page, config: MkDocsConfig) -> str:
        """Set the direction of the whole page; search takes its text."""
        self._found.add(page, config)
        if self._wish_to_take_away() and self._project is not None:
            self._taken_away.add(page, self._project, config, served=self._is_served())
        return appearance.with_direction(output)

    def on_post_template(
        self, output_content: str, *, template_name: str, config: MkDocsConfig
    ) -> str:
        """The same for ``404.html``; and our own ``sitemap.xml``."""
        output = appearance.with_direction(output_content)
        if self._sharing is not None:
            output = self._sharing.template(output, template_name, config)
        return output

    # After i18n (-100), which builds the other languages in this event.
    @event_priority(-200)
    def on_post_build(self, *, config: MkDocsConfig) -> None:
        """Write styles, the index of search, and ways to the text of sections that are gone."""
        write_file(appearance.style().encode(), str(Path(config.site_dir, appearance.STYLE)))
        redirects.write(self._redirects, Path(config.site_dir))
        self._found.write(config)
        if not getattr(config.plugins.get("i18n"), "building", False) and self._sharing is not None:
            self._sharing.finish(config)
            self._sharing = None  # the next build, of `serve`, begins anew
        if self._wish_to_take_away() and self._project is not None and self._rendered is not None:
            orders = {each.id: each.sections for each in self._rendered.documents}
            self._taken_away.write(
                self._project, config, orders, _log.info, served=self._is_served()
            )

    def on_serve(
        self, server: LiveReloadServer, *, config: MkDocsConfig, builder: Callable[..., None]
    ) -> LiveReloadServer:
        """Watch what people write, not the pages that we write ourselves."""
        watching.watch_handwritten(server, config, [*self._documents(), *PROJECT_PAGES])
        return server

    def _render(self, config: MkDocsConfig) -> None:
        try:
            found = project.load(Path(config.config_file_path).parent)
            # MkDocs knows better: it reads `!ENV`, and its command line.
            self._project = replace(
                found,
                directory_urls=config.use_directory_urls,
                publication=publication.of(self.config),
            )
            self._rendered = pipeline.render(self._project)
        except UserError as error:
            raise PluginError(str(error)) from None
        for problem in self._rendered.problems:
            # No warning: `--strict` would refuse the site for what is only to be decided some day.
            _log.info("%s", problem)

    def _wish_to_take_away(self) -> bool:
        return self._project is not None and bool(self._project.publication.take_away)

    def _is_served(self) -> bool:
        """Whether the site is built again at every save."""
        command = get_current_context(silent=True)
        return self._remembered is not None or (
            command is not None and command.info_name == "serve"
        )

    def _documents(self) -> list[str]:
        return [document.id for document in self._rendered.documents] if self._rendered else []
