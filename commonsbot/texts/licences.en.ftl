licence-open-licence = Open Licence 2.0
licence-cc0 = CC0
licence-cc-by = CC BY 4.0
licence-cc-by-sa = CC BY-SA 4.0
licence-network = inside the network
licence-link = link only

summary-licence = says the licence of a card, or chooses it
details-licence = One of: open licence, CC0, CC BY, CC BY-SA, internal to the network, link only. The first four are open: they alone allow a public card. To open the licence of a card is up to its author.
form-licence = number licence
summary-credit = gives the credit line to copy when you use a card again

licence-now = Card { $number } is under this licence: { $licence }.
licence-choose = To change it: `!license { $card }` followed by `open`, `cc0`, `cc-by`, `cc-by-sa`, `internal` or `link only`.
licence-nobody = To open the licence of card { $number } is up to its author, who is no longer there: it stays as it is.
licence-advice-open-licence = Free to use again, provided that you name the source and its date: the credit line does.
licence-advice-cc0 = Free to use again, without conditions; to give credit is still appreciated.
licence-advice-cc-by = Free to use again, even changed, provided that you name the author and the licence, and say what you changed.
licence-advice-cc-by-sa = Free to use again, even changed, provided that you name the author and share the result under the same licence.
licence-advice-network = Internal to the network: do not publish it elsewhere without its author's consent.
licence-advice-network-author = Internal to the network: to use it elsewhere, ask { $author }.
licence-advice-link = Only the link is shared: its page has terms of its own, read them before you use what it says.
credit-title = “{ $title }”
credit-updated = updated on { $date }
credit-licence = { $licence } ({ $url })
