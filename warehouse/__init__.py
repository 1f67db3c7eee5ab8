"""What the data is: row models, DDL, frames, the data dictionary, SQL files, and the only door to DuckDB and Parquet."""
