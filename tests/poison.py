"""Tables in which every free text carries an attack, and keeps every rule of the schema."""

from pathlib import Path

from agletters.tables import read_schema
from tests.defects.generator import fields, is_free, read, write

#: One text for all cells, so that what is equal stays equal. No ";", which parts lists.
ATTACK = (
    "</script><script>pwned=1</script>\"><img src=x onerror=pwned=1><svg onload=pwned=1>'-pwned='"
    "</style></title></textarea><iframe src=javascript:pwned=1></iframe>[x](javascript:pwned=1)"
    "{{7*7}}]]>--><a href=https://example.org/pwned>=1+1"
)
#: For texts that are compared word by word, which takes long for long ones.
SHORT = '"><svg onload=pwned=1>'
COMPARED = {"compared_text", "printed_text", "quotation", "text"}
#: A list of free texts.
NAMES = "also_printed_as"
#: Text that the analysis reads as a date, a kind or a condition, so that it is not free.
READ_AS_CODE = {
    "candidacies": {"ran_in_primary_for"},
    "comparisons": {"population", "group", "outcome"},
    "letters": {"doc_type"},
    "officeholders": {"took_office", "left_office", "incumbent_entry"},
    "offices": {"census_division", "next_regular_election"},
}


def poison(data: Path) -> list[tuple[str, str]]:
    """Put the attack behind every free text of the tables, and list the columns that have it."""
    poisoned = []
    for resource in read_schema(data)["resources"]:
        path = data / resource["path"]
        rows = read(path)
        kept = READ_AS_CODE.get(resource["name"], set())
        for place, field in enumerate(fields(resource)):
            key = field["name"] in resource["schema"]["primaryKey"]
            free = is_free(field) or field["name"] == NAMES
            if not free or key or field["name"] in kept or field.get("partialDate"):
                continue
            poisoned.append((resource["name"], field["name"]))
            attack = SHORT if field["name"] in COMPARED else ATTACK
            for row in rows[1:]:
                parts = row[place].split(";") if field["name"] == NAMES else [row[place]]
                row[place] = ";".join(part + attack * bool(part) for part in parts)
        if resource["name"] == "spans":
            start, end, text = (rows[0].index(name) for name in ("start", "end", "text"))
            for row in rows[1:]:
                row[end] = str(int(row[start]) + len(row[text]))
        write(path, rows)
    return poisoned
