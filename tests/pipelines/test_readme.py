from pipelines.readme import BLOCK, README, filled


def test_the_answers_in_the_readme_are_those_the_seeds_give(built):
    text = README.read_text(encoding="utf-8")
    assert len(BLOCK.findall(text)) >= 6
    assert filled(text, built[0]) == text, "run 'make dataset docs' and commit the result"
