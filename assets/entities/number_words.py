"""English number words below a hundred and their values: the one list for amounts and times."""

BELOW_TWENTY = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
    "eighteen nineteen"
)
TENS = "twenty thirty forty fifty sixty seventy eighty ninety"
SMALL: dict[str, int] = {word: value for value, word in enumerate(BELOW_TWENTY.split())} | {
    word: 10 * value for value, word in enumerate(TENS.split(), start=2)
}
