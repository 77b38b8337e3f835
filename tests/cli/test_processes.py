"""A process that is tied to its parent ends with it, even when the parent is killed outright."""

import os
import signal
import subprocess
import sys

from tests.cli.running import eventually, is_running

PARENT = """
import os, subprocess, sys
from functools import partial
from register.cli.processes import end_with

child = subprocess.Popen(["sleep", "60"], preexec_fn=partial(end_with, os.getpid()))
print(child.pid, flush=True)
child.wait()
"""
ORPHAN = """
import os
from register.cli.processes import end_with

end_with(os.getppid() + 1)
print("still here", flush=True)
"""


class TestEndWith:
    def test_ends_the_child_of_a_parent_that_is_killed(self) -> None:
        parent = subprocess.Popen([sys.executable, "-c", PARENT], stdout=subprocess.PIPE, text=True)
        assert parent.stdout is not None
        child = int(parent.stdout.readline())
        assert is_running(child)

        os.kill(parent.pid, signal.SIGKILL)
        parent.communicate()

        assert eventually(lambda: not is_running(child))

    def test_ends_at_once_when_the_parent_ended_before_it_asked(self) -> None:
        done = subprocess.run([sys.executable, "-c", ORPHAN], capture_output=True, text=True, check=False)

        assert (done.returncode, done.stdout, done.stderr) == (1, "", "")
