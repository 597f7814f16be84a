"""Lists of an office (friendly cities, agreements, delegations) into the register: CSV and Excel files, mapped by profiles."""

from amity.office.lists.importing import Import, Options, Replaced, Row, import_list, take_back
from amity.office.lists.profile import template_called

__all__ = ["Import", "Options", "Replaced", "Row", "import_list", "take_back", "template_called"]
