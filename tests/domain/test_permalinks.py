"""Links that the network's clients open."""

from commonsbot.domain.ids import EventId, RoomId, UserId
from commonsbot.domain.permalinks import Permalinks

ANNE = UserId("@anne.martin-culture.gouv.fr:agent.culture.tchap.gouv.fr")
ROOM = RoomId("!kCQTLuPwTDcdLJXlVD:agent.dinum.tchap.gouv.fr")
EVENT = EventId("$lFXwl4gbdhFm/8+Q")


def test_matrix_to_tells_a_room_from_a_person_by_its_sigil() -> None:
    links = Permalinks()
    assert links.user(ANNE) == f"https://matrix.to/#/{ANNE}"
    assert links.event(ROOM, EVENT, ANNE) == (
        f"https://matrix.to/#/{ROOM}/$lFXwl4gbdhFm%2F8%2BQ?via=agent.culture.tchap.gouv.fr"
    )


def test_a_client_of_the_network_has_an_address_for_each() -> None:
    links = Permalinks("https://tchap.gouv.fr")
    assert links.user(ANNE) == f"https://tchap.gouv.fr/#/user/{ANNE}"
    assert links.event(ROOM, EVENT, None) == (
        f"https://tchap.gouv.fr/#/room/{ROOM}/$lFXwl4gbdhFm%2F8%2BQ"
    )
