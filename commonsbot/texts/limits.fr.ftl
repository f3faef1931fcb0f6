## Limites et blocages

flood = Vous allez plus vite que moi : laissez-moi une minute, puis reprenez. Rien de ce qui est fait n'est perdu.
misunderstood = Je ne comprends pas ces messages, et je n'y répondrai plus. Une commande que je connais, et je vous écoute de nouveau : `!aide`
share-too-many-links = Un partage tient au plus { $limit } liens : coupez-le en plusieurs, ou gardez la page qui les rassemble. Votre message reste dans le salon.
share-too-many-people = Un partage nomme au plus { $limit } personnes par leur identifiant : enlevez-en, puis renvoyez-le ou modifiez votre message.
share-blocked = Les liens vers `{ $domain }` ne sont pas gardés : les modérateurs ont bloqué ce site. Enlevez le lien, puis renvoyez votre message ou modifiez-le.
summary-block = ne garde plus les liens d'un site, ou montre les sites bloqués
form-block = domaine raison
example-block = publicite.example liens trompeurs
summary-unblock = accepte de nouveau les liens d'un site
form-unblock = domaine
example-unblock = publicite.example
block-no-domain = « { $typed } » n'est pas un nom de site. Exemple : `!bloquer publicite.example`
block-already = Le site `{ $domain }` est déjà bloqué.
block-done = C'est noté : les liens vers `{ $domain }` ne seront plus gardés. Les fiches qui en ont déjà restent.
block-none = Aucun site n'est bloqué. Pour en bloquer un : `!bloquer` et son nom.
block-list = { $count ->
    [one] **{ $count } site bloqué**
   *[other] **{ $count } sites bloqués**
  }
block-configured = Le site `{ $domain }` est bloqué par la configuration : l'opérateur peut le changer dans `limits.domains`.
block-unknown = Le site `{ $domain }` n'est pas bloqué. Ceux qui le sont : `!bloquer`
unblock-done = Les liens vers `{ $domain }` sont de nouveau acceptés.
act-block-domain = bloque le site
act-unblock-domain = débloque le site

contacts-found = **Ce partage contient des coordonnées** : { $contacts }
contacts-seen = Si elles sont à quelqu'un d'autre, il faut son accord : elles seraient visibles par { $audience }.
contacts-how = Les garder : ✅ ou `!oui` · Ne rien garder : ❌ ou `!non` · Ou modifiez votre message sans elles. J'attends { $days } jours ; d'ici là rien n'est visible.
contacts-not-here = Ce message contient des coordonnées ({ $contacts }) : si elles sont à quelqu'un d'autre, elles ne peuvent pas être montrées sans son accord. Renvoyez-le ou modifiez-le sans elles ; avec son accord, partagez-les par `!partager`.
