"""New packages, from a file or from the index, put where Argos looks for them.

A package is moved into its place only after it has been unpacked beside it and has translated a
token; the old one goes only then. So there is never half a package, and never none where there was
one.
"""

from __future__ import annotations

import tempfile
from collections.abc import Sequence
from pathlib import Path

from diglot.engines import (
    argos_folders,
    argos_model,
    argos_package,
    download,
    package_archive,
    package_index,
    package_store,
)
from diglot.engines.argos_folders import ArgosFolders
from diglot.engines.argos_package import ArgosPackage
from diglot.engines.download import Progress
from diglot.engines.package_index import Offer
from diglot.engines.package_staging import move, staging
from diglot.engines.route import best_route
from diglot.problems import UserError


def install_file(path: Path) -> ArgosPackage:
    """Install a package from a file, in place of older and newer ones of its pair."""
    if not path.is_file():
        raise UserError("there is no such file", path=path)
    packages = argos_folders.folders().packages
    with staging(packages) as beside:
        return _put_in_place(_verified(path, beside), packages, beside)


def install_pair(source: str, target: str, progress: Progress) -> tuple[ArgosPackage, ...]:
    """Fetch and install the newest package for a pair, or the two that make it together.

    What is there in this version, and works, is not fetched again. Raises UserError where the
    network does not let it, with the file to fetch by hand.
    """
    folders = argos_folders.folders()
    return tuple(
        _there(offer) or _fetched(offer, folders, progress)
        for offer in _chosen(folders, source, target)
    )


def _chosen(folders: ArgosFolders, source: str, target: str) -> tuple[Offer, ...]:
    try:
        chosen = best_route(package_index.offers(folders), source, target)
    except UserError as error:
        known = best_route(package_index.known_offers(folders), source, target)
        guess = Offer(
            source, target, "", ()
        )  # never seen the index: its name is known all the same
        raise _by_hand(error, known or (guess,), folders) from error
    if not chosen:
        raise UserError(
            f"the index of Argos packages has none for {source} → {target}",
            todo=f"see {folders.index} for those that there are",
        )
    return chosen


def _there(offer: Offer) -> ArgosPackage | None:
    same = [
        package
        for package in package_store.installed().packages
        if (package.source, package.target, package.version)
        == (offer.source, offer.target, offer.version)
    ]
    return next((each for each, wrong in package_store.verify(same) if wrong is None), None)


def _fetched(offer: Offer, folders: ArgosFolders, progress: Progress) -> ArgosPackage:
    with staging(folders.packages) as beside:
        package = _first_good(offer, folders, beside, progress)
        return _put_in_place(package, folders.packages, beside)


def _first_good(
    offer: Offer, folders: ArgosFolders, beside: Path, progress: Progress
) -> ArgosPackage:
    failure = UserError(f"the index gives no address for {offer.file}")
    for number, link in enumerate(offer.links):
        path = beside / f"{number}.argosmodel"
        try:
            download.fetch(link, path, largest=package_archive.LARGEST, progress=progress)
            return _verified(path, beside, offer)
        except UserError as error:
            # Named by its address: the file itself will be gone.
            what = error.problems[0].what
            failure = UserError(what if link in what else f"{link}: {what}")
    raise _by_hand(failure, (offer,), folders)


def _verified(archive: Path, beside: Path, wanted: Offer | None = None) -> ArgosPackage:
    unpacked = Path(tempfile.mkdtemp(prefix="unpacked-", dir=beside))
    try:
        package = argos_package.read(package_archive.unpack(archive, unpacked))
        if package is None:
            raise UserError("this Argos package is of a kind that does not translate")
        if wanted and (package.source, package.target) != (wanted.source, wanted.target):
            raise UserError(
                f"this package translates {package.source} → {package.target}, "
                f"and not {wanted.source} → {wanted.target}"
            )
        argos_model.verify(package)
    except UserError as error:
        # Of the file that the user knows, not of the folder that will be gone.
        problem = error.problems[0]
        raise UserError(problem.what, path=archive, todo=problem.todo) from error
    return package


def _put_in_place(package: ArgosPackage, packages: Path, beside: Path) -> ArgosPackage:
    place = packages / package.folder.name
    older = [
        each.folder
        for each in package_store.installed().packages
        if (each.source, each.target) == (package.source, package.target)
        and each.folder.parent == packages
    ]
    _refuse_to_replace_another(place, older)
    replaced = beside / "replaced"
    if place.exists():
        move(place, replaced)
    try:
        move(package.folder, place)
    except UserError:
        if replaced.exists():
            move(replaced, place)
        raise
    for number, folder in enumerate(older):
        if folder != place:
            move(folder, beside / f"older-{number}")
    return next(each for each in package_store.installed().packages if each.folder == place)


def _refuse_to_replace_another(place: Path, older: Sequence[Path]) -> None:
    """Only a package of the same pair is replaced, or a damaged one."""
    if not place.exists() or place in older:
        return
    try:
        argos_package.read(place)
    except UserError:
        return
    raise UserError(
        "another package stands where this one would go",
        path=place,
        todo=f"remove that one: diglot package remove {place.name}",
    )


def _by_hand(error: UserError, offers: Sequence[Offer], folders: ArgosFolders) -> UserError:
    files = " and ".join(
        offer.links[0] if offer.links else f"{offer.file} (its address stands in {folders.index})"
        for offer in offers
    )
    commands = " && ".join(f"diglot package install {offer.file}" for offer in offers)
    return UserError(
        error.problems[0].what,
        todo=f"fetch {files} by hand, on another machine if need be, and run: {commands}",
    )
