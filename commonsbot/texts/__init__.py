"""Every sentence the bot says, in Fluent files beside this one (https://projectfluent.org)."""

from commonsbot.texts.languages import Languages
from commonsbot.texts.translator import LANGUAGES, Translator, Value
from commonsbot.texts.views import Views

__all__ = ["LANGUAGES", "Languages", "Translator", "Value", "Views"]
