"""Commands of somebody who makes a site of their own: what starts files, and what looks after them."""

import argparse
from pathlib import Path
from shlex import quote

from site_builder.core.project import BOOK, Project
from site_builder.exit_codes import GOOD, PROBLEMS, WRONG_USE

GUIDES = ("hosting", "writing")
"""The documents that hosts need, in `docs/` of the book."""


def add_writing_commands(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Commands that write files to be edited."""
    site_command = commands.add_parser("new-site", help="start a site of your own over this book")
    site_command.add_argument("folder", help="a new or empty folder")
    site_command.add_argument("--name", default="", help="what the site is called; default: the name of the folder")
    site_command.set_defaults(run=new_site)

    for kind in ("chapter", "page"):
        command = commands.add_parser(f"new-{kind}", help=f"start a {kind} in content/{kind}s/, as a draft")
        command.add_argument("slug", help="its name in addresses, such as night-walks")
        command.add_argument("title", help="its title")
        command.set_defaults(run=_new_text, kind=kind)

    copy_command = commands.add_parser("copy", help="copy a file of the book into your site, to change it there")
    copy_command.add_argument("file", help="such as content/help.yaml")
    copy_command.set_defaults(run=_copy)

    update_command = commands.add_parser(
        "update", help="note that you have seen what changed in the book under yours"
    )
    update_command.add_argument(
        "--check", action="store_true", help="list what has changed in the book under yours; write nothing"
    )
    update_command.set_defaults(run=_update)

    guide_command = commands.add_parser("guide", help="print a guide: hosting, or writing")
    guide_command.add_argument("name", choices=GUIDES)
    guide_command.set_defaults(run=guide)
    schemas_command = commands.add_parser("schemas", help="write JSON Schemas of the files in content/, for editors")
    schemas_command.set_defaults(run=_schemas)

    doctor_command = commands.add_parser("doctor", help="tell what is missing on this machine, and what brings it")
    doctor_command.set_defaults(run=doctor)


def new_site(_: Project, options: argparse.Namespace) -> int:
    """Start a site."""
    from site_builder.own_site import write_new_site

    folder = Path(options.folder)
    for path in write_new_site(folder, options.name):
        print(f"Wrote {path}")
    print(f"Next: cd {quote(str(folder))}, then: community-os serve")
    return GOOD


def _copy(project: Project, options: argparse.Namespace) -> int:
    from site_builder.own_site import copy_file

    print(f"Wrote {project.name(copy_file(project, options.file))}; change what you like, or delete it again")
    return GOOD


def _update(project: Project, options: argparse.Namespace) -> int:
    from site_builder.book_seen import changed_below, note_all

    if not options.check:
        print(f"Noted what is under yours ({note_all(project)}); update --check tells when some of it changes")
        return GOOD
    changed = list(changed_below(project))
    for name, change in changed:
        print(f"{name}: the book's has changed", *(f"    {line}" for line in change), "", sep="\n")
    print("When you have looked, run: community-os update" if changed else "Nothing has changed under yours")
    return PROBLEMS if changed else GOOD


def guide(_: Project, options: argparse.Namespace) -> int:
    """Print a guide."""
    print((BOOK / "docs" / f"{options.name}.md").read_text("utf-8"), end="")
    return GOOD


def _schemas(project: Project, _: argparse.Namespace) -> int:
    from site_builder.schemas import write_schemas

    for path in write_schemas(project):
        print(f"Wrote {project.name(path)}")
    return GOOD


def doctor(project: Project, _: argparse.Namespace) -> int:
    """Look at this machine."""
    from site_builder.doctor import examine

    findings = list(examine(project))
    for one in findings:
        state = "good" if not one.trouble else "MISSING" if one.is_needed else "not there, and not needed yet"
        print(f"{one.name}: {state}" + (f"\n    {one.trouble}" if one.trouble else ""))
    return WRONG_USE if any(one.trouble and one.is_needed for one in findings) else GOOD


def _new_text(project: Project, options: argparse.Namespace) -> int:
    from site_builder.content.scaffold import write_chapter, write_page

    path = (write_chapter if options.kind == "chapter" else write_page)(project, options.slug, options.title)
    print(f"Wrote {project.name(path)}; it is a draft until you take out the line draft: true")
    return GOOD


ANYWHERE = (new_site, guide, doctor)
"""These need no project around them."""
