"""Imported before nbformat, this saves a second at every start.

nbformat checks notebooks with jsonschema, which imports an optional parser of internationalized addresses, which compiles a
grammar. No notebook schema asks for such an address, and jsonschema does without where the parser is missing.
"""

import sys

sys.modules.setdefault("rfc3987_syntax", None)  # type: ignore[arg-type]  # an import of it now fails, at once
