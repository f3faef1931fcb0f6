answer-to-nothing = Je ne vous ai rien demandé ici. Pour répondre à une de mes questions : réagissez par ✅ ou ❌ sur elle, ou répondez-lui par `!oui` ou `!non`.
answer-to-another = Ce message n'attend pas de réponse de vous. Pour répondre à ma dernière question, envoyez `!oui` ou `!non` sans répondre à un message, ou réagissez par ✅ ou ❌ sur elle.
summary-yes = répond oui à ce que je vous demande (comme ✅)
summary-no = répond non à ce que je vous demande (comme ❌)
kind-test = test en cours
