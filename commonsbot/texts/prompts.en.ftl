answer-to-nothing = I asked you nothing here. To answer one of my questions: react to it with ✅ or ❌, or reply to it with `!yes` or `!no`.
answer-to-another = That message expects no answer from you. To answer my last question, send `!yes` or `!no` without replying to a message, or react to it with ✅ or ❌.
summary-yes = answers yes to what I ask you (like ✅)
summary-no = answers no to what I ask you (like ❌)
kind-test = test under way
