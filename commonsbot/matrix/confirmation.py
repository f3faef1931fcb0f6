"""How the bot confirms that it is the account's owner, when a homeserver asks."""

from commonsbot.errors import ApprovalNeededError, ConfirmationNeededError, RefusedError
from commonsbot.matrix.cross_signing import Json, part

PASSWORD = "m.login.password"  # noqa: S105 - the name of a stage

ON_A_PAGE = ("m.oauth", "org.matrix.cross_signing_reset")
"""Stages passed by a person, on a web page: MSC4312 (spec v1.17) and its name before."""


def confirmation(asked: ConfirmationNeededError, user: str, password: str | None) -> Json:
    """The `auth` that answers `asked` (spec, "User-interactive authentication").

    Raises ApprovalNeededError when a person must open a page, RefusedError when the account
    can't confirm in any way we know.
    """
    flows = [flow.get("stages") for flow in asked.answer["flows"] if isinstance(flow, dict)]
    session = str(asked.answer.get("session", ""))
    for stage in ON_A_PAGE:
        if [stage] in flows:
            link = str(part(asked.answer, "params", stage).get("url", ""))
            raise ApprovalNeededError(link, session)
    if [PASSWORD] not in flows:
        raise RefusedError(f"the homeserver asks for a confirmation we can't give: {flows}")
    if not password:
        raise RefusedError("the homeserver asks for the account's password")
    return {
        "type": PASSWORD,
        "session": session,
        "identifier": {"type": "m.id.user", "user": user},
        "password": password,
    }
