## Essais

summary-trial = dit que vous avez testé une fiche, et ce que cela a donné
details-trial = `!testé 42` seul donne un modèle à remplir. Un abandon raconté est aussi utile qu'une réussite : il évite à d'autres la même impasse.
example-trial = 42 adapté, 200 inscrits en deux semaines
summary-trials = montre qui a testé une fiche, et ce que cela a donné
trial-card = !testé { $number } repris
    Ce qui s'est passé : { $note }
    Collectivité :
    Habitants :
    Coût et temps :
    Ce que nous avons changé :
    Le referiez-vous ? :
    Signé : collectivité

    ↑ « { $title } » : copiez ce message, remplissez ce que vous voulez, envoyez-le. Au lieu de « repris » : « adapté » ou « abandonné ». Signé : « nom », « collectivité » ou « personne ».
trial-done = { $thanks } Signé : { $who }. Tous ceux qui voient la fiche le voient.

    Corriger : `!testé { $number }` de nouveau · Tous les essais : `!essais { $number }`
trial-thanks-adopted = Merci, c'est noté : vous l'avez repris.
trial-thanks-adapted = Merci, c'est noté : vous l'avez adapté.
trial-thanks-abandoned = Merci, c'est noté : vous y avez renoncé, et le dire évitera à d'autres la même impasse.
trial-none = Personne n'a encore dit avoir testé cette fiche. Vous l'avez fait ? `!testé { $number }`
trial-list = **Ils ont testé** { $link }
trial-adopted-by = Repris · { $who } · { $date }
trial-adapted-by = Adapté · { $who } · { $date }
trial-abandoned-by = Abandonné · { $who } · { $date }
trial-changed = Changé : { $what }
trial-cost = Coût et temps : { $what }
trial-again-yes = Le referait
trial-again-no = Ne le referait pas
trial-somebody = quelqu'un du réseau
trial-adopted = { $count ->
    [one] repris par une collectivité
   *[other] repris par { $count } collectivités
  }
trial-small = { "" }, dont { $count } de moins de 10 000 habitants
trial-abandoned = { $count ->
    [one] 1 abandon
   *[other] { $count } abandons
  }
trial-tally = { $said } · pourquoi : `!essais { $number }`
outcome-ask = Vous testiez { $link }. Qu'est-ce que cela a donné ? ✅ (ou `!oui`) : c'est adopté. ❌ (ou `!non`) : c'est abandonné. Pour le raconter : `!testé { $number }`
outcome-adopted = C'est noté : adopté. En une phrase, ce que vous en retenez : `!testé { $number } repris` suivi de quelques mots.
outcome-abandoned = C'est noté : abandonné. Dire pourquoi aidera les suivants : `!testé { $number } abandonné` suivi de quelques mots.
share-followed = Le { $date }, je vous demanderai ce que cela a donné. Un autre délai : `!bilan { $number } 3 mois`
outcome-planned = C'est noté : le { $date }, je demanderai ce qu'a donné la fiche { $number }.
outcome-never = C'est noté : je ne demanderai pas ce qu'a donné la fiche { $number }. Le raconter reste possible : `!testé`.
outcome-when = Je n'ai pas compris « { $typed } ». Dites un délai d'un jour à deux ans : `!bilan { $card } 3 mois`, `!bilan { $card } 10 jours`, ou `!bilan { $card } jamais`.
outcome-no-test = La fiche { $number } n'est pas un test en cours. Pour qu'elle le devienne : `!modifier { $card } type: test`
outcome-refused = Seuls l'auteur de la fiche { $number } et les modérateurs de son salon choisissent quand demander ce qu'elle a donné.
summary-outcome = choisit quand vous dire « qu'est-ce que cela a donné ? » d'un test
details-outcome = Pour ce qui est partagé avec `type: test`. Sans choix de votre part, six semaines après. `!bilan 42 jamais` : pas de question.
form-outcome = numéro délai
example-outcome = 42 3 mois

## Notes privées

note-title = **Ce que vous avez partagé a servi**
note-thanked = { $count ->
    [one] un merci de { $names }
   *[other] { $count } mercis, de { $names }
  }
note-tried = { $count ->
    [one] testé par { $names }
   *[other] testé { $count } fois, par { $names }
  }

## Suivre

summary-follow = vous prévient de ce qui paraît sur un thème ou une recherche
details-follow = Au plus un message par jour, aux heures de bureau, là où vous le demandez : dans ce salon, ou en message direct pour vous seul. Une recherche se précise comme avec `!chercher` : `!suivre affiche type:modèle -facebook`
summary-followed = montre ce que vous suivez ici
summary-unfollow = ne suit plus un thème ou une recherche
follow-done = C'est noté : je vous préviendrai { $place } de ce qui paraît sur « { $what } ». Ne plus suivre : `!arrêter { $what }`
follow-already = Vous suivez déjà « { $what } » ; je vous préviens { $place }. Tout ce que vous suivez : `!suivis`
follow-here-room = ici
follow-here-direct = dans ce message direct
follow-empty = « { $words } » ne dit rien à chercher. Donnez un thème, par exemple `!suivre #accessibilité`, ou quelques mots.
follow-too-many = Vous suivez déjà { $limit } choses ici. Arrêtez-en une d'abord : `!suivis`
follow-none = Vous ne suivez rien ici. Pour commencer : `!suivre #accessibilité`
follow-list = **Vous suivez ici**
follow-stop-hint = Ne plus suivre : `!arrêter` et son numéro dans `!suivis`, ou son nom.
follow-unknown = Vous ne suivez pas « { $words } » ici. Ce que vous suivez : `!suivis`
follow-stopped = Vous ne suivez plus « { $what } » ici.
follow-news = **Du nouveau sur ce que vous suivez**

## Questions

summary-question = pose une question au réseau
details-question = Ce que le réseau sait déjà est montré d'abord. Sans réponse au bout d'une semaine, la question est dans la lettre.
example-question = Qui a un modèle d'affiche pour le recensement ?
form-question = votre question
summary-reply = répond à une question ; la réponse devient une fiche
details-reply = Dans le fil de la question, le numéro est facultatif. La personne qui a posé la question dit si la réponse l'aide.
example-reply = 51 Nous prenons le modèle de l'Insee
summary-questions = montre les questions qui attendent une réponse
question-asked = **Votre question est posée : { $link }**
question-near = Ce que le réseau sait déjà :
question-near-helps = La fiche { $number } répond à votre question ? ✅ ici, ou `!oui`.
question-open = Pour répondre : `!répondre { $number }`, ou simplement dans le fil ; mettez alors ✅ à la réponse qui vous aide.
question-replied = **Merci ! Votre réponse est la fiche { $link }** · je demande à la personne si elle répond à la question { $question }.
question-helped = { $answer } : est-ce que cela répond à votre question { $question } ? ✅ (ou `!oui`) la ferme, ❌ (ou `!non`) la laisse ouverte.
question-reply-empty = Écrivez la réponse après le numéro : `!répondre { $number } Nous prenons le modèle de l'Insee`
question-which = À quelle question ? Donnez son numéro : `!répondre 51` suivi de la réponse. Celles qui attendent : `!questions`
question-no-question = La fiche { $number } n'est pas une question. Celles qui attendent une réponse : `!questions`
question-none = Aucune question n'attend de réponse. Pour en poser une : `!question`
question-list = **Questions qui attendent une réponse**
question-how = Répondre : `!répondre { $number }`
question-still-open = C'est noté : la question { $number } reste ouverte.
question-closed = La question { $number } avait déjà sa réponse.
question-solved = Merci : la question { $number } a sa réponse, { $link }
question-solved-there = Une réponse du fil a aidé la personne qui l'a posée.
question-helpful = Merci de l'avoir dit : la question { $number } est fermée. Je demande à { $author } si je peux garder son message comme réponse.
question-ask = **{ $author }, puis-je garder ce message ?** Il répond à la question { $number } de { $asker }.
question-answer = Réponse : { $link }
question-reply-hint = Sans réponse pour l'instant : `!répondre { $number }`
