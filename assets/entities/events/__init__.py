"""Events: triggers, participants, circumstances, topics."""
