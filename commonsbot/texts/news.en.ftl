## News

news-count = { $count ->
    [one] **{ $count } news item** · { $source }
   *[other] **{ $count } news items** · { $source }
  }
news-others = And { $count ->
    [one] one more
   *[other] { $count } more
  }: { $titles }
news-label-award-result = Award
news-label-award-call = Call for entries
news-label-event = Event
news-label-job = Job
news-label-training = Training
news-untitled = Untitled
news-source-gone = “{ $title }” is no more: its site removed it for good (source no.{"\u00A0"}{ $number }). I no longer read it. If it has moved: `!source add` followed by the new address.

source-followed = **This room now follows “{ $title }”** · source no.{"\u00A0"}{ $number }
source-followed-items = { $count ->
    [0] No article published so far.
    [one] One article already published:
   *[other] { $count } articles already published, which I won't post again. The last ones:
  }
source-followed-next = Otherwise: `!source mode { $number } at once`, `grouped 4 h` or `letter` · Stop following: `!source remove { $number }`
source-posting-at-once = What comes next will appear here as it is published, within the room's hours.
source-posting-grouped = What comes next will appear here, gathered every { $hours ->
    [one] hour
   *[other] { $hours } hours
  }.
source-posting-letter = What comes next will be in the weekly letter.
source-refused = **I could not follow `{ $url }`.** { $reason }

fetch-forbidden = This address is not public, or is out of the ordinary ({ $detail }). Give the address of a public feed, in https://, without user name or unusual port.
fetch-timeout = The site did not answer in time. Try again in a while; if it is slow for you too, tell those who run it.
fetch-unreachable = The site can't be reached, or its answer broke off. Check the address in a browser, then ask again.
fetch-redirects = The site sends from address to address and never arrives. Open the feed in a browser and copy the final address.
fetch-downgrade = The site sends to an insecure address (http://). Look for a feed whose address starts with https://.
fetch-too-big = The feed is larger than 5 MB. Look for a shorter one on the site, by theme for instance.
fetch-gone = The site answers that this page was removed for good. Look for the feed's new address on the site.
fetch-busy = The site asks to wait (answer { $detail }). Ask again in a few hours.
fetch-status = The site answered with an error ({ $detail }). Check the address in a browser: it must show the feed itself.
fetch-internal = Something went wrong on my side. If it happens again, tell the person who runs me.
feed-empty = The page is empty. Check that this is the feed's address.
feed-unknown = This is not a news feed (RSS, Atom or JSON Feed), most likely an ordinary page. Look for a link named “RSS” or “feed” on the site.
feed-malformed = This feed is too damaged to be read. Tell those who run the site.
feed-entities = This feed holds declarations that I refuse to read, to be safe. Tell those who run the site.
feed-oversized = This feed is too long or too complicated to be read. Look for a shorter one on the site, by theme for instance.
