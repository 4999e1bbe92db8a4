"""Imports modules, each as the first of its process: `python -W error import_alone.py ROOT FOLDER NAME...`.

Each process is a copy of this one, which has loaded only what Python itself starts with. That is as good as starting
Python for each, and quicker. What a copy says goes to the file NAME in FOLDER; how it ended is printed here.
"""

import os
import sys


def import_in_a_copy(name: str, path: str) -> int:
    """Import a module in a copy of this process; the copy's exit code."""
    copy = os.fork()
    if copy:
        return os.waitstatus_to_exitcode(os.waitpid(copy, 0)[1])
    said = os.open(path, os.O_WRONLY | os.O_CREAT)
    os.dup2(said, 1)
    os.dup2(said, 2)
    __import__(name)
    sys.exit()  # as any program ends, with whatever is said at the end


if __name__ == "__main__":
    sys.path[0], folder, *names = sys.argv[1:]
    ends = [f"{name} {import_in_a_copy(name, f'{folder}/{name}')}" for name in names]
    print("\n".join(ends))
