"""Processes that must not outlive the one that started them.

A server that is killed outright cannot stop its workers; on Linux the kernel can do that, if each worker asks for it.
"""

import ctypes
import os
import signal
import sys

PR_SET_PDEATHSIG = 1  # <linux/prctl.h>


def end_with(parent: int) -> None:
    """Have the kernel end this process as soon as the parent has ended, in whatever way.

    Call it first thing in the child. Elsewhere than on Linux it does nothing: there a parent that is killed outright
    leaves its children behind.
    """
    if sys.platform != "linux":
        return
    if ctypes.CDLL(None, use_errno=True).prctl(PR_SET_PDEATHSIG, signal.SIGKILL) != 0:
        raise OSError(ctypes.get_errno(), "the kernel refused to tie this process to its parent")
    if os.getppid() != parent:  # the parent ended before the kernel was asked
        os._exit(1)
