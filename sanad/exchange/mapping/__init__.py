"""The mapping: what each column of a list is, in readable YAML that the wizard writes and the command takes.

`fields` is the catalogue of what a column can be, `schema` the mapping as values, `document` and `reading` turn YAML
into it with the line of every mistake, `writing` turns it back, `guess` proposes one from a header and some rows,
`guards` refuses identity numbers in clear columns. No Django.
"""
