"""What must be true of each table: suites, validation, whole-table equations, Dagster asset checks, Data Docs."""
