"""The command `community-os`. Nothing prints but it and `writing_commands`.

Commands import what they need themselves: imports are most of the time of a quick command.

Exit codes: 0 good; 1 problems in the content or the copy; 2 wrong arguments, refused score input or a missing part
of the machine; 3 a bug, with its traceback.
"""

import argparse
import json
import sys
import traceback
from collections.abc import Sequence
from io import StringIO
from pathlib import Path

from scoring import Move, Refused, parse_answers, parse_json, result_data
from scoring.model import CAPACITIES, MAX_ANSWER, SLOTS, STRAND_IDS
from site_builder.core.problems import BUG_NOTE, ContentProblems, MissingPart, raise_problems, tell_refusal
from site_builder.core.project import BOOK, Project, find_project
from site_builder.exit_codes import BUG, GOOD, PROBLEMS, WRONG_USE
from site_builder.writing_commands import ANYWHERE, add_writing_commands

LAST_PORT = 65_535
SHOWN = 3
"""So many files that have grown are named at most."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command and return its exit code."""
    options = _parser().parse_args(arguments)
    try:
        project = find_project(Path(options.root))
        if project is None and options.run in ANYWHERE:
            project = Project(Path(options.root), BOOK)
        if project is None:
            raise MissingPart(
                f"no content/site.yaml in {Path(options.root).resolve()} or above; run it in the project"
            )
        return int(options.run(project, options))
    except ContentProblems as problems:
        _tell(str(problems))
        return PROBLEMS
    except MissingPart as missing:
        _tell(f"community-os: {missing}")
        return WRONG_USE
    except KeyboardInterrupt:
        return GOOD
    except BrokenPipeError:  # the reader of our output, such as head, has seen enough
        sys.stdout = StringIO()  # the interpreter flushes it on its way out
        return GOOD
    except OSError as error:
        _tell(f"community-os: {tell_refusal(error)}")
        return WRONG_USE
    except Exception:
        traceback.print_exc()
        _tell(f"\n{BUG_NOTE}")
        return BUG


class _Version(argparse.Action):
    def __call__(self, parser: argparse.ArgumentParser, *_: object) -> None:
        from importlib.metadata import version

        print(f"{parser.prog} {version(parser.prog)}")
        parser.exit()


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="community-os", description="Builds Community OS / Neighborhood Ledger.")
    parser.add_argument("--root", default=".", help="the project's folder, or one inside it (default: this one)")
    parser.add_argument("--version", action=_Version, nargs=0, help="print the version")
    commands = parser.add_subparsers(required=True, metavar="COMMAND")

    build_command = commands.add_parser("build", help="build the site into dist/")
    build_command.add_argument("--with-book", action="store_true", help="offer the PDF and EPUB that make book made")
    build_command.set_defaults(run=_build)

    check_command = commands.add_parser("check", help="check the content and the finished pages; write nothing")
    check_command.set_defaults(run=_check)

    serve_command = commands.add_parser("serve", help="build, then show the site on this machine and follow changes")
    serve_command.add_argument("--port", type=_port, default=8000, help="default: 8000")
    serve_command.set_defaults(run=_serve)

    score_command = commands.add_parser("score", help="score answers given as JSON")
    score_command.add_argument("--json", required=True, metavar="FILE", help="a file, or - for standard input")
    score_command.set_defaults(run=_score)

    moves_command = commands.add_parser("moves", help="list the moves that would be suggested, best first")
    moves_command.add_argument("--strand", choices=STRAND_IDS, help="default: all strands")
    answers = range(MAX_ANSWER + 1)
    moves_command.add_argument("--answer", type=int, choices=answers, default=0, help="to its question; default: 0")
    moves_command.add_argument("--capacity", choices=CAPACITIES, default=CAPACITIES[-1], help="default: plenty")
    moves_command.add_argument("--context", action="append", default=[], metavar="CONTEXT", help="may be repeated")
    moves_command.add_argument("--week", type=int, default=0, help="ISO week, in which others lead; default: 0")
    moves_command.set_defaults(run=_moves)

    people_command = commands.add_parser(
        "people", help="show what invented people are offered, and how it was judged"
    )
    people_command.add_argument("folder", nargs="?", default="tests/scoring/people", help="default: %(default)s")
    people_command.add_argument("--write", action="store_true", help="write down anew what is offered, to be judged")
    people_command.set_defaults(run=_people)

    words_command = commands.add_parser("words", help="check the words of the pages and print their figures")
    words_command.set_defaults(run=_words)

    robustness_command = commands.add_parser("robustness", help="count how steady the score is, as JSON")
    robustness_command.set_defaults(run=_robustness)

    add_writing_commands(commands)
    _add_host_commands(commands)
    return parser


def _add_host_commands(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    deploy_command = commands.add_parser("deploy-files", help="write the files that set a host up")
    deploy_command.add_argument("host", metavar="HOST", help="nginx, caddy, github-pages ...; a wrong one lists all")
    deploy_command.add_argument("folder", nargs="?", metavar="DIR", help="default: where the host looks, or deploy/")
    deploy_command.add_argument(
        "--site", default="/srv/community", metavar="DIR", help="where a server has the site; default: %(default)s"
    )
    deploy_command.add_argument("--replace", action="store_true", help="write over files that are there")
    deploy_command.set_defaults(run=_deploy_files)

    verify_command = commands.add_parser("verify", help="compare a published copy with what was built")
    verify_command.add_argument("place", metavar="ADDRESS-or-FOLDER", help="https://example.org/community/, or dist")
    verify_command.set_defaults(run=_verify)


def _port(text: str) -> int:
    if not text.isascii() or not text.isdigit() or int(text) > LAST_PORT:
        raise argparse.ArgumentTypeError(f"{text!r} is no port; allowed: 0 to {LAST_PORT}")
    return int(text)


def _build(project: Project, options: argparse.Namespace) -> int:
    from site_builder.book_seen import note_new
    from site_builder.build import build_site
    from site_builder.output.budget import find_growth
    from site_builder.output.record import read_record
    from site_builder.schemas import write_schemas

    before = read_record(project.dist) or {}
    built = build_site(project, _tell, options.with_book)
    note_new(project)
    write_schemas(project)
    print(f"Built {built.pages} pages, {built.chapters} of them chapters, into {project.dist}")
    if grown := find_growth(before, built.files):
        more = f" and {len(grown) - SHOWN} more" if len(grown) > SHOWN else ""
        print(f"Grown since the build before: {', '.join(map(str, grown[:SHOWN]))}{more}")
    return GOOD


def _check(project: Project, _: argparse.Namespace) -> int:
    from site_builder.build import build

    built = build(project, _tell)
    print(f"No problems: {built.pages} pages, {built.chapters} of them chapters")
    return GOOD


def _serve(project: Project, options: argparse.Namespace) -> int:
    from site_builder.preview import Preview, make_server
    from site_builder.schemas import write_schemas

    write_schemas(project)
    preview = Preview(project, _tell)
    try:
        server = make_server(preview, options.port)
    except OSError as error:
        raise MissingPart(f"port {options.port} cannot be used ({error}); choose another with --port") from None
    print(f"Community OS is at http://127.0.0.1:{server.server_port}/ (stop with Ctrl-C)", flush=True)
    with preview.following():
        server.serve_forever()
    return GOOD


def _score(project: Project, options: argparse.Namespace) -> int:
    from site_builder.content.load import read_catalogue

    catalogue = read_catalogue(project)
    try:
        text = sys.stdin.read() if options.json == "-" else Path(options.json).read_text("utf-8")
        result = result_data(parse_answers(parse_json(text), catalogue), catalogue)
    except OSError as error:
        _tell(f"community-os: cannot read {options.json}: {error.strerror}")
        return WRONG_USE
    except UnicodeDecodeError:
        _tell(f"community-os: {options.json} is not UTF-8 text")
        return WRONG_USE
    except Refused as refused:
        _tell("\n".join(str(issue) for issue in refused.issues))
        return WRONG_USE
    print(json.dumps(result, indent=2, ensure_ascii=False))
    return GOOD


def _words(project: Project, _: argparse.Namespace) -> int:
    from site_builder.content.load import read_languages
    from site_builder.lint.written import check_written

    editions = [check_written(project.in_language(lang)) for lang in ("", *read_languages(project))]
    raise_problems([problem for written in editions for problem in written.problems])
    print(f"{'page':<40}{'words':>6}{'grade':>7}{'mean':>6}{'spread':>8}{'longest':>9}{'said':>6}{'sources':>9}")
    for page in (page for written in editions for page in written.measures):
        told = f"{page.words:>6}{page.grade:>7.1f}{page.mean:>6.1f}{page.spread:>8.1f}{page.longest_sentence:>9}"
        print(f"{page.page.source.path:<40}{told}{page.said_grade:>6.1f}{page.citations:>9}")
    for written in (written for written in editions if not written.measures):
        print(f"No wording.yaml is about {written.lang}: its quotation marks were checked and nothing else")
    return GOOD


def _robustness(_: Project, __: argparse.Namespace) -> int:
    from site_builder.pages.figures import robustness_figures

    print(json.dumps(robustness_figures(), indent=2))
    return GOOD


def _moves(project: Project, options: argparse.Namespace) -> int:
    from scoring.choosing import fitting_moves
    from site_builder.content.load import read_catalogue

    catalogue = read_catalogue(project)
    data = {"capacity": options.capacity, "contexts": options.context, "week": options.week}
    strands = [strand for strand in catalogue.strands if options.strand in (None, strand.id)]
    try:
        people = [parse_answers({"answers": {strand.id: options.answer}, **data}, catalogue) for strand in strands]
    except Refused as refused:
        _tell("\n".join(str(issue) for issue in refused.issues))
        return WRONG_USE
    for strand, person in zip(strands, people, strict=True):
        for slot in SLOTS:
            _print_moves(f"{strand.label}: {slot}s", fitting_moves(strand, slot, person, catalogue))
    return GOOD


def _people(project: Project, options: argparse.Namespace) -> int:
    from site_builder.content.load import read_catalogue
    from site_builder.people import read_people, report, write_offers

    catalogue = read_catalogue(project)
    folder = project.root / options.folder
    if not folder.is_dir():
        raise MissingPart(f"no folder {options.folder}; it holds a file for each person")
    people = read_people(folder, project, catalogue)
    if options.write:
        for path in write_offers(people, catalogue):
            print(f"Wrote {project.name(path)}")
        return GOOD
    lines, changed = report(people, catalogue)
    print("\n".join(lines))
    if changed:
        _tell(f"offered other moves than were judged: {', '.join(changed)}; write them down with --write, then judge")
    return PROBLEMS if changed else GOOD


def _print_moves(heading: str, moves: Sequence[Move]) -> None:
    print(f"\n{heading} ({len(moves)})")
    for place, move in enumerate(moves, start=1):
        marks = [f"+{item}" for item in move.suits] + [f"-{item}" for item in move.avoid]
        marks += [f"needs {need}" for need in move.needs]
        print(f"{place:3}. [{'*' * move.effort:<3}] {move.title:<60} {' '.join(marks)}".rstrip())


def _deploy_files(project: Project, options: argparse.Namespace) -> int:
    from site_builder.content.load import read_checked
    from site_builder.content.settings import check_settings
    from site_builder.hosting.recipes import recipe_folder, render_recipe, write_recipe

    files = render_recipe(options.host, read_checked(project, "site.yaml", check_settings), options.site)
    folder = recipe_folder(project, options.host, options.folder)
    written = write_recipe(files, folder, options.replace)
    for path in (folder / name for name in files):
        print(f"{'Wrote' if path in written else 'As it is:'} {project.name(path)}")
    print("The first lines of each file say what to do with it")
    return GOOD


def _verify(project: Project, options: argparse.Namespace) -> int:
    from site_builder.hosting.verify import verify

    report = verify(options.place, project.dist)
    print("\n".join([*report.lines(), f"{report.files} files compared: {'good' if report.is_good else 'not good'}"]))
    return GOOD if report.is_good else PROBLEMS


def _tell(text: str) -> None:
    print(text, file=sys.stderr, flush=True)
