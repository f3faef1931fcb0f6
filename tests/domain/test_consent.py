"""Nothing is shown to more people, nor given away, without its author."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from commonsbot.domain.audiences import Audience, widens
from commonsbot.domain.consent import within_consent
from commonsbot.domain.differences import differences
from commonsbot.domain.files import File
from commonsbot.domain.licences import Licence
from commonsbot.domain.merging import merged, unmerged
from commonsbot.domain.resources import Draft, Kind

FILES = (
    File(uri="mxc://example.org/a", name="plan.pdf"),
    File(uri="mxc://example.org/b", name="budget.ods", encrypted=True),
)
LINKS = tuple(f"https://example.org/{name}" for name in "abc")
words = st.text(st.sampled_from("ab é\n."), max_size=12).map(str.strip)
drafts = st.builds(
    Draft,
    title=words.filter(bool),
    text=words,
    links=st.lists(st.sampled_from(LINKS), unique=True).map(tuple),
    themes=st.lists(st.sampled_from(["ia", "falc", "web"]), unique=True).map(tuple),
    kind=st.sampled_from(Kind),
    licence=st.sampled_from(Licence),
    audience=st.sampled_from(Audience),
    files=st.lists(st.sampled_from(FILES), unique=True).map(tuple),
)


@given(drafts, drafts, st.booleans())
def test_no_edit_widens_the_audience_or_opens_the_licence_for_others(
    old: Draft, new: Draft, own: bool
) -> None:
    granted = within_consent(old, new, own=own)
    draft = granted.draft
    assert old.audience and draft.audience and draft.licence
    assert not widens(old.audience, draft.audience)
    if not own and draft.licence.is_open:
        assert draft.licence is old.licence
    if widens(old.audience, new.audience or old.audience):
        assert granted.audience is new.audience


@given(drafts, drafts, st.booleans())
def test_what_is_public_is_open_and_a_file_of_an_encrypted_room_stays_there(
    old: Draft, new: Draft, own: bool
) -> None:
    draft = within_consent(old, new, own=own).draft
    assert draft.audience is not Audience.PUBLIC or (draft.licence and draft.licence.is_open)
    assert draft.audience is Audience.ROOM or not any(file.encrypted for file in draft.files)


@given(drafts, drafts)
def test_two_drafts_differ_by_something_or_are_the_same(old: Draft, new: Draft) -> None:
    assert differences(old, old) == ()
    same_files = [file.name for file in old.files] == [file.name for file in new.files]
    if same_files and set(old.links) == set(new.links) and set(old.themes) == set(new.themes):
        ordered = replace(new, links=old.links, themes=old.themes)
        assert bool(differences(old, new)) == (ordered != old)


@given(drafts, drafts, st.booleans())
def test_what_was_merged_comes_apart_again(into: Draft, other: Draft, carry: bool) -> None:
    whole = merged(into, other, words=carry)
    assert set(whole.links) == {*into.links, *other.links}
    assert set(whole.themes) == {*into.themes, *other.themes}
    assert unmerged(whole, into, other) == into


def test_what_was_written_after_a_merge_stays_when_it_is_undone() -> None:
    into = Draft(title="Guide", text="Le premier.", links=LINKS[:1])
    other = Draft(title="Guide", text="Le second.", links=LINKS[1:2])
    later = replace(merged(into, other, words=True), title="Guide 2027")
    later = replace(later, text=later.text + "\n\nLe troisième.")
    left = unmerged(later, into, other)
    assert (left.title, left.text) == ("Guide 2027", "Le premier.\n\nLe troisième.")
    assert left.links == LINKS[:1]
