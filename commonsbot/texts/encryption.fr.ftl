## Salons chiffrés ou non

encryption-none-room = Ce salon n'est pas chiffré : les personnes qui hébergent ses serveurs peuvent lire ce qui s'y écrit. N'y partagez rien de confidentiel.
encryption-none-chat = Cette conversation n'est pas chiffrée : les personnes qui hébergent nos serveurs peuvent lire ce qui s'y écrit. N'y partagez rien de confidentiel.
encryption-begun = Ce salon est maintenant chiffré : les nouvelles fiches restent entre ses membres, celles d'avant restent visibles par le réseau.
