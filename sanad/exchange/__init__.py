"""Every door for machines: files that come in, and later packages, forms and exports.

Owns: reading a file (`files`), the mapping from its columns to our fields (`mapping`), turning a mapped row into
reports (`drafting`), the record of each import. Leaves to others: storing reports and undoing a batch (violations),
finding places, codes and institutions (their packages), keeping the original (vault), counting (figures).
`files`, `mapping` and `drafting` know no Django.
"""
