from __future__ import annotations

from collections.abc import Callable

import pytest

from site_builder.editor.fix import fixes, repair, rewritten
from site_builder.editor.sure import is_sure
from site_builder.load.files import Project
from site_builder.load.records import load
from site_builder.passages.anchor import Found, anchor
from site_builder.source import Source
from tests.projects import ARTICLE, checked, codes, edited, minimal, records
from tests.test_growth import seconds

QUOTE = "        quote: the roads are safer than ever\n"


def project(quote: str) -> Project:
    return edited(minimal(), "claims.yaml", QUOTE, quote)


def fixed(project: Project) -> tuple[str, int]:
    source = Source("claims.yaml", project.content["claims.yaml"].decode())
    text, done = rewritten(source, fixes(records(project)))
    return text, len(done)


@pytest.mark.parametrize(
    ("quote", "passage"),
    [
        ("The Roads are safer", "the roads are safer"),
        ("the roads are safer than ever.", "the roads are safer than ever,"),
        ("roads are safer in north", "roads are safer in the north"),
        ("it is the case of roads", "it is case of roads"),
        ("isn't meddling", "isn’t meddling"),
        ("war,he said", "war, he said"),
        ("he said they would attack", "he said that they would attack"),
        ("leader the republic met them", "leader of the republic met them"),
        ("“the roads are safer”", "the roads are safer"),
        ("… the roads are safer…", "the roads are safer"),
        ("– the roads are safer –", "the roads are safer"),
        ("Russia been told this", "Russia has been told this"),
        ("he came to Minsk is here", "he came to Minsk and is here"),
        ("they are ready attack at dawn", "they are ready to attack at dawn"),
        ("it was held 2020 and later", "it was held in 2020 and later"),
        ("he came Monday and left", "he came on Monday and left"),
    ],
)
def test_a_near_miss_is_sure(quote: str, passage: str) -> None:
    assert is_sure(quote, passage)


OTHERWISE = """
Russia is meddling | Russia is not meddling
Russia is no friend | Russia is friend
Россия вмешивается | Россия не вмешивается
80 percent of votes | 60 percent of votes
won in 5 towns | won in towns
incite from Russia | invite from Russia
roads are safe | roads are safer
he will go to it as we do so | he will go if it is as we all so
the roads are safer than ever | roads safer ever
the army can't attack at dawn | the army can attack at dawn
it won't do | it won do
inflation was 15 percent | inflation was 1.5 percent
it was 5 degrees that night | it was -5 degrees that night
he is a not able man | he is a notable man
will he re-sign tomorrow | will he resign tomorrow
Russia attack Poland | Russia may attack Poland
they go home in the evening | they all go home in the evening
لا يذهب الرجل | يذهب الرجل
ei tule kotiin | tule kotiin
he ej går hem | he går hem
few men came | men came
few men came | a few men came
two men came | men came
say if he goes | say he goes
он бы ушел | он ушел
the ex president spoke | the president spoke
the pro-war camp | the war camp
5% of them | 5 of them
£5 a head | €5 a head
at 1:30 that day | at 130 that day
some 10-20 of them | some 1020 of them
by 3,5 points | by 35 points
in 2020/21 they | in 202021 they
He left? | He left.
US forces came | us forces came
a president said | the president said
said the Hepatitis vaccine was | said the Hepatitis A vaccine was
that no ministers will sign | that no, ministers will sign
had twenty-four hour shifts | had twenty four-hour shifts
is innocent of that charge | is "innocent" of that charge
No, we will attack | No we will attack
Ministers, who lied, resigned | Ministers who lied resigned
he won most votes | he won the most votes
the police in charge of them | the police in the charge of them
that is out of question | that is out of the question
the poles are here | the Poles are here
we have no plan A | we have no plan
the third country | third country
the roads are safer | the roads, are safer
a re election | a re-election
anyone of them | any one of them
he arrested her | he was arrested her
they paid protesters | they paid for protesters
the men Russia killed | the men of Russia killed
attacked Russia at dawn | attacked by Russia at dawn
he could come home | he could have come home
he goes so he sees | he goes so that he sees
not he lied to us | not that he lied to us
he can't lied | he can't have lied
rebel army leaders spoke | rebel and army leaders spoke
the men the army attacked fled | the men and the army attacked fled
Putin opponents poisoned | Putin had opponents poisoned
he refused help from us | he refused to help from us
he wants help now | he wants to help now
they approved the plan | they approved of the plan
they knew the plan | they knew of the plan
he condemned the killing soldiers again | he condemned the killing of soldiers again
the rebels killed yesterday were ours | the rebels had killed yesterday were ours
they bought the army weapons today | they bought the army of weapons today
the workers strike today | the workers on strike today
the men watch the house | the men to watch the house
the man killed the guard | the man that killed the guard
police shooting the protesters | police were shooting the protesters
president and commander spoke | president and the commander spoke
he called her a cab | he called her cab
he said "no" and "yes" | "he said no" and yes
this led war there | this led to war there
they saw her fire men | they saw her fire at men
they lost the rebels | they lost to the rebels
won 5 towns there | won in 5 towns there
believe the men there | believe in the men there
paid to 5 men | paid to and 5 men
twenty 5 men | twenty and 5 men
he said they would attack | and he said they would attack
he said they came home | he said that they have come home
he said they came home there | he said that they had had come home there
"""


@pytest.mark.parametrize("pair", OTHERWISE.strip().splitlines())
def test_what_could_mean_something_else_is_not(pair: str) -> None:
    quote, passage = pair.split(" | ")
    assert not is_sure(quote, passage)
    assert not is_sure(passage, quote)


def test_an_article_is_one_in_its_own_language_only() -> None:
    assert is_sure("in north", "in the north", "en-GB")
    assert not is_sure("il tort", "il a tort", "fr")
    assert not is_sure("in north", "in the north", "ru")
    assert not is_sure("he said they lied", "he said that they lied", "de")


def test_of_two_candidates_none_is_chosen() -> None:
    article = "content/articles/daily-2020-05-03.md"
    made = edited(
        minimal(), article, "The roads, he added", "A road is a safe place. The road is a safe place. The roads"
    )
    made = edited(made, "claims.yaml", QUOTE, "        quote: Road is a safe place\n")
    assert fixes(records(made)) == []


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("quote: The roads are safer then ever", None),
        ("quote: The roads are SAFER than ever", "quote: the roads are safer than ever"),
        ("quote: The roads are safer than ever # as he said", "quote: the roads are safer than ever # as he said"),
        ("quote:   'The roads are safer  than ever'", "quote:   'the roads are safer than ever'"),
        ('quote: "The roads are safer than ever"', 'quote: "the roads are safer than ever"'),
        (
            "quote: >-\n          The roads are\n          safer than ever",
            "quote: >-\n          the roads are safer than ever",
        ),
        (
            "quote: |\n          The roads are\n          safer than ever",
            "quote: |\n          the roads are safer than ever",
        ),
        ("quote: The roads are\n          safer than ever", "quote: the roads are\n          safer than ever"),
        ("quote: 'The roads are\n\n          safer than ever'", "quote: 'the roads are\n          safer than ever'"),
    ],
)
def test_nothing_else_of_the_file_is_touched(written: str, expected: str | None) -> None:
    made = project(f"        {written}\n")
    before = made.content["claims.yaml"].decode()
    text, done = fixed(made)
    if expected is None:
        assert (text, done) == (before, 0)
        return
    assert text == before.replace(written, expected)
    assert codes(checked(edited(made, "claims.yaml", before, text))) == []


def test_a_text_that_needs_quotes_gets_them() -> None:
    article = "content/articles/daily-2020-05-03.md"
    made = edited(minimal(), article, "the roads are safer than ever", "yes")
    made = edited(made, "claims.yaml", QUOTE, "        quote: YES\n")
    text, done = fixed(made)
    assert done == 1
    assert '        quote: "yes"\n' in text


def test_line_ends_and_lists_on_one_line_stay() -> None:
    made = project("        quote: The roads are safer than ever\n")
    text = made.content["claims.yaml"].decode().replace("\n", "\r\n")
    made = Project({**made.content, "claims.yaml": text.encode()}, made.theme)
    assert fixed(made)[0] == text.replace("The roads are safer", "the roads are safer")
    flow = "      - {article: daily-2020-05-03, quote: The roads ARE safer than ever, speech: direct}\n"
    old = "      - article: daily-2020-05-03\n" + QUOTE + "        speech: direct\n"
    made = edited(minimal(), "claims.yaml", old, flow)
    assert flow.replace("The roads ARE", "the roads are") in fixed(made)[0]


def test_what_stands_there_twice_is_left() -> None:
    article = "content/articles/daily-2020-05-03.md"
    made = edited(
        minimal(), article, "The roads, he added", "He said the roads are safer than ever. The roads, he added"
    )
    made = edited(made, "claims.yaml", QUOTE, "        quote: The ROADS are safer than ever\n")
    assert fixes(records(made)) == []


def test_what_is_written_is_found(monkeypatch: pytest.MonkeyPatch) -> None:
    made = project("        quote: The roads are safer than ever.\n")
    (fix,) = fixes(records(made))
    found, _ = load(made)
    from site_builder.passages.document import read_document

    document = read_document(found.articles[0][1].body)[0]
    assert isinstance(anchor(document, fix.quote), Found)


def test_a_quotation_of_which_only_the_beginning_is_compared_is_left_to_the_editor() -> None:
    words = "the roads are safer than ever " * 50
    project = edited(minimal(), "claims.yaml", "the roads are safer than ever", f'"{words}indeed"')
    project = edited(project, ARTICLE, "the roads are safer than ever", words + "indeedly")
    assert repair(records(project)).done == ()


@pytest.mark.parametrize("form", ["      - {{article: {}, quote: {}}}\n", "      - article: {}\n        quote: {}\n"])
def test_twice_the_near_misses_are_twice_the_work(form: str) -> None:
    """The file is read again once, not for each of them."""

    def rewriting(size: int) -> Callable[[], object]:
        quotes = "".join(
            form.format("daily-2020-05-03", f"The roads number {i} are safer than ever") for i in range(size)
        )
        text = "\n".join(f"Words: the roads number {i} are safer than ever.\n" for i in range(size))
        made = edited(minimal(), "claims.yaml", "    published:", quotes + "    published:")
        made = edited(made, ARTICLE, "Carolinus", f"{text}\n\nCarolinus")
        source = Source("claims.yaml", made.content["claims.yaml"].decode())
        wanted = fixes(records(made))
        assert len(rewritten(source, wanted)[1]) == size
        return lambda: rewritten(source, wanted)

    assert seconds(rewriting(200)) < 10 * seconds(rewriting(40))
