"""A network's own defaults, and what the operator says over them."""

import pytest

from commonsbot.errors import ConfigError
from tests.config.conftest import Load


def test_tchap_has_its_own_links_and_pace(load_text: Load) -> None:
    config = load_text("profile: tchap")
    assert config.permalink_prefix == "https://tchap.gouv.fr"
    assert (config.pace.per_second, config.pace.burst) == (1.0, 1)


def test_what_the_operator_writes_wins_key_by_key(load_text: Load) -> None:
    config = load_text("profile: tchap\npermalink_prefix: https://matrix.to\npace: {burst: 3}")
    assert config.permalink_prefix == "https://matrix.to"
    assert (config.pace.per_second, config.pace.burst) == (1.0, 3)


def test_without_a_profile_nothing_changes(load_text: Load) -> None:
    assert load_text().profile == "matrix"
    assert load_text("profile: matrix") == load_text()


@pytest.mark.parametrize("written", ["tchapp", "[tchap]", "3"])
def test_an_unknown_profile_is_refused(load_text: Load, written: str) -> None:
    with pytest.raises(ConfigError, match="matrix, tchap") as refusal:
        load_text(f"profile: {written}")
    assert refusal.value.key == "profile"


def test_a_mistake_beside_the_profile_is_still_told(load_text: Load) -> None:
    with pytest.raises(ConfigError) as refusal:
        load_text("profile: tchap\npace: fast")
    assert refusal.value.key == "pace"


@pytest.mark.parametrize(
    ("written", "strict"), [("true", True), ("oui", True), ("off", False), ("non", False)]
)
def test_strictness_is_switched_on_and_off(load_text: Load, written: str, strict: bool) -> None:
    assert load_text(f"encryption: {{strict: {written}}}").encryption.strict is strict
    assert load_text().encryption.strict is False


def test_a_switch_is_yes_or_no(load_text: Load) -> None:
    with pytest.raises(ConfigError, match="neither yes nor no") as refusal:
        load_text("encryption: {strict: maybe}")
    assert refusal.value.key == "encryption.strict"
