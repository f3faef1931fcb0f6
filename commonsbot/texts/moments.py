"""Moments and days, as a sentence says them."""

from datetime import datetime

from commonsbot.texts.views import Views


def moment(views: Views, at: datetime) -> str:
    """« lundi 30 novembre à 9 h »."""
    return views.texts.plain("moment", day=day(views, at), time=clock(views, at))


def day(views: Views, at: datetime) -> str:
    """« lundi 30 novembre »."""
    local, texts = at.astimezone(views.zone), views.texts
    return texts.plain(
        "moment-day",
        weekday=texts.plain("weekday", day=local.weekday()),
        day=local.day,
        month=texts.plain("month", month=local.month),
    )


def clock(views: Views, at: datetime) -> str:
    """« 9 h », « 14 h 30 »."""
    local = at.astimezone(views.zone)
    minute, two = local.minute, f"{local.minute:02}"
    return views.texts.plain("moment-time", hour=str(local.hour), minute=minute, minutes=two)
