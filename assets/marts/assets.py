"""Assets of the marts layer: what each view shows, stored for its checks and for export.

The published warehouse holds the views themselves, made from the same SQL files.
"""

from assets.star.assets import table_asset
from warehouse.tables import TABLES

MARTS = [table_asset(table) for table in TABLES if table.layer == "marts"]
