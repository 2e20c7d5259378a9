"""The vault in the test's own process: the same messages and the same answers, without a process and its start.

What only a process of its own can show (the socket, its confinement, `kill -9`) is in `tests/vault/test_process.py`.
"""

from sanad.vault import asking
from sanad.vault.messages import LENGTH, Message, packed, unpacked
from sanad.vault.process.answering import answer
from sanad.vault.process.state import Vault

VAULT = Vault()


def over_the_line(message: Message) -> Message:
    """A message as the other side reads it."""
    return unpacked(packed(message)[LENGTH.size :])


def answer_here() -> None:
    """From now on this process answers itself."""
    asking.ask_through(lambda message: over_the_line(answer(VAULT, over_the_line(message))))
