## La lettre

letter-title = **La lettre du réseau** · { $date }
letter-word = **Le mot de { $who }** : { $words }

letter-opening-awards = { $variant ->
    [0] Les palmarès sont tombés : de belles idées à regarder de près.
   *[1] Des prix ont été remis cette semaine : il y a de quoi s'inspirer.
  }
letter-opening-pressing = { $count ->
    [one] Et une date à ne pas laisser passer.
   *[other] Et des dates à ne pas laisser passer.
  }
letter-opening-abandoned = { $variant ->
    [0] Quelqu'un a essayé, renoncé, et dit pourquoi : c'est souvent là qu'on apprend le plus.
   *[1] Un essai qui n'a pas pris, raconté sans détour : de quoi vous faire gagner du temps.
  }
letter-opening-adopted = { $variant ->
    [0] Une idée partagée ici vient de servir ailleurs : voici ce qu'elle est devenue.
   *[1] Ce que les uns partagent, d'autres l'essaient et le racontent.
  }
letter-opening-theme = { $variant ->
    [0] Le fil de la semaine : { $theme }.
   *[1] Un sujet revient dans vos partages : { $theme }.
  }
letter-opening-plenty = { $variant ->
    [0] Vous avez beaucoup partagé : en voici un choix, le reste est à portée de main.
   *[1] Une semaine généreuse : voici de quoi piocher.
  }
letter-opening-several = { $variant ->
    [0] De tout un peu cette semaine, et de plusieurs maisons.
   *[1] Plusieurs d'entre vous ont ouvert leurs cartons cette semaine.
  }
letter-opening-single = { $variant ->
    [0] Une seule nouveauté cette semaine : elle se lit le temps d'un café.
   *[1] Une semaine calme, une trouvaille quand même.
  }
letter-opening-some = { $variant ->
    [0] Quelques trouvailles de la semaine, à lire le temps d'un café.
   *[1] Voici ce que vous avez mis en commun cette semaine.
  }
letter-opening-question = { $variant ->
    [0] Peu de nouveautés, mais quelqu'un attend une réponse.
   *[1] Une semaine calme : le bon moment pour aider quelqu'un.
  }
letter-opening-news = { $variant ->
    [0] Peu de partages cette semaine, mais de la lecture venue d'ailleurs.
   *[1] Cette semaine, les nouvelles viennent d'ailleurs.
  }
letter-opening-quiet = { $variant ->
    [0] Peu de choses cette semaine, mais choisies.
   *[1] Une lettre courte, pour une semaine calme.
  }
letter-opening-waiting = { $count ->
    [one] Et une question attend toujours sa réponse.
   *[other] Et des questions attendent toujours leur réponse.
  }

letter-picked = Choisi pour vous
letter-fresh = Du nouveau dans vos partages
letter-open = la lire : `!fiche { $number }`
letter-trials = Testé cette semaine
letter-trial-adopted = Repris ({ $who }){ $said }
letter-trial-adapted = Adapté ({ $who }){ $said }
letter-trial-abandoned = Abandonné ({ $who }){ $said }
letter-quote = { "" } : « { $words } »
letter-questions = Qui peut répondre ?
letter-asked = posée par { $who }
letter-awards = Palmarès
letter-news = À lire ailleurs
letter-news-award-call = appel
letter-news-event = rendez-vous
letter-news-training = formation
letter-news-job = on recrute
letter-until = jusqu'au { $day }
letter-deadlines = Dates à ne pas manquer
letter-again = À redécouvrir
letter-again-season = c'est la saison
letter-again-theme = dans le fil de la semaine : { $theme }
letter-thread = La suite est dans le fil, pour qui a le temps.
letter-details = **La suite de la lettre**
letter-details-more = Toutes les dernières fiches : `!récent`
letter-footer = { $messages ->
    [one] Cette lettre : un message, { $kilobytes } ko.
   *[other] Cette lettre : deux messages, { $kilobytes } ko.
  } Changer son jour, ou l'arrêter : `!lettre`

## Quand elle part, et ce qu'on en décide

weekday = { $day ->
    [0] lundi
    [1] mardi
    [2] mercredi
    [3] jeudi
    [4] vendredi
    [5] samedi
   *[6] dimanche
  }
moment = { $day } à { $time }
moment-day = { $day ->
    [1] { $weekday } 1er { $month }
   *[other] { $weekday } { $day } { $month }
  }
moment-time = { $minute ->
    [0] { $hour } h
   *[other] { $hour } h { $minutes }
  }

summary-letter = dit quand part la prochaine lettre de ce salon et ce qui est prévu ; avec une semaine, relit la lettre d'alors
details-letter = « S47 », « 2026-S47 » ou « dernière » conviennent. Ce qui a été retiré depuis n'y est plus.
form-letter = semaine
summary-letter-preview = montre la lettre exactement telle qu'elle partira
summary-letter-now = envoie la lettre sans attendre son jour
summary-letter-leave-out = laisse une fiche hors de la prochaine lettre
summary-letter-add = met une fiche dans la prochaine lettre, devant les autres
summary-letter-word = ouvre la prochaine lettre par une phrase de vous, signée
details-letter-word = Seul, montre la phrase prévue ; `!lettre mot retirer` l'enlève.
form-letter-word = "votre phrase"
example-letter-word = "Bienvenue aux collègues du département !"
summary-letter-day = choisit le jour et l'heure de la lettre de ce salon
details-letter-day = Le jour seul ou l'heure seule suffisent.
form-letter-day = jour heure
example-letter-day = lundi 9h
summary-letter-postpone = remet la prochaine lettre au lendemain, à un autre jour ou à la semaine suivante
details-letter-postpone = Seul, au jour ouvré suivant. Rien n'est perdu : ce qui paraît d'ici là y sera aussi.
form-letter-postpone = jour
example-letter-postpone = semaine
summary-letter-pause = suspend la lettre de ce salon, pour un temps ou jusqu'à nouvel ordre
form-letter-pause = durée
example-letter-pause = 3 semaines
summary-letter-resume = reprend la lettre après une pause

letter-next = La prochaine lettre part **{ $moment }**.
letter-held = À cette heure-là, ce salon est fermé : elle attendra l'ouverture, { $moment }.
letter-off = Ce salon n'a pas de lettre. En avoir une : une modératrice ou un modérateur choisit son jour, `!lettre jour lundi 9h`.
letter-paused = La lettre de ce salon est en pause. La reprendre : `!lettre reprendre`
letter-direct = La lettre est celle d'un salon : demandez-la là où elle paraît.
letter-planned = Au programme, pour l'instant : { $parts }.
letter-part-picked = { $count ->
    [one] une fiche choisie
   *[other] { $count } fiches choisies
  }
letter-part-fresh = { $count ->
    [one] une nouvelle fiche
   *[other] { $count } nouvelles fiches
  }
letter-part-tried = { $count ->
    [one] une fiche testée
   *[other] { $count } fiches testées
  }
letter-part-questions = { $count ->
    [one] une question
   *[other] { $count } questions
  }
letter-part-news = { $count ->
    [one] une actualité
   *[other] { $count } actualités
  }
letter-part-deadlines = { $count ->
    [one] une date à ne pas manquer
   *[other] { $count } dates à ne pas manquer
  }
letter-nothing = Rien à dire pour l'instant : ni fiche, ni essai, ni question, ni actualité depuis la dernière lettre. Dans ce cas, aucune lettre ne part.
letter-added = Ajouté : { $numbers }
letter-left-out = Laissé de côté : { $numbers }
letter-again-last = Relire la dernière : `!lettre { $week }`
letter-how = La voir avant qu'elle parte : `!lettre aperçu`. La changer : `!lettre retirer 42`, `!lettre ajouter 42`, `!lettre mot "…"`. Son moment : `!lettre jour lundi 9h`, `!lettre reporter`, `!lettre maintenant`, `!lettre pause`.
letter-how-member = Son jour et ses pauses se décident avec les modérateurs de ce salon.

letter-preview = **Voici la lettre telle qu'elle partira { $moment }**, si rien ne s'y ajoute d'ici là.
letter-preview-now = **Voici la lettre telle qu'elle partirait maintenant.** L'envoyer : `!lettre maintenant`
letter-eve = **La lettre de « { $room } » part { $moment }.** La voici telle qu'elle est prévue. La changer, dans ce salon : `!lettre retirer 42`, `!lettre mot "…"`, `!lettre reporter`
letter-eve-hidden = { $count ->
    [one] Une fiche que seuls les membres du salon peuvent lire n'est pas montrée ici.
   *[other] { $count } fiches que seuls les membres du salon peuvent lire ne sont pas montrées ici.
  }
letter-waits = C'est noté : ce salon est fermé à cette heure, la lettre partira à l'ouverture, { $moment }.
letter-past = **La lettre de la semaine { $week }**, sans ce qui a été retiré depuis.
letter-no-such = Il n'y a pas de lettre de cette semaine-là (« { $words } »). Celles qui sont parties : { $weeks }.
letter-unknown = « { $words } » ne me dit rien. Quand part la lettre : `!lettre` ; une lettre passée : `!lettre S47`. Celles qui sont parties : { $weeks }.
letter-none-yet = aucune pour l'instant

letter-left = La fiche { $number } ne sera pas dans la prochaine lettre. L'y remettre : `!lettre ajouter { $card }`
letter-left-absent = La fiche { $number } n'était pas prévue dans la prochaine lettre : elle n'y viendra pas. Changer d'avis : `!lettre ajouter { $card }`
letter-put = La fiche { $number } sera dans la prochaine lettre. L'en retirer : `!lettre retirer { $card }`
letter-put-first = La fiche { $number } était déjà prévue : elle viendra en premier. L'en retirer : `!lettre retirer { $card }`
letter-word-kept = C'est noté. La prochaine lettre s'ouvrira sur : « { $words } »
letter-word-replaced = C'est noté, à la place du mot d'avant. La prochaine lettre s'ouvrira sur : « { $words } »
letter-word-is = La prochaine lettre s'ouvre sur : « { $words } ». L'enlever : `!lettre mot retirer`
letter-word-gone = La prochaine lettre partira sans mot d'ouverture.
letter-word-how = Écrivez la phrase après la commande : `!lettre mot "Bienvenue aux collègues du département !"`
letter-word-long = C'est long pour un mot d'ouverture ({ $length } caractères, { $limit } au plus). Gardez l'essentiel ; le reste ira mieux dans une fiche : `!partager`

letter-moved = C'est noté. La prochaine lettre part **{ $moment }**.
letter-moved-paused = C'est noté pour la reprise : la lettre est en pause. La reprendre : `!lettre reprendre`
letter-day-how = Dites quel jour et à quelle heure : `!lettre jour lundi 9h`
letter-day-wrong = Je n'ai pas compris « { $words } ». Écrivez un jour et une heure, par exemple `!lettre jour lundi 9h` ou `!lettre jour jeudi 14h30`
letter-postponed = C'est noté, rien ne presse : la lettre attendra **{ $moment }**.
letter-postpone-wrong = Je n'ai pas compris « { $words } ». Au jour ouvré suivant : `!lettre reporter` ; à un autre jour : `!lettre reporter jeudi` ; à la semaine suivante : `!lettre reporter semaine`
letter-paused-now = C'est noté : plus de lettre dans ce salon jusqu'à `!lettre reprendre`.
letter-paused-until = C'est noté, bon repos. La prochaine lettre partira **{ $moment }**.
letter-pause-wrong = Je n'ai pas compris « { $words } ». Jusqu'à nouvel ordre : `!lettre pause` ; pour un temps : `!lettre pause 3 semaines`
letter-not-paused = La lettre n'est pas en pause : la prochaine part **{ $moment }**.
letter-resumed = La lettre reprend : la prochaine part **{ $moment }**.
