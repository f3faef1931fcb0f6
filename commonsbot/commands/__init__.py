"""COMMANDS is the one table: what is not in it does not exist. GESTURES are its emojis."""

from collections.abc import Iterable

from commonsbot.commands import (
    audiences,
    blocklist,
    bulks,
    captures,
    catalogue,
    closures,
    consent,
    deadlines,
    diagnosis,
    duplicates,
    edition_choices,
    edition_times,
    editions,
    experiences,
    follows,
    forgetting,
    helpful,
    hiding,
    history,
    hours,
    journal,
    languages,
    licences,
    links,
    members,
    merges,
    moderation,
    my_data,
    news_filters,
    news_items,
    own_hours,
    proposals,
    questions,
    resources,
    reverts,
    reviews,
    revisions,
    rooms,
    search,
    signing,
    source_care,
    source_pages,
    source_states,
    sources,
    stats,
    synonyms,
    thanks,
    themes,
    trials,
    urgent,
    vocabulary,
    watch,
    words_of_others,
)
from commonsbot.commands.announcements import announce
from commonsbot.commands.answers import Answers, answer_commands
from commonsbot.commands.dispatch import Dispatcher
from commonsbot.commands.help import help_command
from commonsbot.commands.house import House
from commonsbot.commands.reactions import Gestures

ANSWERS: Answers = {
    **consent.ANSWERS,
    **duplicates.ANSWERS,
    **audiences.ANSWERS,
    **proposals.ANSWERS,
    **reviews.ANSWERS,
    **links.ANSWERS,
    **trials.ANSWERS,
    **questions.ANSWERS,
    **moderation.ANSWERS,
    **news_filters.ANSWERS,
    **my_data.ANSWERS,
    **words_of_others.ANSWERS,
    **forgetting.ANSWERS,
    **source_care.ANSWERS,
}

_OTHERS = (
    *captures.COMMANDS,
    *search.COMMANDS,
    *resources.COMMANDS,
    *experiences.COMMANDS,
    *history.COMMANDS,
    *revisions.COMMANDS,
    *reverts.COMMANDS,
    *proposals.COMMANDS,
    *moderation.COMMANDS,
    *hiding.COMMANDS,
    *bulks.COMMANDS,
    *blocklist.COMMANDS,
    *members.COMMANDS,
    *journal.COMMANDS,
    *stats.COMMANDS,
    *audiences.COMMANDS,
    *licences.COMMANDS,
    *reviews.COMMANDS,
    *merges.COMMANDS,
    *thanks.COMMANDS,
    *trials.COMMANDS,
    *questions.COMMANDS,
    *follows.COMMANDS,
    *answer_commands(ANSWERS, helpful.accept),
    *duplicates.COMMANDS,
    *themes.COMMANDS,
    *watch.COMMANDS,
    *deadlines.COMMANDS,
    *news_items.COMMANDS,
    *sources.COMMANDS,
    *source_states.COMMANDS,
    *source_pages.COMMANDS,
    *catalogue.COMMANDS,
    *news_filters.COMMANDS,
    *source_care.COMMANDS,
    *editions.COMMANDS,
    *edition_choices.COMMANDS,
    *edition_times.COMMANDS,
    *diagnosis.COMMANDS,
    *own_hours.COMMANDS,
    *rooms.COMMANDS,
    *languages.COMMANDS,
    *hours.COMMANDS,
    *closures.COMMANDS,
    *urgent.COMMANDS,
    *vocabulary.COMMANDS,
    *synonyms.COMMANDS,
    *signing.COMMANDS,
    *my_data.COMMANDS,
    *forgetting.COMMANDS,
)

COMMANDS = (help_command(_OTHERS), *_OTHERS)


def gestures_with(capture: Iterable[str]) -> Gestures:
    """`capture`: the emojis that keep a message."""
    return Gestures.of(ANSWERS, [*thanks.GESTURES, *captures.gestures(capture), *helpful.GESTURES])


GESTURES = gestures_with(captures.EMOJIS)

__all__ = ["COMMANDS", "GESTURES", "Dispatcher", "House", "announce", "gestures_with"]
