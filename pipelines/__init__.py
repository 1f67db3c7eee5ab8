"""When and where the assets run: definitions, jobs, the schedule, the sensor, and the command line."""
