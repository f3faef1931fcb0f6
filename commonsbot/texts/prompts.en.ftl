answer-to-nothing = I asked you nothing here. To answer one of my questions: react to it with ✅ or ❌, or reply to it with `!yes` or `!no`.
summary-yes = answers yes to what I ask you (like ✅)
summary-no = answers no to what I ask you (like ❌)
kind-test = test under way
