"""What kind of act a sentence tells, in which mode, and whether it was held, planned, cancelled, denied or possible."""

import pytest

from assets.entities import load_pipeline
from assets.entities.events.event_confidence import Evidence, Told
from assets.entities.events.event_reading import LEAST_CONFIDENCE, events_of
from assets.entities.events.told_as import joined_realis
from assets.entities.sentences.document_view import view_of
from warehouse.tables.entities import PloverType, Realis


def told(text):
    """Type, mode and realis by the words of the trigger."""
    view = view_of(load_pipeline()(text))
    return {
        view.doc[event.match.start : event.match.end].text: (event.plover_type.value, event.mode, event.realis.value)
        for event in events_of(view)
    }


def kinds(text, word):
    """Type, mode and realis of the event that a word tells; None where it tells none."""
    return next((kind for trigger, kind in told(text).items() if word in trigger), None)


@pytest.mark.parametrize(
    ("text", "word", "realis"),
    [
        ("President Boric was in Brasilia on Tuesday for talks with President Lula.", "talks", "asserted"),
        ("The planned talks between President Boric and President Lula fell through.", "talks", "cancelled"),
        ("President Boric was unable to meet President Lula in Brasilia.", "meet", "negated"),
        ("Chile stopped short of condemning Russia.", "condemning", "negated"),
        ("President Boric pulled out of a planned meeting with President Lula.", "meeting", "cancelled"),
        ("President Boric withdrew from a planned meeting with President Lula.", "meeting", "cancelled"),
        ("President Boric met President Lula in Brasilia on Tuesday.", "met", "asserted"),
        ("President Boric will meet President Lula in Brasilia.", "meet", "planned"),
        ("Peru called on Chile to open talks next week.", "called", "asserted"),
        ("SECRETARY RUIZ: I just want to thank President Sol for being here today.", "thank", "asserted"),
        ("SECRETARY RUIZ: We want to meet with Foreign Minister Blum soon.", "meet with", "hypothetical"),
        ("Foreign Minister Rau has invited his Czech counterpart to visit Warsaw in May.", "invited", "asserted"),
        ("Chile has not accepted the invitation of Peru.", "accepted", "negated"),
        ("Neither side has accepted the proposal of the United Nations.", "accepted", "negated"),
        (
            "The meeting between Foreign Minister Fidan and Foreign Minister Lavrov was cancelled.",
            "meeting",
            "cancelled",
        ),
        ("The visit of President Petro to Caracas has been postponed.", "visit", "cancelled"),
        ("President Petro was to meet President Maduro, but the meeting was called off.", "meet", "cancelled"),
        (
            "The talks between Foreign Minister Fidan and Foreign Minister Dendias did not take place.",
            "talks",
            "negated",
        ),
        ("If President Xi meets President Biden, tensions will ease.", "meets", "hypothetical"),
        ("President Xi may meet President Biden in November.", "meet", "hypothetical"),
        ("Did Kenya condemn the attack on the embassy of Sudan?", "condemn", "hypothetical"),
    ],
)
def test_realis_of_an_event(text, word, realis):
    kind = kinds(text, word)
    assert kind is not None
    assert kind[2] == realis


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("Kenya denied that its minister had met the envoy of Sudan.", "met"),
        ("No meeting took place between Foreign Minister Fidan and Foreign Minister Dendias.", "meeting"),
        ("Foreign Minister Fidan has no plans to meet Foreign Minister Dendias.", "meet"),
        ("I would not expect any meeting between Secretary Blinken and Foreign Minister Lavrov.", "meeting"),
        ("Washington is not aware of any meeting between President Xi and President Kim.", "meeting"),
        ("There has not been another call between President Biden and President Zelenskyy.", "call"),
        ("President Petro left Lima without meeting President Boluarte.", "meeting"),
        ("President Xi and President Kim have yet to meet President Putin.", "meet"),
        ("Peru condemned Chile not because it attacked Bolivia, but because it lied.", "attacked"),
        ("Iran has not agreed to hold talks with the United States.", "talks"),
        ("Ghana stopped short of urging its citizens to leave Togo.", "urging"),
    ],
)
def test_what_a_negation_reaches_is_denied(text, word):
    assert kinds(text, word)[2] == "negated"


@pytest.mark.parametrize(
    ("text", "word", "realis"),
    [
        (
            "The meeting between President Biden and President Putin is not happening in a vacuum.",
            "meeting",
            "asserted",
        ),
        ("President Biden is not meeting with President Xi despite our differences.", "meeting", "asserted"),
        ("Washington does not regard a meeting with President Putin as a reward.", "meeting", "asserted"),
        ("That is not unique to the meeting between President Biden and President Putin.", "meeting", "asserted"),
        ("Russia not only attacked Odesa, it robbed Kherson.", "attacked", "asserted"),
        ("President Xi and President Biden did not meet until Friday.", "meet", "asserted"),
        ("The Taliban committed not to allow attacks on the United States.", "committed", "asserted"),
        ("Russia should not detain Brittney Griner.", "detain", "asserted"),
        ("If Peru does not agree with Chile, Bolivia will leave.", "agree", "hypothetical"),
    ],
)
def test_a_negation_leaves_alone_what_is_taken_for_granted(text, word, realis):
    assert kinds(text, word)[2] == realis


@pytest.mark.parametrize(
    ("text", "word", "realis"),
    [
        ("Did Secretary Blinken raise this during his meeting with Foreign Minister Lavrov?", "meeting", "asserted"),
        ("Is there an agenda for when Secretary Blinken meets President Abbas next week?", "meets", "planned"),
        ("The United States imposed sanctions on Belarus, right?", "sanctions", "asserted"),
        ("Why did President Biden sanction Belarus?", "sanction", "asserted"),
        ("Will Secretary Blinken meet President Abbas?", "meet", "hypothetical"),
        ("Has the meeting between President Xi and President Biden been moved?", "meeting", "hypothetical"),
    ],
)
def test_a_question_takes_for_granted_what_it_is_not_about(text, word, realis):
    assert kinds(text, word)[2] == realis


@pytest.mark.parametrize(
    ("text", "word", "realis"),
    [
        (
            "The meeting between Peru and Chile, announced for the end of January, never took place.",
            "meeting",
            "cancelled",
        ),
        ("The meeting of President Xi and President Biden will not take place.", "meeting", "cancelled"),
        ("Ambassador Sullivan continues to meet with Foreign Minister Lavrov.", "meet", "asserted"),
        ("Secretary Blinken had an opportunity in Rome to speak with President Abbas.", "speak", "asserted"),
        ("Both sides looked forward to the summit of Japan and Viet Nam.", "summit", "planned"),
        ("Foreign Minister Rau accepted an invitation of Turkey to visit Ankara.", "visit", "planned"),
        ("Minister Hirosawa stated that Japan would receive the President of Kenya.", "receive", "planned"),
    ],
)
def test_what_is_set_to_come_and_what_goes_on(text, word, realis):
    assert kinds(text, word)[2] == realis


@pytest.mark.parametrize(
    ("text", "word", "mode"),
    [
        ("Peru and Chile agreed to reopen the border crossing.", "agreed", "accord"),
        ("Foreign Minister Dendias accepted an invitation to visit Ankara.", "accepted", "invitation"),
        ("Japan invited the President of Kenya to Tokyo.", "invited", "meet"),
        ("Brazil called on Venezuela to release the prisoners.", "called", "yield"),
        ("Sudan asked Egypt for financial assistance.", "asked", "assist"),
        ("Secretary Blinken spoke by phone with Foreign Minister Kuleba.", "spoke", "phone"),
        ("Minister Sol received a phone call from Minister Novak.", "received", "phone"),
        ("Rebels from Chad raped four women in Sudan.", "raped", "sexual"),
        ("Minister Sol summoned Mr. Novak to deliver a note of protest.", "summoned", "disapprove"),
        ("Deputy Minister Sol called in Ambassador Novak and warned him over his remarks.", "called", "disapprove"),
        ("Norway designated Iceland a major ally.", "designated", "recognition"),
        ("Japan donated vaccines to Viet Nam in a shipment of humanitarian relief.", "donated", "humanitarian"),
        ("The United States delivered missiles and ammunition to Ukraine.", "delivered", "military"),
        ("France and Senegal signed a memorandum on fishing.", "signed", "signature"),
        ("Minister Sol paid courtesy calls to President Novak and Prime Minister Lund.", "calls", "meeting"),
    ],
)
def test_mode_of_an_event(text, word, mode):
    kind = kinds(text, word)
    assert kind is not None
    assert kind[1] == mode


@pytest.mark.parametrize(
    ("text", "word", "plover_type"),
    [
        ("The ministers reaffirmed their support for the sovereignty of Ukraine.", "reaffirmed", "SUPPORT"),
        ("The ministers reaffirmed their commitment to the defense of Japan.", "reaffirmed", "AGREE"),
        ("Manila said that the protest was filed on Monday with the embassy of China.", "protest", "ACCUSE"),
        ("The Treasury designated three companies of Myanmar for their role in the coup.", "designated", "SANCTION"),
    ],
)
def test_type_of_an_event(text, word, plover_type):
    kind = kinds(text, word)
    assert kind is not None
    assert kind[0] == plover_type


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("Have you talked to President Putin?", "talked"),
        ("You would have to ask Secretary Blinken.", "ask"),
        ("The policy met the needs of the people of Kenya.", "met"),
        ("The spokesman denied being a candidate of the government.", "denied"),
        ("President Biden signed into law the bill on water.", "signed"),
        ("The President will speak to reporters in Rome.", "speak"),
        ("The minister called the talks useful.", "called"),
        ("Jane Roe, of Ohio, to be a Member of the Board, vice John Doe, resigned.", "resigned"),
        ("Next, let's go to Patsy from Voice of America.", "go"),
        ("I wanted to ask you about some reporting in Poland.", "ask"),
        ("President Biden talked about the jobs numbers of the United States.", "talked"),
        ("As President Biden talked about yesterday, the United States is at work.", "talked"),
        ("The United States and Japan do not negotiate in public.", "negotiate"),
        ("Ms. Murray received her J.D. from Yale Law School in 2009.", "received"),
        ("They commended the frequent discussions between Japan and Kenya.", "discussions"),
        ("For decades the army of Myanmar has killed members of the Rohingya.", "killed"),
        (
            "Whenever a U.S. citizen is arrested overseas, we provide all services to citizens of the United States.",
            "arrested",
        ),
        (
            "The United States fights for democracy and combats corruption and impunity in support of the people.",
            "fights",
        ),
        ("The American Rescue Plan is helping schools of Puerto Rico.", "helping"),
        ("Japan welcomed the commitment of Kenya to reforms.", "commitment"),
        ("Minister Sol called the talks with Kenya useful.", "talks"),
        ("The purchase is a step toward meeting one of the many NATO target requirements of Croatia.", "meeting"),
        ("The treaty sets out the deepening cooperation between Croatia and Slovenia.", "cooperation"),
        ("Minister Sol decided to go along with the proposal of Chile.", "go"),
        ("A team designated by the President of Ghana visited Togo.", "designated"),
        ("The spokesman of Chad confirmed that the meeting with Togo would take place on Monday.", "confirmed"),
        ("The intelligence service of Kenya warned of possible attacks by militants in Mombasa.", "warned"),
        ("The mediators of Angola tried to negotiate a ceasefire between Chad and Togo.", "ceasefire"),
        ("Minister Sol called the situation in Chad extremely serious.", "called"),
        ("The embassy of Chad did not respond to a request for comment from Togo News.", "request"),
        ("President Sol fired Prime Minister Novak of Chad last month.", "fired"),
        ("Chad and Togo have strongly denied accusations they are supporting the rebels.", "accusations"),
    ],
)
def test_words_that_tell_no_event(text, word):
    assert kinds(text, word) is None


@pytest.mark.parametrize(
    ("text", "word", "realis"),
    [
        ("Minister Sol announced talks with Minister Novak in Lima.", "talks", "planned"),
        ("Peru and Chile agreed on a meeting of their presidents.", "meeting", "planned"),
        ("Ghana is preparing a visit by President Novak to Accra.", "visit", "planned"),
        ("The visit of the Chilean minister to Accra is being coordinated.", "visit", "planned"),
        ("A meeting between President Novak and President Lula is on the agenda.", "meeting", "planned"),
        ("Minister Sol said she was open to talks with Minister Novak.", "talks", "hypothetical"),
        ("Minister Sol did not rule out a meeting between Peru and Chile.", "meeting", "hypothetical"),
        ("Minister Sol left without holding a meeting with Minister Novak.", "meeting", "negated"),
        ("Minister Sol announced the purchase at a meeting with Minister Novak in Accra.", "meeting", "asserted"),
        ("The talks between Peru and Chile were held in Accra in 2017.", "talks", "asserted"),
        ("A meeting between Minister Sol and Minister Novak was planned to take place in Accra.", "meeting", "planned"),
        ("Japan announced $40 million in humanitarian aid to Chad on Tuesday.", "aid", "planned"),
        ("President Sol arrived in Lima with visits planned to Chile.", "visits", "planned"),
        ("Peru and Chile will sign the treaty during the visit of President Novak to Lima.", "visit", "planned"),
        ("The talks between Peru and Chile have proved fruitful.", "talks", "asserted"),
    ],
)
def test_meetings_that_are_prepared_or_thinkable(text, word, realis):
    kind = kinds(text, word)
    assert kind is not None
    assert kind[2] == realis


@pytest.mark.parametrize(
    ("text", "word", "realis"),
    [
        ("Peru has decided to expel three Chilean diplomats.", "expel", "planned"),
        ("Peru will expel three Chilean diplomats, the ministry said.", "expel", "planned"),
        ("Minister Sol pressed Ghana to ratify the treaty with Togo.", "ratify", "hypothetical"),
        ("The resolution requires that Chad withdraw its troops from Sudan.", "withdraw", "hypothetical"),
        (
            "The Council called on Chad to cease its support and immediately withdraw from Sudan.",
            "withdraw",
            "hypothetical",
        ),
        ("Chad declared on Sunday that it did not recognize the statement of Togo.", "recognize", "asserted"),
        ("Minister Sol agreed to a meeting with Minister Novak.", "meeting", "planned"),
    ],
)
def test_what_is_decided_or_asked_for_has_not_come_about(text, word, realis):
    kind = kinds(text, word)
    assert kind is not None
    assert kind[2] == realis


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("A visit of President Novak to Ghana is being discussed.", "discussed"),
        ("Chile's president praised the miners in a release from her office.", "release"),
        ("Ghana denies the accusation of Togo.", "denies"),
    ],
)
def test_words_about_other_words_tell_no_event(text, word):
    assert kinds(text, word) is None


@pytest.mark.parametrize(
    ("probability", "realis"), [(0.95, Realis.PLANNED), (0.7, Realis.PLANNED), (0.5, Realis.ASSERTED)]
)
def test_the_encoder_decides_where_it_is_sure(probability, realis):
    assert joined_realis(Realis.ASSERTED, Realis.PLANNED, probability) is realis


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("The Peru-Chile Consultation Mechanism will meet in Lima.", "meet"),
        ("Washington announced $47 million in aid to Kenya.", "aid"),
        ("Peru and Chile held a second round of talks in Accra.", "talks"),
        ("Minister Sol discussed the fishing quota in a phone call with Minister Novak.", "c"),
        ("The Peruvian and Ghanaian presidents co-chaired a conference on fishing in Accra.", "c"),
    ],
)
def test_one_act_of_two_words_is_told_once(text, kept):
    kinds_told = [kind for kind, _, _ in told(text).values()]
    assert len(kinds_told) == len(set(kinds_told))
    assert any(kept in trigger for trigger in told(text))


@pytest.mark.parametrize(
    "text",
    [
        "Minister Sol engaged in a series of meetings with Minister Novak in Lima.",
        "Minister Sol arrived in Lima on Monday for an official visit.",
    ],
)
def test_one_meeting_is_told_once(text):
    assert len(told(text)) == 1


def test_an_act_told_by_a_verb_that_tells_none_elsewhere_is_doubtful():
    act = Told(PloverType.SANCTION, Realis.ASSERTED, (0.8,), is_quoted=False)
    known, odd = (Evidence(seen=0.9, is_odd=is_odd).confidence(act) for is_odd in (False, True))
    assert odd < LEAST_CONFIDENCE < known


def test_who_designates_a_network_punishes_it():
    assert kinds("Today Norway is designating an international smuggling network.", "designating")[0] == "SANCTION"


@pytest.mark.parametrize(
    ("text", "word", "kind"),
    [
        ("Peru summoned the Chilean ambassador yesterday evening, it said in a statement.", "summoned", "ACCUSE"),
        ("Peru summoned Chile's envoy to Lima, the daily said on its site.", "summoned", "ACCUSE"),
        ("Peru pledged $20 million to the reconstruction of Haiti.", "pledged", "AID"),
        ("Peru and Brazil initialled a free trade agreement on Monday.", "initialled", "SUPPORT"),
        ("Israel resumed strikes on Gaza on Friday.", "strikes", "ASSAULT"),
    ],
)
def test_types_that_the_words_leave_no_doubt_of(text, word, kind):
    assert kinds(text, word)[0] == kind


@pytest.mark.parametrize(
    ("text", "word", "mode"),
    [
        ("Ana Rey phoned Luis Sol, a day after the two held talks in Oslo.", "talks", "meeting"),
        ("Peru recalled its ambassador to Chile for consultations on Monday.", "recalled", "withdraw"),
        ("Minister Ana Rey hosted a reception for Ambassador Luis Sol in Lima.", "hosted", "meeting"),
        ("Peru recognised Kosovo as an independent state on Monday.", "recognised", "recognition"),
        ("Peru threatened to leave the pact unless Chile pays.", "threatened", ""),
        ("Peru threatened to bomb the port unless Chile pays.", "threatened", "violence"),
    ],
)
def test_modes_by_the_words(text, word, mode):
    assert (kinds(text, word)[1] or "") == mode


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("Peru recalled its ambassador to Chile for consultations on Monday.", "consultations"),
        ("Minister Ana Rey urged unity in addressing the crisis when attending the summit in Oslo.", "addressing"),
    ],
)
def test_words_that_tell_no_meeting(text, word):
    assert kinds(text, word) is None


def test_who_speaks_when_attending_attends():
    assert (
        kinds("Minister Ana Rey urged Peru to remain calm when attending the summit in Oslo.", "attending")[2]
        == "asserted"
    )
