"""MinHash signature of a body: two bodies share about as many places as they share word 5-grams."""

import re

from rensa import RMinHash

SHINGLE_WORDS = 5  # long enough that sharing one is copying, short enough to survive light editing
PERMUTATIONS = 128  # Jaccard similarity to within about 0.09
SEED = 20231017  # any constant; another one makes every stored signature incomparable
WORD = re.compile(r"\w+")


def signature(body: str) -> list[int]:
    """128 unsigned 32-bit values; case and punctuation do not count."""
    words = WORD.findall(body.lower())
    count = max(len(words) - SHINGLE_WORDS + 1, 1)
    hashes = RMinHash(num_perm=PERMUTATIONS, seed=SEED)
    hashes.update([" ".join(words[start : start + SHINGLE_WORDS]) for start in range(count)])
    return list(hashes.digest())
