#!/usr/bin/env python3
"""Check an export of a Sanad ledger without Sanad: one file, Python 3.9 or newer, and the package `cryptography`.

    python sanad_verify.py EXPORT --key KEY [--checkpoint FILE ...] [--against OLDER_EXPORT] [--json]

EXPORT is what the office wrote with `sanad ledger export`. KEY is the line with the public key that you were given
when you began to hold checkpoints: take it from your own papers, not from the export. Every --checkpoint is one that
you held. It was written apart from the program's own verifier, so that a mistake of one is seen by the other.

Ends with 0 where everything fits, 1 where something does not, 2 where a file cannot be read.
"""

import argparse
import base64
import datetime
import hashlib
import json
import sys

UNEVEN = datetime.timedelta(hours=2)  # a deed may be written down this long after it was done


class Unreadable(Exception):
    """A file is not what it should be."""


def sha256(content):
    return hashlib.sha256(content).digest()


class Tree:
    """The hashes of complete subtrees by their level: RFC 9162, grown like a binary counter."""

    def __init__(self):
        self.size = 0
        self.levels = {}

    def add(self, leaf):
        level = 0
        while level in self.levels:
            leaf = sha256(b"\x01" + self.levels.pop(level) + leaf)
            level += 1
        self.levels[level] = leaf
        self.size += 1

    def root(self):
        root = None
        for level in sorted(self.levels):
            root = self.levels[level] if root is None else sha256(b"\x01" + self.levels[level] + root)
        return sha256(b"") if root is None else root


def read_key(text):
    """Name, number and bytes of a public key, as `sanad checkpoint --key` writes it."""
    try:
        name, number, encoded = text.strip().split("+", 2)
        raw = base64.b64decode(encoded, validate=True)
    except ValueError:
        raise Unreadable("the key cannot be read") from None
    if len(raw) != 33 or raw[:1] != b"\x01" or sha256(name.encode() + b"\n" + raw)[:4].hex() != number:
        raise Unreadable("the key cannot be read")
    return name, bytes.fromhex(number), raw[1:]


def read_note(text, key):
    """Size, root and time of a checkpoint that the origin signed; None where it did not."""
    from cryptography.exceptions import InvalidSignature
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

    name, number, public = key
    text = text.replace("\r\n", "\n")
    try:
        body, signatures = text.split("\n\n", 1)
        origin, size, root, time = body.split("\n")
        dash, signer, encoded = signatures.strip().split(" ")
        signature = base64.b64decode(encoded, validate=True)
        found = int(size), base64.b64decode(root, validate=True), read_time(time[len("time ") :])
    except ValueError:
        return None
    if (origin, dash, signer, signature[:4], time[:5]) != (name, "\u2014", name, number, "time "):
        return None
    try:
        Ed25519PublicKey.from_public_bytes(public).verify(signature[4:], (body + "\n").encode())
    except InvalidSignature:
        return None
    return found


def read_time(text):
    return datetime.datetime.fromisoformat(text.replace("Z", "+00:00"))


def read_export(path):
    """The first line, and an iterator over the leaves."""
    file = open(path, encoding="utf-8")  # noqa: SIM115
    try:
        first = json.loads(file.readline())
        if first["sanad_ledger"] != 1:
            raise ValueError
    except (ValueError, KeyError, TypeError, UnicodeDecodeError):
        raise Unreadable(f"{path} is not an export of a ledger") from None
    return first, leaves_of(path, file)


def leaves_of(path, file):
    with file:
        for line in file:
            try:
                leaf = json.loads(line)
                yield int(leaf["position"]), bytes.fromhex(leaf["commitment"]), leaf.get("deed"), leaf.get("salt")
            except (ValueError, KeyError, TypeError):
                raise Unreadable(f"{path}: a line cannot be read") from None


class Check:
    """One run over an export."""

    def __init__(self, checkpoints, earlier):
        self.checkpoints = sorted((one for one in checkpoints if one[1]), key=lambda one: one[1][0])
        self.unsigned = [source for source, found in checkpoints if not found]
        self.sizes = {found[0] for _, found in self.checkpoints}
        self.earlier = earlier
        self.tree = Tree()
        self.roots = {}
        self.newest = None
        self.faults, self.notes = [], []
        self.otherwise, self.tombstones = [], {}

    def fault(self, kind, first, last=None, source=""):
        last = first if last is None else last
        self.faults.append({"kind": kind, "first": first, "last": last, "source": source})

    def leaf(self, position, commitment, deed, salt):
        if position != self.tree.size:
            self.fault("deleted" if position > self.tree.size else "doubled", self.tree.size, max(position - 1, 0))
        if self.earlier.get(position, commitment) != commitment:
            self.fault("rewritten", position, source="the earlier export")
        if deed is not None:
            self.content(position, commitment, deed, bytes.fromhex(salt))
        self.tree.add(sha256(b"\x00" + commitment))
        self.pass_size()

    def pass_size(self):
        if self.tree.size in self.sizes:
            self.roots[self.tree.size] = self.tree.root()
            times = [found[2] for _, found in self.checkpoints if found[0] == self.tree.size]
            self.newest = max([*times, *([self.newest] if self.newest else [])])

    def content(self, position, commitment, deed, salt):
        said = json.dumps(deed, ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode()
        now = sha256(salt + said)
        if now != commitment:
            self.otherwise.append((position, deed["id"], now.hex()))
        elif deed["action"] == "ledger.forgotten":
            self.tombstones[deed["object_id"]] = (deed["detail"].get("rest"), position)
        at = read_time(deed["at"])
        if self.newest and at < self.newest:
            if deed["action"] == "clock.set_back" and now == commitment:
                self.notes.append({"kind": "clock_set_back", "first": position})
                self.newest = at
            elif self.newest - at > UNEVEN:
                self.fault("back_dated", position)
        else:
            self.newest = at

    def end(self):
        for position, deed, now in self.otherwise:
            rest, said_at = self.tombstones.get(deed, (None, -1))
            if rest == now and said_at > position:
                self.notes.append({"kind": "erased", "first": position})
            else:
                self.fault("edited", position)
        for source in self.unsigned:
            self.fault("foreign", 0, source=source)
        fits = 0
        for source, found in self.checkpoints:
            if found[0] > self.tree.size:
                self.fault("cut_off", self.tree.size, found[0] - 1, source)
            elif self.roots.get(found[0]) == found[1]:
                fits = found[0]
            else:
                self.fault("forked", fits, max(found[0] - 1, 0), source)
        for position in sorted(self.earlier):
            if position >= self.tree.size:
                self.fault("cut_off", self.tree.size, max(self.earlier), "the earlier export")
                break


def check(options):
    """Everything that was found."""
    with open(options.key, encoding="utf-8") as file:
        key = read_key(file.read())
    first, leaves = read_export(options.export)
    notes = {"the export itself": first.get("note", "")}
    for path in options.checkpoint:
        with open(path, encoding="utf-8", errors="replace") as file:
            notes[path] = file.read()
    earlier = {}
    if options.against:
        earlier = {position: commitment for position, commitment, _, _ in read_export(options.against)[1]}
    checking = Check([(source, read_note(text, key)) for source, text in notes.items()], earlier)
    checking.pass_size()
    for leaf in leaves:
        checking.leaf(*leaf)
    checking.end()
    return checking


def say(line):
    sys.stdout.write(line + "\n")


def main():
    parser = argparse.ArgumentParser(description="Check an export of a Sanad ledger without Sanad.")
    parser.add_argument("export", metavar="EXPORT")
    parser.add_argument("--key", required=True, metavar="FILE", help="the public key of the ledger, from your papers")
    parser.add_argument("--checkpoint", action="append", default=[], metavar="FILE", help="a checkpoint that you held")
    parser.add_argument("--against", metavar="FILE", help="an earlier export that you held")
    parser.add_argument("--json", action="store_true", help="one JSON object on standard output")
    options = parser.parse_args()
    try:
        checking = check(options)
    except (Unreadable, OSError) as trouble:
        sys.stderr.write(f"sanad_verify: {trouble}\n")
        return 2
    faults = checking.faults
    result = {
        "sound": not faults,
        "leaves": checking.tree.size,
        "root": checking.tree.root().hex(),
        "checkpoints_held": len(options.checkpoint),
        "faults": faults,
        "notes": checking.notes,
    }
    if options.json:
        say(json.dumps(result))
    else:
        for one in faults + checking.notes:
            say(" ".join(f"{name} {value}" for name, value in one.items() if value != ""))
        if not options.checkpoint:
            say("No checkpoint was given: this shows that the export fits itself, not that it was never rewritten.")
        say(f"{result['leaves']} leaves, root {result['root']}: {'sound' if not faults else 'FAULTY'}")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
