"""The identity's keys and signatures, held against RFC 8032 and vodozemac."""

import json
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from vodozemac import Account, Ed25519PublicKey, Ed25519Signature

from commonsbot.errors import (
    ApprovalNeededError,
    ConfirmationNeededError,
    IdentityError,
    RefusedError,
)
from commonsbot.matrix.client import error_of
from commonsbot.matrix.confirmation import confirmation
from commonsbot.matrix.cross_signing import (
    MASTER,
    SELF_SIGNING,
    USAGES,
    Identity,
    Published,
    Seeds,
    SigningKey,
    is_signed_by,
    signable,
    signature_in,
)
from commonsbot.matrix.seeds import SeedFile

BOT = "@bot:example.org"
SEEDS = Seeds(b"m" * 32, b"s" * 32, b"u" * 32)
OURS = Identity(BOT, SEEDS)

json_values = st.recursive(
    st.none() | st.booleans() | st.integers(-(2**53) + 1, 2**53 - 1) | st.text(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=3),
    max_leaves=10,
)
contents = st.dictionaries(st.text(), json_values, max_size=4)


def device(id: str = "DEVICE") -> dict[str, Any]:
    """A device's keys, signed by itself, as a server has them."""
    account = Account()
    keys: dict[str, Any] = {
        "user_id": BOT,
        "device_id": id,
        "algorithms": ["m.olm.v1.curve25519-aes-sha2", "m.megolm.v1.aes-sha2"],
        "keys": {f"ed25519:{id}": account.ed25519_key.to_base64()},
    }
    own = account.sign(signable(keys)).to_base64()
    return keys | {"signatures": {BOT: {f"ed25519:{id}": own}}, "unsigned": {"x": 1}}


def seen(*devices: dict[str, Any], identity: Identity | None = OURS) -> Published:
    """What a server would show."""
    keys = identity.announcement() if identity else {}
    answer: dict[str, Any] = {f"{usage}s": {BOT: key} for usage, key in keys.items()}
    answer["device_keys"] = {BOT: {keys["device_id"]: keys for keys in devices}}
    return Published.read(BOT, answer)


def test_a_seed_gives_the_key_and_the_signature_of_rfc_8032() -> None:
    seed = bytes.fromhex("4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb")
    assert SigningKey(seed).public == "PUAXw+hDiVqStwqnTRt+vJyYLM8uxJaMwM1V8Sr0Zgw"


def test_what_is_signed_is_canonical_json_without_its_signatures() -> None:
    content = {"b": "é", "a": {"d": 1, "c": [None]}, "signatures": {}, "unsigned": {}}
    assert signable(content) == '{"a":{"c":[null],"d":1},"b":"é"}'.encode()


@given(contents)
def test_vodozemac_accepts_our_signatures(content: dict[str, Any]) -> None:
    key = SigningKey(SEEDS.master)
    signature = Ed25519Signature.from_base64(key.sign(content))
    public = Ed25519PublicKey.from_base64(key.public)
    public.verify_signature(signable(content), signature)


@given(contents)
def test_we_accept_those_of_vodozemac_and_of_nothing_else(content: dict[str, Any]) -> None:
    account = Account()
    public = account.ed25519_key.to_base64()
    signature = account.sign(signable(content)).to_base64()
    assert is_signed_by(public, content, signature)
    assert is_signed_by(public, content | {"signatures": {}, "unsigned": 1}, signature)
    assert not is_signed_by(public, content | {"more": 1}, signature)
    assert not is_signed_by(OURS.public[MASTER], content, signature)


@pytest.mark.parametrize("signature", [None, 3, "", "é", "AAAA", "A" * 86])
def test_no_signature_is_not_an_error(signature: object) -> None:
    assert not is_signed_by(OURS.public[MASTER], {}, signature)
    assert not is_signed_by("?", {}, "A" * 86)


def test_the_announcement_is_signed_by_the_master_key_and_never_padded() -> None:
    body = OURS.announcement()
    assert list(body) == ["master_key", "self_signing_key", "user_signing_key"]
    for usage in USAGES:
        key = body[f"{usage}_key"]
        public = OURS.public[usage]
        assert (key["user_id"], key["usage"]) == (BOT, [usage])
        assert key["keys"] == {f"ed25519:{public}": public}
    for usage in USAGES[1:]:
        key = body[f"{usage}_key"]
        master = OURS.public[MASTER]
        assert is_signed_by(master, key, signature_in(key, BOT, master))
    assert "=" not in json.dumps([body, SEEDS.written()])


def test_a_device_is_trusted_once_it_is_vouched_for() -> None:
    alone = device()
    vouched = OURS.vouched(alone)
    assert not OURS.vouches_for(alone) and OURS.vouches_for(vouched)
    assert list(vouched["signatures"][BOT]) == [f"ed25519:{OURS.public[SELF_SIGNING]}"]
    assert seen(vouched).is_trusted("DEVICE")
    assert not seen(alone).is_trusted("DEVICE")
    assert not seen(vouched, identity=None).is_trusted("DEVICE")
    assert not seen(vouched).is_trusted("OTHER")
    assert not seen(vouched | {"keys": {"ed25519:DEVICE": "x"}}).is_trusted("DEVICE")
    other = Identity(BOT, Seeds.fresh())
    assert not seen(vouched, identity=other).is_trusted("DEVICE")


@pytest.mark.parametrize(
    "answer",
    [{}, {"device_keys": None, "master_keys": {BOT: []}}, {"master_keys": {BOT: {"keys": {}}}}],
)
def test_a_strange_answer_shows_nothing(answer: dict[str, Any]) -> None:
    found = Published.read(BOT, answer)
    assert (found.public, found.device("D"), found.fingerprint("D")) == ({}, {}, "")


# The file


def test_seeds_are_kept_for_their_owner_only_and_come_back(tmp_path: Path) -> None:
    file = SeedFile(tmp_path, BOT)
    assert file.kept() is None
    made = file.made()
    assert file.made().public == made.public == SeedFile(tmp_path, BOT).made().public
    assert (tmp_path / "identity.json").stat().st_mode & 0o777 == 0o600


def test_a_reset_replaces_them_and_keeps_the_old(tmp_path: Path) -> None:
    file = SeedFile(tmp_path, BOT)
    old, new = file.made(), file.make_next()
    assert file.made().public == old.public
    file.adopt(datetime(2026, 1, 2, 3, 4, 5, tzinfo=UTC))
    assert file.made().public == new.public and file.next() is None
    (tmp_path / "identity-20260102T030405.json").rename(tmp_path / "identity.json")
    assert file.made().public == old.public


@pytest.mark.parametrize("text", ["", "[]", "{}", '{"user_id": "@bot:example.org"}', '"x"'])
def test_a_damaged_file_is_never_written_over(tmp_path: Path, text: str) -> None:
    path = tmp_path / "identity.json"
    path.write_text(text)
    with pytest.raises(IdentityError, match="damaged"):
        SeedFile(tmp_path, BOT).made()
    assert path.read_text() == text
    path.write_text(json.dumps({"user_id": "@other:example.org", **SEEDS.written()}))
    with pytest.raises(IdentityError, match="@other"):
        SeedFile(tmp_path, BOT).made()


# Confirming


def asked(*stages: str, **more: Any) -> ConfirmationNeededError:
    answer = {"session": "s1", "flows": [{"stages": [stage]} for stage in stages], **more}
    error = error_of(401, answer)
    assert isinstance(error, ConfirmationNeededError)
    return error


def test_a_password_confirms() -> None:
    assert confirmation(asked("m.login.sso", "m.login.password"), BOT, "secret") == {
        "type": "m.login.password",
        "session": "s1",
        "identifier": {"type": "m.id.user", "user": BOT},
        "password": "secret",
    }


@pytest.mark.parametrize("stage", ["m.oauth", "org.matrix.cross_signing_reset"])
def test_a_page_is_for_a_person(stage: str) -> None:
    link = "https://auth.example.org/account/?action=org.matrix.cross_signing_reset"
    with pytest.raises(ApprovalNeededError) as raised:
        confirmation(asked(stage, params={stage: {"url": link}}), BOT, "secret")
    assert (raised.value.link, raised.value.session) == (link, "s1")


@pytest.mark.parametrize(("stage", "password"), [("m.login.sso", "p"), ("m.login.password", None)])
def test_what_we_cannot_confirm_is_a_refusal(stage: str, password: str | None) -> None:
    with pytest.raises(RefusedError) as raised:
        confirmation(asked(stage), BOT, password)
    assert not isinstance(raised.value, ApprovalNeededError)
