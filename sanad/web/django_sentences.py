"""Sentences of Django itself that our users meet, marked so that the catalogue has them in our Urdu.

Django's own Urdu is missing many of them and spells others otherwise than we do.
"""

from sanad.kit.refusals import N_


def ngettext(singular: str, plural: str, number: int) -> None:
    """Mark a sentence that has a plural; only the catalogue reads it."""


SENTENCES = (
    N_("This field is required."),
    N_("Enter a valid value."),
    N_("Enter a whole number."),
    N_("Enter a number."),
    N_("Enter a valid date."),
    N_("Enter a valid date/time."),
    N_("Enter a valid email address."),
    N_("Enter a valid URL."),
    N_("Enter a valid UUID."),
    N_("Enter a list of values."),
    N_("Enter a complete value."),
    N_("Select a valid choice. %(value)s is not one of the available choices."),
    N_("Select a valid choice. That choice is not one of the available choices."),
    N_("“%(pk)s” is not a valid value."),
    N_("Enter a valid “slug” consisting of letters, numbers, underscores or hyphens."),
    N_("Null characters are not allowed."),
    N_("Ensure this value is greater than or equal to %(limit_value)s."),
    N_("Ensure this value is less than or equal to %(limit_value)s."),
    N_("No file was submitted. Check the encoding type on the form."),
    N_("No file was submitted."),
    N_("The submitted file is empty."),
    N_("Please either submit a file or check the clear checkbox, not both."),
    N_(
        "ManagementForm data is missing or has been tampered with. Missing fields: %(field_names)s. "
        "You may need to file a bug report if the issue persists."
    ),
    N_("(Hidden field %(name)s) %(error)s"),
    N_("Currently"),
    N_("Change"),
    N_("Clear"),
    N_("Yes"),
    N_("No"),
    N_("Unknown"),
    N_("This password is too common."),
    N_("This password is entirely numeric."),
    N_("The password is too similar to the %(verbose_name)s."),
    N_("The two password fields didn’t match."),
    N_("Your old password was entered incorrectly. Please enter it again."),
    N_("Please enter a correct %(username)s and password. Note that both fields may be case-sensitive."),
    N_("This account is inactive."),
)

ngettext(
    "Ensure this value has at most %(limit_value)d character (it has %(show_value)d).",
    "Ensure this value has at most %(limit_value)d characters (it has %(show_value)d).",
    1,
)
ngettext(
    "Ensure this value has at least %(limit_value)d character (it has %(show_value)d).",
    "Ensure this value has at least %(limit_value)d characters (it has %(show_value)d).",
    1,
)
ngettext(
    "Ensure this filename has at most %(max)d character (it has %(length)d).",
    "Ensure this filename has at most %(max)d characters (it has %(length)d).",
    1,
)
ngettext(
    "This password is too short. It must contain at least %(min_length)d character.",
    "This password is too short. It must contain at least %(min_length)d characters.",
    1,
)
ngettext("Please submit at most %(num)d form.", "Please submit at most %(num)d forms.", 1)
