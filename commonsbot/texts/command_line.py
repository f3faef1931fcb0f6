"""The sentences of the command line and of the settings.

They are kept in a folder of their own, so that the running bot does not hold them in memory.
"""

from pathlib import Path

from commonsbot.texts.translator import Translator

FOLDER = Path(__file__).parent / "cli"


def command_line_words(language: str) -> Translator:
    files = sorted(FOLDER.glob(f"*{language}.ftl"))
    return Translator(language, *(path for path in files if not path.name.startswith("demo.")))
