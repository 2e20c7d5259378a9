"""A printed table of the demo: invented figures in which one total does not add up."""

from sanad.accounts.queries.making_readers import user_named
from sanad.accounts.readers import reader_for
from sanad.accounts.scope import scoped
from sanad.figures.actions import TableContent, publish_table
from sanad.figures.rules.published_lines import read_text

FIGURES = """area,category,period,measure,value,role
Khyber Pakhtunkhwa,Karo kari,2012/2015,cases,4,cell
Khyber Pakhtunkhwa,Kidnapping,2012/2015,cases,7,cell
Sindh,Karo kari,2012/2015,cases,9,cell
Sindh,Kidnapping,2012/2015,cases,5,cell
Pakistan,Karo kari,2012/2015,cases,13,category_total
Pakistan,Kidnapping,2012/2015,cases,12,category_total
Pakistan,All,2012/2015,cases,27,grand_total
"""


def make(username: str) -> None:
    """Enter it as somebody who saves figures."""
    user = user_named(username)
    assert user is not None
    by = reader_for(user)
    content = TableContent(
        name="Demo 2015",
        title="Invented figures, two of them missing from the total",
        printed_by="An invented office",
        classification="hrwing_2012_2015",
    )
    with scoped(by):
        publish_table(content, read_text(FIGURES, content.name)[0].figures, by=by)
