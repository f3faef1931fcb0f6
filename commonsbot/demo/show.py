"""The whole demonstration: the stage is set, the scene played, the prompt left, all taken down."""

import asyncio
import logging
import signal
import sys
import tempfile
from collections.abc import Sequence
from contextlib import AsyncExitStack, ExitStack
from pathlib import Path

from commonsbot.demo.bot import DemoError
from commonsbot.demo.chronicle import Chronicle
from commonsbot.demo.kept import Kept, is_foreign
from commonsbot.demo.scene import RETURN, SCENE, Beat, Performance
from commonsbot.demo.stage import MEMBERS, Stage, stage_in
from commonsbot.demo.terminal import Terminal
from commonsbot.demo.words import duration
from commonsbot.store.lock import data_directory

OK, FAILED, INTERRUPTED = 0, 1, 130


def show(
    data: Path | None, terminal: Terminal, *, interactive: bool, scene: Sequence[Beat] = SCENE
) -> int:
    """The exit code. Raises CommonsBotError when the stage can't be set, or falls."""
    logging.getLogger("nio").setLevel(logging.CRITICAL)  # it warns of what it then repairs
    with ExitStack() as stack:
        if data is None:
            folder = Path(stack.enter_context(tempfile.TemporaryDirectory(prefix="commonsbot-")))
        else:
            folder = data.resolve()
            if is_foreign(folder):
                raise DemoError(terminal.words.plain("demo-folder-foreign", path=str(data)))
        stack.enter_context(data_directory(folder))
        demonstration = _Demonstration(folder, data, terminal, interactive, scene)
        return asyncio.run(demonstration.run())


class _Demonstration:
    def __init__(
        self,
        folder: Path,
        data: Path | None,
        terminal: Terminal,
        interactive: bool,
        scene: Sequence[Beat],
    ) -> None:
        self._folder = folder
        self._data = data
        self._terminal = terminal
        self._interactive = interactive
        self._scene = scene

    async def run(self) -> int:
        """Ctrl-C and SIGTERM take everything down in order; a second one changes nothing."""
        work = asyncio.create_task(self._run())
        loop = asyncio.get_running_loop()
        for number in (signal.SIGINT, signal.SIGTERM):
            loop.add_signal_handler(number, _stop, work)
        try:
            return await work
        except asyncio.CancelledError:
            self._terminal.line()
            self._terminal.line(self._terminal.words.plain("demo-interrupted"))
            return INTERRUPTED

    async def _run(self) -> int:
        terminal = self._terminal
        terminal.line(terminal.words.plain("demo-title"), "bold")
        kept = Kept.open(self._folder, MEMBERS)
        kept.save(self._folder)  # should all stop here, the passwords are known next time
        async with AsyncExitStack() as stack:
            stage = await stack.enter_async_context(stage_in(self._folder, kept, terminal))
            try:
                good = await self._on(stage, kept)
            finally:
                with terminal.step("demo-stopping", "demo-stopped"):
                    await stack.aclose()
        return OK if good else FAILED

    async def _on(self, stage: Stage, kept: Kept) -> bool:
        """The scene, then the prompt; whether the scene went well."""
        chronicle = Chronicle(stage, self._terminal)
        if kept.played:
            chronicle.skip_the_past()
        telling = asyncio.create_task(chronicle.run())
        try:
            good = await self._play(stage, chronicle, kept)
            if self._interactive:
                await self._leave_a_prompt(stage, chronicle)
        finally:
            telling.cancel()
            await asyncio.wait([telling])
        return good

    async def _play(self, stage: Stage, chronicle: Chronicle, kept: Kept) -> bool:
        """Whether everything that was expected came."""
        scene = RETURN if kept.played else self._scene
        performance = Performance(stage, chronicle, self._terminal, scene)
        try:
            await stage.while_alive(performance.play())
        except DemoError:
            self._sum_up(performance)
            raise
        self._sum_up(performance)
        if performance.good:
            kept.played = True
            kept.save(self._folder)
        return performance.good

    async def _leave_a_prompt(self, stage: Stage, chronicle: Chronicle) -> None:
        from commonsbot.demo.prompt import Prompt  # readline touches the terminal

        prompt = Prompt(stage, chronicle, self._terminal, self._data)
        await stage.while_alive(prompt.run())

    def _sum_up(self, performance: Performance) -> None:
        say, terminal = self._terminal.words.plain, self._terminal
        terminal.title(say("demo-summary"))
        for one in performance.outcomes:
            detail = duration(terminal.words, one.took) if one.took is not None else one.why
            terminal.outcome("✓" if one.good else "✗", one.name, detail)
        names = [say(f"demo-beat-{beat.id}") for beat in performance.scene]
        rest = names[len(performance.outcomes) :]
        missing = next((one.name for one in performance.outcomes if not one.good), None)
        if rest and missing is None:
            missing, rest = rest[0], rest[1:]
            terminal.outcome("✗", missing, say("demo-outcome-died"))
        for name in rest:
            terminal.outcome("·", name, say("demo-outcome-skipped"))
        if missing is None:
            terminal.line(say("demo-all-good", count=len(names)), "bold")
        else:
            terminal.line(say("demo-not-all-good", name=missing), "bold red")


def _stop(work: "asyncio.Task[int]") -> None:
    if not work.cancelling():
        work.cancel()


def is_interactive() -> bool:
    """Whether a person can type and see what comes."""
    return sys.stdin.isatty() and sys.stdout.isatty()
