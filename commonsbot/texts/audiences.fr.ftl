## Qui voit une fiche

reach-room = son salon
reach-network = le réseau
reach-public = tout le monde

summary-visible = choisit qui voit une fiche : salon, réseau ou public
details-visible = La montrer à moins de monde se fait aussitôt. La montrer à plus de monde demande l'accord de son auteur, qui lit d'abord exactement ce qui sera visible. Seule une fiche sous licence ouverte peut être publique.
form-visible = numéro réseau
example-visible = 42 réseau

visible-now = La fiche { $number } est visible par { $audience }. Pour changer : `!visible { $card } salon`, `!visible { $card } réseau` ou `!visible { $card } public`.
visible-already = La fiche { $number } est déjà visible par { $audience }.
visible-refused = Qui voit la fiche { $number } se décide par son auteur ou un modérateur du salon où elle a été partagée.
visible-no-room = La fiche { $number } n'a pas été partagée dans un salon : elle reste visible par le réseau.
visible-done = La fiche { $number } est maintenant visible par { $audience }.
visible-done-direct = La fiche { $number } n'est plus visible que par vous.
visible-back = La ramener : `!visible { $card } { $audience }`
audience-word-room = salon
audience-word-network = réseau
audience-word-public = public

widen-ask = **Cette fiche serait visible par { $audience }**
widen-ask-network = C'est-à-dire par les membres de tous les salons que je sers. Voici exactement ce qu'ils y liraient :
widen-ask-public = C'est-à-dire par n'importe qui, même hors du réseau. Voici exactement ce qu'on y lirait :
widen-files = Les fichiers d'un salon chiffré n'en sortent pas : ils sont enlevés de la fiche, et restent dans leur message.
widen-answer = D'accord ? ✅ ou `!oui`. La laisser comme elle est : ❌ ou `!non`. Sans réponse d'ici { $days } jours, rien ne change.
widen-closed = Pour être visible par tout le monde, une fiche doit pouvoir être réutilisée : choisissez d'abord une licence ouverte, par exemple `!licence { $card } ouverte` ou `!licence { $card } cc-by`. Aujourd'hui : { $licence }.
widen-asked = Montrer la fiche { $number } à plus de monde revient à son auteur : je demande à { $author }.
widen-asked-before = J'ai déjà demandé à { $author } : montrer la fiche { $number } à plus de monde lui revient.
widen-nobody = Montrer la fiche { $number } à plus de monde revient à son auteur, qui n'est plus là : elle reste visible par { $audience }.
widen-kept = Bien : la fiche { $number } reste visible par { $audience }.
widen-gone = La fiche { $number } n'est plus là : rien ne change.
widen-changed = La fiche a changé depuis que je vous ai posé la question : la voici de nouveau.
