"""What the homeserver knows of a page (spec, "GET /media/preview_url")."""

from urllib.parse import quote

from commonsbot.errors import RefusedError
from commonsbot.matrix.client import Client


class Previews:
    def __init__(self, client: Client) -> None:
        self._client = client
        self._offered = True

    async def title(self, url: str) -> str:
        """The title of a page, "" when the homeserver does not say.

        It learns the address. Raises MatrixError.
        """
        if not self._offered:
            return ""
        try:
            path = f"/v1/media/preview_url?url={quote(url, safe='')}"
            found = (await self._client.call("GET", path)).get("og:title")
        except RefusedError as error:
            self._offered = error.code != "M_UNRECOGNIZED"  # the homeserver makes no previews
            return ""
        return found.strip() if isinstance(found, str) else ""
