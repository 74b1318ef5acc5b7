"""Where the tests find the parts of the page: the one place to mend when the page is rebuilt."""

FIGURE = "figure.figure"
STAGE = ".stage"
DRAWING = ".drawing"
PLOT = ".plot"
INTERACTIVE = "button.interactive"
STATUS = "[role=status]"
THEME = "button#theme"
CONTENTS = "nav#menu"
CHAPTER = "section.chapter"
OFFICES = "section.offices"
OFFICE = "details.office"
OFFICE_RECORD = '[id^="office-"]:not(input)'
OFFICE_SEARCH = "input#office-search"
MAP = "#fig-who-signed-2010"
#: The list of statements, which has filters.
FILTERED = "#list-statements"
#: A table that can be searched and sorted.
RECORD = "#table-election-record"

#: What the build makes beside the page.
SINGLE = "backpage-letters.html"
CODE = "code.html"
NUMBERS = "numbers.html"
SCRIPTS = "interactive"

#: The widths of the issue: a laptop and a phone.
WIDTHS = {1280: 800, 390: 844}
LAPTOP = {"width": 1280, "height": WIDTHS[1280]}
SCHEMES = ("light", "dark")

#: The four statuses, as keys name them.
STATUS_LABELS = ("Signed", "Joined later", "Did not sign", "Not known")

#: The figure whose key has all four, and an entry of a key.
ALL_STATUSES = "#fig-campaign-maps"
KEY_ENTRY = ".key li"

LEAD = ".lead"
