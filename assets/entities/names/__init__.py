"""What names people, organizations and places have, and which mentions mean one of them."""
