## Dead links

dead-link-maybe = link maybe dead since { $date } ({ $problem }): { $url }
dead-link-sure = link dead since { $date } ({ $problem }): { $url }
link-missing = no such page
link-broken = the page fails
link-silent = the site does not answer
dead-link-ask = { $count ->
    [one] **A link of your card seems to be dead**
   *[other] **Links of your cards seem to be dead**
  }
dead-link-answer = { $count ->
    [one] Is it? ✅ or `!yes`: its card will say so, nothing is erased. It works? ❌ or `!no`: I will not come back to it soon.
   *[other] Are they? ✅ or `!yes`: the cards will say so, nothing is erased. They work? ❌ or `!no`: I will not come back to them soon.
  } To replace a link: `!edit { $number } link: old new`
dead-link-confirmed = Noted, thank you. To replace a link: `!edit { $number } link: { $url } new` · To take it away: `!edit { $number } -{ $url }`
dead-link-trusted = { $count ->
    [one] Good, thank you: I take it to be fine.
   *[other] Good, thank you: I take them to be fine.
  }
