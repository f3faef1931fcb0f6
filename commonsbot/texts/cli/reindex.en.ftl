cli-reindex = Makes the search index anew, whether the bot runs or not.
reindex-under-way = Search index
reindex-by-bot = The bot is running: it makes the index anew itself, without stopping. You may leave this command, it will go on.
reindex-done = { $count ->
    [0] Index made: there is nothing to search yet.
    [one] Index made: { $count } card or news item
   *[other] Index made: { $count } cards and news items
}
