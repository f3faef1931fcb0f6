## Ce qui est partagé dans un salon

room-shares-open = **Partages** · vus aussitôt, par { $audience } si leur auteur ne dit rien d'autre
room-shares-review = **Partages** · lus d'abord par un modérateur, puis visibles par { $audience } si leur auteur ne dit rien d'autre
room-shares-change = Changer : `!salon partages relus` ou `!salon partages ouverts`, `!salon visible salon` ou `!salon visible réseau`
room-shares-still-wait = Ce qui attend déjà une relecture l'attend encore : `!modérer`
room-policy-wrong = Je n'ai pas compris « { $typed } ». Écrivez `!salon partages relus` (un modérateur les lit d'abord), `!salon partages ouverts` (ils sont vus aussitôt) ou `!salon partages défaut` (comme l'opérateur l'a réglé).
room-audience-wrong = Je n'ai pas compris « { $typed } ». Écrivez `!salon visible salon`, `!salon visible réseau` ou `!salon visible défaut` (comme l'opérateur l'a réglé).
room-audience-public = Rien n'est public sans que son auteur le dise : il le choisit fiche par fiche, par `!visible 42 public`. Pour tout le réseau : `!salon visible réseau`
room-audience-leaves = Ce salon est chiffré : ce qu'on y partage en sortira désormais, en clair, sauf si l'auteur écrit `visible : salon`. Le mieux est de le dire à ses membres.

room-news = **Actualités** · { $count ->
    [0] aucune source suivie (qui modère en ajoute une par `!source ajouter`)
    [one] une source suivie · `!veille`
   *[other] { $count } sources suivies · `!veille`
  }
room-letter = **Lettre** · { $when } Tout ce qui la concerne : `!lettre`
room-language = **Langue** · { $language }
room-language-change = Changer : `!salon langue anglais`, `!salon langue français` ou `!salon langue défaut` (comme l'opérateur l'a réglé)
room-language-done = C'est noté : ici, je parle { $language } désormais. Les commandes se tapent toujours dans les deux langues : `!aide`
room-language-refused = La langue de ce salon est choisie par ses modérateurs : demandez à l'un d'eux. Avec vous seul, en message direct, je parle la vôtre : `!langue anglais`
room-language-wrong = Je ne parle pas « { $typed } ». Écrivez `!salon langue français`, `!salon langue anglais` ou `!salon langue défaut` (comme l'opérateur l'a réglé).
language-fr = français
language-en = anglais

summary-room-policy = choisit si les partages de ce salon sont relus avant d'être vus
details-room-policy = relus : un modérateur lit chaque partage, puis l'accepte ou non ; ceux des modérateurs paraissent aussitôt. ouverts : ils sont vus aussitôt. défaut : comme l'opérateur l'a réglé. Seul, montre ce qu'il en est.
form-room-policy = relus ou ouverts
example-room-policy = relus
summary-room-audience = choisit qui voit ce qui est partagé dans ce salon
details-room-audience = salon : ses membres seulement. réseau : les membres de tous les salons. défaut : comme l'opérateur l'a réglé ; dans un salon chiffré, ses membres seulement. Chaque auteur peut dire autre chose de sa fiche, et lui seul peut la rendre publique. Ce qui est déjà partagé ne change pas.
form-room-audience = salon ou réseau
example-room-audience = salon
summary-room-language = choisit ma langue dans ce salon ou, en message direct, avec vous
details-room-language = anglais, français, ou défaut : comme l'opérateur l'a réglé. Dans un salon, ses modérateurs la choisissent ; tout ce que j'y écris est alors dans cette langue, la lettre aussi. Ce que les membres ont écrit n'est pas traduit. Seul, dit laquelle c'est.
form-room-language = anglais ou français
example-room-language = anglais
