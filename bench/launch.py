"""Runs a command and prints what it used: exit status, seconds of processor time, bytes of memory.

A process of its own, and a small one: what a system calls the most memory of a process includes
what its parent had when it began.
"""

from __future__ import annotations

import os
import sys


def main() -> None:
    """``launch.py OUTPUT COMMAND…``: all that the command says goes into the file OUTPUT."""
    output, *words = sys.argv[1:]
    file = os.open(output, os.O_WRONLY | os.O_CREAT | os.O_TRUNC)
    actions = [(os.POSIX_SPAWN_DUP2, file, 1), (os.POSIX_SPAWN_DUP2, file, 2)]
    child = os.posix_spawn(words[0], words, os.environ, file_actions=actions)
    _, status, used = os.wait4(child, 0)
    unit = 1 if sys.platform == "darwin" else 1024
    print(os.waitstatus_to_exitcode(status), used.ru_utime + used.ru_stime, used.ru_maxrss * unit)


if __name__ == "__main__":
    main()
