## Heures des salons et des membres

hours-clock = { $hour } h { $minutes }
hours-clock-full = { $hour } h
hours-always = à toute heure
hours-when = { $days }, de { $opens } à { $closes }, heure de { $zone }
hours-midnight = minuit
hours-every-day = tous les jours
hours-one-day = le { $day }
hours-days-range = du { $first } au { $last }
hours-days-list = { $others } et { $last }
hours-date = { $weekday } { $day } { $month }
hours-date-year = { $weekday } { $day } { $month } { $year }
hours-moment = { $date } à { $time }
hours-span = du { $first } au { $last }
hours-weekday = { $day ->
    [0] lundi
    [1] mardi
    [2] mercredi
    [3] jeudi
    [4] vendredi
    [5] samedi
   *[other] dimanche
  }

territory-metropole = France métropolitaine
territory-alsace-moselle = Alsace-Moselle
territory-guadeloupe = Guadeloupe
territory-martinique = Martinique
territory-guyane = Guyane
territory-reunion = La Réunion
territory-mayotte = Mayotte
territory-saint-barthelemy = Saint-Barthélemy
territory-saint-martin = Saint-Martin
territory-saint-pierre-et-miquelon = Saint-Pierre-et-Miquelon
territory-nouvelle-caledonie = Nouvelle-Calédonie
territory-polynesie = Polynésie française
territory-wallis-et-futuna = Wallis-et-Futuna
zone-paris = Paris
zone-noumea = Nouméa
zone-tahiti = Tahiti

hours-done = C'est noté.
hours-room = **Ce salon** · ouvert { $when }
hours-holidays = Fermé les jours fériés : { $territory }. Le prochain : { $day }
hours-no-holidays = Ouvert aussi les jours fériés
hours-closures = Fermetures : { $closures }
hours-closed-now = Fermé en ce moment ; ouvre { $moment }.
hours-open-now = Ouvert en ce moment.
hours-meaning = Hors de ces heures, je ne commence rien : actualités, lettre, questions et alertes attendent l'ouverture. Je réponds à qui me parle, sans sonner.
hours-change = Changer : `!salon horaires lundi-vendredi 9h-18h`, `!salon fuseau La Réunion`, `!salon fériés Alsace-Moselle`, `!salon fermeture 24/12-2/1`
hours-which = Après `!salon`, écrivez ce que vous voulez changer, et non « { $typed } » : `!salon horaires lundi-vendredi 9h-18h`, `!salon fuseau La Réunion`, `!salon fériés Alsace-Moselle`, `!salon fermeture 24/12-2/1`, `!salon partages relus`, `!salon visible salon`, `!salon langue anglais`
hours-room-where = Ici, nous ne sommes que nous deux : écrivez `!{ $command }` dans le salon. Vos propres heures : `!mes-heures 9h-17h`. Votre langue : `!langue anglais`

hours-unclear = Je n'ai pas compris « { $typed } ». Écrivez des jours, des heures ou les deux : `lundi-vendredi 9h-18h`, `tous les jours sauf dimanche`, `9h-17h30`. Ou bien `toujours`, ou `défaut`.
hours-one-range = Je ne sais tenir qu'une plage par jour, de l'ouverture à la fermeture. Exemple : `lundi-vendredi 9h-18h`
hours-backwards = De { $opens } à { $closes }, ce serait fermé avant d'ouvrir. Écrivez d'abord l'ouverture : `9h-18h`. Jusqu'au bout de la journée : `9h-minuit`
hours-no-hour = « { $typed } » n'est pas une heure. Exemple : `9h-18h30`
hours-no-such-day = « { $word } » n'est pas un jour de la semaine. Exemple : `lundi-vendredi 9h-18h`
hours-no-day = Il ne resterait aucun jour. Pour ne rien recevoir quelque temps : `!salon fermeture` (pour un salon) ou `!pause` (pour vous).
hours-zone-unknown = Je ne connais pas le fuseau « { $typed } ». Écrivez un territoire ou une ville : `La Réunion`, `Nouméa`, `Guadeloupe`, `Europe/Paris`.
hours-territory-unknown = Je ne connais pas les jours fériés de « { $typed } ». Je connais : { $known }. Pour travailler les jours fériés : `aucun`
closure-unclear = Je n'ai pas compris « { $typed } » comme des jours à venir. Écrivez `24/12-2/1`, `du 24 décembre au 2 janvier`, ou un seul jour : `14/7`
closure-list = **Fermetures de ce salon**
closure-none = Aucune fermeture n'est prévue. En ajouter une : `!salon fermeture 24/12-2/1`
closure-item = { $number }. { $days }
closure-remove-hint = En retirer une : `!salon rouvrir 1`
closure-added = C'est noté : fermé { $days }.
closure-removed = C'est noté : plus de fermeture { $days }.
closure-missing = Aucune fermeture ne correspond à « { $typed } ». Les voir : `!salon fermeture`
closure-which = Laquelle ? { $closures }. Écrivez son numéro : `!salon rouvrir 1`

own-hours = **Vos heures** · { $when }
own-hours-none = **Vos heures** · celles de chaque salon ; en message direct, { $when }
own-hours-meaning = Hors d'elles, rien de ce qui s'adresse à vous seul ne part de moi-même : questions, alertes, mentions, messages directs. Les plus strictes des vôtres et de celles du salon comptent. Revenir à celles des salons : `!mes-heures défaut`
own-hours-how = En choisir : `!mes-heures lundi-jeudi 9h-17h`, `!mes-heures fuseau La Réunion`. Une pause : `!pause 2 semaines`
own-hours-apart = Vos heures et celles de ce salon ne se croisent jamais : ici, rien de ce qui s'adresse à vous seul ne partira.
own-hours-paused = En pause { $days } · reprendre avant : `!reprendre`
pause-set = C'est noté : { $days }, je ne vous adresse rien de moi-même. Ce qui vaudra encore la peine vous attendra. Je réponds toujours si vous me parlez. Reprendre avant : `!reprendre`
pause-unclear = Je n'ai pas compris « { $typed } ». Écrivez une durée, une date de fin ou des jours : `!pause 2 semaines`, `!pause jusqu'à lundi`, `!pause jusqu'au 15 août`, `!pause 24/12-2/1` (un an au plus)
pause-over = Bon retour ! Ce qui vous attendait arrive aux heures ouvertes.
pause-none = Vous n'êtes pas en pause.

urgent-head = **Urgent** · de la part de { $who }
urgent-head-closed = **Urgent** · de la part de { $who }, hors des heures de ce salon
urgent-only = `!urgent` passe outre les heures de chacun : ici, il n'est ouvert qu'aux personnes désignées. Demandez à l'une d'elles.
urgent-off = `!urgent` n'est ouvert à personne dans ce réseau : ainsi en a décidé l'opérateur.

summary-hours = montre quand je peux parler de moi-même dans ce salon
details-hours = Seul, montre les heures, les jours fériés, les fermetures, quand ouvre le salon, et ce que deviennent les partages. Les modérateurs les changent.
summary-hours-set = choisit les jours et les heures de ce salon
details-hours-set = Jours, heures, ou les deux : lundi-vendredi 9h-18h, tous les jours sauf dimanche, 9h-17h30. « toujours » : à toute heure ; « défaut » : comme le réseau.
summary-hours-zone = choisit le fuseau horaire de ce salon
details-hours-zone = Un territoire, une ville ou un nom comme Europe/Paris. Les jours fériés suivent, sauf si vous en avez choisi d'autres.
summary-hours-holidays = choisit les jours fériés de ce salon
details-hours-holidays = Un territoire (La Réunion, Alsace-Moselle, métropole…), « aucun » s'ils sont ouverts, « défaut » pour ceux du fuseau.
summary-closure = ferme ce salon quelques jours, ou montre ses fermetures
details-closure = Des jours à venir : 24/12-2/1, du 24 décembre au 2 janvier, 14/7. Pendant ce temps, je ne commence rien ; ce qui vaut encore la peine part à la réouverture.
summary-reopen = retire une fermeture de ce salon
summary-own-hours = choisit quand je peux m'adresser à vous, ou le montre
details-own-hours = Jours, heures ou les deux (lundi-jeudi 9h-17h), un fuseau (fuseau La Réunion), « défaut » pour revenir aux heures des salons. Entre les vôtres et celles du salon, les plus strictes comptent.
summary-pause = me fait taire envers vous quelque temps
details-pause = Une durée (2 semaines), une date de fin, comprise (jusqu'à lundi, jusqu'au 15 août) ou des jours (24/12-2/1). Rien de ce qui s'adresse à vous seul ne part ; je réponds toujours.
summary-resume = met fin à votre pause
summary-urgent = dit quelque chose tout de suite, hors des heures du salon
details-urgent = Le message dit qu'il est urgent et de qui il vient, et le journal le garde. Il sonne pour les personnes nommées (@anne:exemple.org), sinon pour tout le salon, si j'en ai le droit.
form-hours-which = horaires, fuseau, fériés, fermeture, partages, visible ou langue
form-hours = jours heures
form-days = jours
example-hours-which = horaires lundi-vendredi 9h-18h
example-hours = lundi-vendredi 9h-18h
example-zone = La Réunion
example-territory = Alsace-Moselle
example-closure = 24/12-2/1
example-own-hours = 9h-17h
example-pause = 2 semaines
example-urgent = L'eau est coupée demain : le communiqué part à 8 h.
parameter-place = un lieu
parameter-period = une durée ou des jours
usage-place = lieu
usage-period = durée
