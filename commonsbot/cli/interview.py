"""The questions of `init`: each answer is checked against the server before the next question."""

import re
from argparse import Namespace
from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar
from urllib.parse import urlsplit

from commonsbot.cli.places import Standing, look_at
from commonsbot.cli.server import Server, discover
from commonsbot.cli.terminal import Terminal
from commonsbot.cli.words import say
from commonsbot.cli.written import Answers
from commonsbot.config import documents, values
from commonsbot.config.shapes import UnreadableError
from commonsbot.errors import CommonsBotError, MatrixError

T = TypeVar("T")


class BadAnswerError(CommonsBotError):
    """An answer that can't be used; the message says why and what to do."""


class Interview:
    """Flags answer first; what they don't, or answer badly, is asked, if somebody is there."""

    def __init__(self, terminal: Terminal, args: Namespace) -> None:
        self._terminal = terminal
        self._args = args
        self._present = not args.non_interactive
        self._domain = ""
        self._title = _setting(args.config, "name")
        """What the network is called, as far as is known."""
        self._server = Server("")
        self.password = ""
        """The one that logged in, also when it is not to be kept; "" for a token."""

    def hold(self) -> Answers:
        """Raises BadAnswerError or MatrixError when nobody is there to answer again."""
        homeserver = self._until_good(
            say("init-homeserver"), self._homeserver, self._args.homeserver or ""
        )
        self._server = Server(homeserver)
        me = self._until_good(say("init-account"), self._log_in, self._args.account or "")
        self.password = me["password"]
        try:
            return self._rest(homeserver, me)
        except BaseException:
            if me["new"]:
                self._server.logout()
            raise

    def _rest(self, homeserver: str, me: dict[str, Any]) -> Answers:
        data: Path | None = self._args.data  # where the keys are already, they stay
        space = self._until_good(say("init-space"), self._space, self._args.space or "")
        rooms: list[str] = self._args.room
        if rooms or not space:
            rooms = self._until_good(say("init-rooms"), self._rooms, " ".join(rooms))
        name = self._until_good(
            say("init-name"), values.contact, self._args.name or "", self._title
        )
        return Answers(
            homeserver=homeserver,
            account=me["user_id"],
            access_token=self._server.token,
            device_id=me.get("device_id", ""),
            password=me["password"] if me["password"] and self._keeps_password() else "",
            name=name,
            space=space,
            rooms=rooms,
            stewards=self._until_good(
                say("init-stewards"), self._stewards, " ".join(self._args.steward)
            ),
            data=str(data.absolute()) if data else _setting(self._args.config, "data"),
        )

    def _until_good(
        self, question: str, check: Callable[[str], T], given: str, default: str = ""
    ) -> T:
        """`check`ed `given` or answer. Nobody there: what is not given is the default."""
        answer = given or ("" if self._present else default)
        while True:
            if not answer and self._present:
                answer = self._terminal.ask(question, default)
            try:
                return check(answer)
            except UnreadableError as error:
                trouble: CommonsBotError = BadAnswerError(_sentence(error))
            except (BadAnswerError, MatrixError) as error:
                trouble = error
            if not self._present:
                raise trouble
            self._terminal.tell(f"✗ {trouble}")
            answer = ""

    def _homeserver(self, answer: str) -> str:
        if not answer:
            raise BadAnswerError(say("init-needed", flag="--homeserver"))
        if "://" in answer:
            url = values.base_url(answer)
            self._domain = urlsplit(url).hostname or ""
        else:
            self._domain = values.host(answer.strip("/"))
            url = discover(self._domain)
        newest = Server(url).versions()[-1:]
        self._terminal.tell(f"✓ {say('init-answers', url=url, version=' '.join(newest))}")
        return url

    def _log_in(self, account: str) -> dict[str, Any]:
        """Who the bot is on the server: `user_id`, `device_id`, `password`, and `new` device."""
        if account.startswith("@"):
            self._domain = values.user(account).partition(":")[2]
        password, token = self._secrets(account)
        if token:
            return self._use_token(account, token)
        if not account:
            raise BadAnswerError(say("init-needed", flag="--account"))
        try:
            me = self._server.login(account, password)
        except MatrixError as error:
            if error.code == "M_FORBIDDEN":
                raise BadAnswerError(say("init-wrong-password")) from error
            raise
        return self._known({**me, "password": password, "new": True})

    def _secrets(self, account: str) -> tuple[str, str]:
        """A password, or else a token."""
        password, token = _first_line(self._args.password_file), _first_line(self._args.token_file)
        if password or token or not self._present:
            self._args.password_file = self._args.token_file = None  # asked for, the second time
        elif account:
            password = self._terminal.ask_hidden(say("init-password"))
        if not (password or token) and self._present:
            token = self._terminal.ask_hidden(say("init-token"))
        if not (password or token):
            raise BadAnswerError(say("init-needed", flag="--password-file"))
        return password, token

    def _use_token(self, account: str, token: str) -> dict[str, Any]:
        self._server.token = token
        me = self._server.whoami()
        name = str(me["user_id"])
        if account and account not in (name, name[1:].partition(":")[0]):
            raise BadAnswerError(say("init-other-account", account=name))
        if not me.get("device_id"):
            raise BadAnswerError(say("init-no-device"))
        return self._known({**me, "password": "", "new": False})

    def _known(self, me: dict[str, Any]) -> dict[str, Any]:
        self._domain = str(me["user_id"]).partition(":")[2]
        self._terminal.tell(f"✓ {say('init-logged-in', account=str(me['user_id']))}")
        return me

    def _keeps_password(self) -> bool:
        if self._args.keep_password or not self._present:
            return bool(self._args.keep_password)
        return self._terminal.confirm(say("init-keep-password"))

    def _space(self, answer: str) -> str:
        return self._place(answer, space=True) if answer else ""

    def _rooms(self, answer: str) -> list[str]:
        rooms = [self._place(name, space=False) for name in _words(answer)]
        if not rooms:
            raise BadAnswerError(say("init-nowhere"))
        return rooms

    def _place(self, answer: str, *, space: bool) -> str:
        sigil = "" if answer[0] in "#!" else "#"
        name = values.room(self._completed(sigil + answer) if answer[0] != "!" else answer)
        place = look_at(self._server, name)
        if place.space is not None and place.space is not space:
            raise BadAnswerError(say("init-not-space" if space else "init-not-room", name=name))
        if space and not self._title and place.title.isprintable():
            self._title = place.title
        mark = "·" if place.standing is Standing.CLOSED else "✓"
        self._terminal.tell(f"{mark} {place.sentence()}")
        return name

    def _stewards(self, answer: str) -> list[str]:
        people = [self._completed(f"@{name.lstrip('@')}") for name in _words(answer)]
        for person in people:
            values.user(person)
            found = self._server.known(person)
            self._terminal.tell(
                f"✓ {person}" if found else f"· {say('steward-unknown', name=person)}"
            )
        return people

    def _completed(self, name: str) -> str:
        """With the account's server where none is named."""
        return name if ":" in name else f"{name}:{self._domain}"


def _setting(config: Path, name: str) -> str:
    """What the configuration that was there before says. "" where it says nothing."""
    before = documents.read(config, []) if config.exists() else None
    kept = (before or {}).get(name)
    return kept if isinstance(kept, str) else ""


def _sentence(error: UnreadableError) -> str:
    remedy = say(f"{error.sentence}-remedy", **error.values)
    return f"{say(error.sentence, **error.values)} {remedy}"


def _words(answer: str) -> list[str]:
    return [word for word in re.split(r"[\s,;]+", answer) if word]


def _first_line(path: Path | None) -> str:
    if path is None:
        return ""
    try:
        return path.read_text(encoding="utf-8").partition("\n")[0].strip("\r")
    except OSError:
        raise BadAnswerError(say("init-no-file", path=str(path))) from None
