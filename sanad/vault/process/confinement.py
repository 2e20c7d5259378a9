"""What the vault process may not do, told to the kernel before it unlocks anything.

No core dumps and no reading of its memory by other processes of the same user; its memory is not swapped out, where
the machine allows that; it starts no other program; and it opens no network, only sockets in files (where the database
is reached over TCP, that has to stay open). Root can still read everything: there is no wall against root.
"""

import ctypes
import errno
import platform
import resource
import struct
import threading

from django.conf import settings

PR_SET_DUMPABLE, PR_SET_NO_NEW_PRIVS, PR_SET_SECCOMP = 4, 38, 22
SECCOMP_MODE_FILTER = 2
MCL_CURRENT, MCL_FUTURE, MCL_ONFAULT = 1, 2, 4
OPEN_FILES = 512
STACK = 512 * 1024
MEMORY = 8 * 2**30  # a runaway ends here and not in swap; an index of a million names takes a fraction

# Numbers of the kernel's calls: socket, execve, execveat, ptrace, process_vm_readv, process_vm_writev, io_uring_setup.
CALLS = {
    "x86_64": (0xC000003E, 41, (59, 322, 101, 310, 311, 425)),
    "aarch64": (0xC00000B7, 198, (221, 281, 117, 270, 271, 425)),
}
AF_UNIX = 1
ALLOW, REFUSE = 0x7FFF0000, 0x00050000
LOAD, EQUAL, AT_LEAST, RETURN = 0x20, 0x15, 0x35, 0x06
OTHER_ABI = 0x40000000


def confine() -> tuple[str, ...]:
    """Confine this process for good; gives what could not be had, for the page that shows the vault's state."""
    missing = []
    threading.stack_size(STACK)
    libc = ctypes.CDLL(None, use_errno=True)
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    _limit(resource.RLIMIT_NOFILE, OPEN_FILES)
    _limit(resource.RLIMIT_AS, MEMORY)
    if libc.prctl(PR_SET_DUMPABLE, 0, 0, 0, 0):
        missing.append("dumps")
    if not _lock_memory(libc):
        missing.append("memory")
    if not _filter_calls(libc, network=_database_over_tcp()):
        missing.append("calls")
    if _database_over_tcp():
        missing.append("network")
    return tuple(missing)


def _limit(what: int, most: int) -> None:
    _soft, hard = resource.getrlimit(what)
    most = most if hard == resource.RLIM_INFINITY else min(most, hard)
    resource.setrlimit(what, (most, most))


def _lock_memory(libc: ctypes.CDLL) -> bool:
    """Keep the memory out of swap. With a small limit this would make later allocations fail: then rather not."""
    _soft, hard = resource.getrlimit(resource.RLIMIT_MEMLOCK)
    if hard != resource.RLIM_INFINITY:
        return False
    resource.setrlimit(resource.RLIMIT_MEMLOCK, (hard, hard))
    return libc.mlockall(MCL_CURRENT | MCL_FUTURE | MCL_ONFAULT) == 0


def _database_over_tcp() -> bool:
    return not settings.DATABASES["vault"]["HOST"].startswith("/")


def _filter_calls(libc: ctypes.CDLL, *, network: bool) -> bool:
    """Have the kernel refuse calls that the vault never makes; holds for all threads that come after."""
    calls = CALLS.get(platform.machine())
    if calls is None or libc.prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0):
        return False
    lines = filter_of(*calls, network=network)
    text = ctypes.create_string_buffer(b"".join(lines))
    program = ctypes.create_string_buffer(struct.pack("HxxxxxxP", len(lines), ctypes.addressof(text)))
    return libc.prctl(PR_SET_SECCOMP, SECCOMP_MODE_FILTER, program, 0, 0) == 0


def filter_of(machine: int, socket: int, never: tuple[int, ...], *, network: bool) -> list[bytes]:
    """The kernel's little program: each line is code, jump if true, jump if false, value."""
    refuse = _line(RETURN, 0, 0, REFUSE | errno.EPERM)
    lines = [
        _line(LOAD, 0, 0, 4),  # the machine that the call is made for
        _line(EQUAL, 1, 0, machine),
        refuse,
        _line(LOAD, 0, 0, 0),  # the number of the call
        _line(AT_LEAST, 0, 1, OTHER_ABI),
        refuse,
    ]
    for number in never:
        lines += [_line(EQUAL, 0, 1, number), refuse]
    if not network:
        lines += [
            _line(EQUAL, 0, 3, socket),
            _line(LOAD, 0, 0, 16),  # its first argument: the family of the socket
            _line(EQUAL, 1, 0, AF_UNIX),
            refuse,
        ]
    return [*lines, _line(RETURN, 0, 0, ALLOW)]


def _line(code: int, if_true: int, if_false: int, value: int) -> bytes:
    return struct.pack("HBBI", code, if_true, if_false, value)
