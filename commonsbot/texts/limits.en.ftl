## Limits and blocks

flood = You are faster than me: give me a minute, then go on. Nothing that is done is lost.
misunderstood = I do not understand these messages, and will not answer them any more. Send a command that I know, and I listen again: `!help`
share-too-many-links = A share holds { $limit } links at most: cut it into several, or keep the page that gathers them. Your message stays in the room.
share-too-many-people = A share names { $limit } people at most by their identifier: take some out, then send it again or edit your message.
share-blocked = Links to `{ $domain }` are not kept: the moderators have blocked that site. Take the link out, then send your message again or edit it.
summary-block = no longer keeps links to a site, or shows the blocked ones
form-block = domain reason
example-block = adverts.example misleading links
summary-unblock = accepts links to a site again
form-unblock = domain
example-unblock = adverts.example
block-no-domain = “{ $typed }” is not the name of a site. Example: `!block adverts.example`
block-already = The site `{ $domain }` is blocked already.
block-done = Noted: links to `{ $domain }` will not be kept. Cards that have some already stay.
block-none = No site is blocked. To block one: `!block` and its name.
block-list = { $count ->
    [one] **{ $count } blocked site**
   *[other] **{ $count } blocked sites**
  }
block-configured = The site `{ $domain }` is blocked by the configuration: the operator can change that in `limits.domains`.
block-unknown = The site `{ $domain }` is not blocked. Those that are: `!block`
unblock-done = Links to `{ $domain }` are accepted again.
act-block-domain = blocks the site
act-unblock-domain = unblocks the site

contacts-found = **This share holds contact details**: { $contacts }
contacts-seen = If they are somebody else's, that person must agree: they would be visible to { $audience }.
contacts-how = Keep them: ✅ or `!yes` · Keep nothing: ❌ or `!no` · Or edit your message without them. I wait { $days } days; until then nothing is visible.
contacts-not-here = This message holds contact details ({ $contacts }): if they are somebody else's, they can't be shown without that person's agreement. Send it again or edit it without them; if they agree, share them with `!share`.
