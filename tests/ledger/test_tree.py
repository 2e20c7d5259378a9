"""The tree is that of RFC 9162: known answers, a naive second writing, and proofs that hold for nothing else."""

import hashlib

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sanad.ledger import tree

# The entries and roots with which the implementations of Certificate Transparency are tested.
ENTRIES = [
    bytes.fromhex(entry)
    for entry in (
        "", "00", "10", "2021", "3031", "40414243", "5051525354555657", "606162636465666768696a6b6c6d6e6f",
    )
]  # fmt: skip
ROOTS = [
    "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
    "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
    "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
    "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
    "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
    "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
    "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
    "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
    "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328",
]


def naive(entries) -> bytes:
    """RFC 9162, 2.1.1, word for word."""
    if not entries:
        return hashlib.sha256(b"").digest()
    if len(entries) == 1:
        return hashlib.sha256(b"\x00" + entries[0]).digest()
    k = 1
    while k * 2 < len(entries):
        k *= 2
    return hashlib.sha256(b"\x01" + naive(entries[:k]) + naive(entries[k:])).digest()


def naive_path(entries, m) -> list[bytes]:
    """RFC 9162, 2.1.3.1, word for word."""
    if len(entries) == 1:
        return []
    k = 1
    while k * 2 < len(entries):
        k *= 2
    if m < k:
        return [*naive_path(entries[:k], m), naive(entries[k:])]
    return [*naive_path(entries[k:], m - k), naive(entries[:k])]


def naive_consistency(entries, m, whole=True) -> list[bytes]:
    """RFC 9162, 2.1.4.1, word for word."""
    if m == len(entries):
        return [] if whole else [naive(entries)]
    k = 1
    while k * 2 < len(entries):
        k *= 2
    if m <= k:
        return [*naive_consistency(entries[:k], m, whole), naive(entries[k:])]
    return [*naive_consistency(entries[k:], m - k, False), naive(entries[:k])]


def hashes(entries):
    return [tree.leaf_hash(entry) for entry in entries]


@pytest.mark.parametrize("size", range(9))
def test_known_roots(size):
    assert tree.root_of(hashes(ENTRIES[:size])).hex() == ROOTS[size]


lists = st.lists(st.binary(max_size=4), min_size=1, max_size=70)


@given(lists, st.data())
@settings(max_examples=150, deadline=None)
def test_the_tree_is_that_of_the_naive_writing(entries, data):
    leaves = hashes(entries)
    m = data.draw(st.integers(1, len(entries)))
    assert tree.root_of(leaves) == naive(entries)
    assert tree.inclusion_proof(leaves, m - 1) == naive_path(entries, m - 1)
    assert tree.consistency_proof(leaves, m) == naive_consistency(entries, m)


@given(lists, st.data())
@settings(max_examples=150, deadline=None)
def test_a_proof_of_inclusion_holds_for_its_own_leaf_place_and_root_alone(entries, data):
    leaves, size = hashes(entries), len(entries)
    m = data.draw(st.integers(0, size - 1))
    root, proof = tree.root_of(leaves), tree.inclusion_proof(leaves, m)
    assert tree.is_included(leaves[m], m, size, proof, root)
    assert not tree.is_included(tree.leaf_hash(b"another"), m, size, proof, root)
    assert not tree.is_included(leaves[m], m, size, proof, b"\x00" * 32)
    assert not tree.is_included(leaves[m], m, size, [*proof, b"\x00" * 32], root)
    assert not tree.is_included(leaves[m], size, size, proof, root)
    other = data.draw(st.integers(0, size - 1))
    if leaves[other] != leaves[m]:
        assert not tree.is_included(leaves[m], other, size, proof, root)
    if proof:
        assert not tree.is_included(leaves[m], m, size, proof[:-1], root)


@given(lists, st.data())
@settings(max_examples=150, deadline=None)
def test_a_proof_of_consistency_holds_for_what_grew_alone(entries, data):
    leaves, size = hashes(entries), len(entries)
    m = data.draw(st.integers(1, size))
    root, earlier = tree.root_of(leaves), tree.root_of(leaves[:m])
    proof = tree.consistency_proof(leaves, m)
    assert tree.is_consistent(m, earlier, size, root, proof)
    changed = [*leaves]
    changed[data.draw(st.integers(0, m - 1))] = tree.leaf_hash(b"something else")
    assert not tree.is_consistent(m, tree.root_of(changed[:m]), size, root, proof)
    assert not tree.is_consistent(m, earlier, size, tree.root_of(changed), proof)
    assert not tree.is_consistent(m, earlier, size, root, [*proof, root])


@given(lists, st.data())
@settings(max_examples=100, deadline=None)
def test_a_tree_goes_on_from_its_frontier(entries, data):
    m = data.draw(st.integers(0, len(entries)))
    part = tree.Frontier().extend(hashes(entries[:m]))
    assert part.is_sound()
    assert part.root() == naive(entries[:m])
    again = tree.Frontier(part.size, [*part.peaks]).extend(hashes(entries[m:]))
    assert again.root() == naive(entries)


def test_what_is_no_part_of_the_tree_has_no_proof():
    with pytest.raises(ValueError, match="no leaf"):
        tree.inclusion_proof(hashes(ENTRIES), 8)
    with pytest.raises(ValueError, match="did not grow"):
        tree.consistency_proof(hashes(ENTRIES), 9)
    assert not tree.is_consistent(0, tree.EMPTY_ROOT, 3, b"", [])
    assert not tree.is_consistent(3, b"", 5, b"", [])
    assert not tree.Frontier(3, [b""]).is_sound()
