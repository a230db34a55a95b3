/*
 * First and last names of many origins that are common in such a town. A person's name is a random combination and
 * does not refer to any real person with this name.
 */

const list = (text: string): readonly string[] => text.trim().split(/,\s+/);

export const firstNames = list(`
Abdelkader, Achille, Adèle, Aïcha, Alexis, Aliou, Alizée, Amandine, Amel, Amélie, Amina, Amine, Anaïs,
Andreea, Angélique, Anissa, Anne-Sophie, Arnaud, Arthur, Assia, Aurélie, Ayoub, Aziz, Baptiste, Béatrice,
Bénédicte, Benoît, Bilal, Bintou, Boris, Brahim, Camélia, Cécile, Cédric, Célia, Chantal, Charlène,
Christelle, Clarisse, Clément, Corentin, Corinne, Cyril, Damien, Daouda, Delphine, Denis, Dounia, Édouard,
Élif, Élise, Éloïse, Émeline, Emre, Estelle, Ethan, Fabien, Fabrice, Fanta, Fatiha, Fatoumata, Fériel,
Florian, Françoise, Gabin, Gaëlle, Geoffroy, Ghislaine, Grâce, Grégory, Guillaume, Habib, Hadrien, Hajar,
Hamza, Hasan, Hawa, Héloïse, Honorine, Idriss, Ikram, Ilyès, Imane, Inaya, Ioana, Jean-Marc, Jean-Noël,
Jérôme, Joana, Joël, Jordan, Josiane, Julien, Kadiatou, Kavitha, Kenza, Kévin, Khadija, Ladji, Laëtitia,
Lamine, Lina, Linh, Loïc, Lorenzo, Lucie, Ludivine, Maël, Maëlys, Maïmouna, Malik, Manon, Marcelin,
Marie-Ange, Marie-Thérèse, Mariama, Mathis, Maud, Mehmet, Meriem, Mickaël, Minh, Morgane, Mouna, Nabila,
Nadège, Naïma, Nathan, Ndeye, Nicolae, Nolan, Nora, Océane, Oksana, Olivier, Orlane, Oumar, Oumou, Pascaline,
Patricia, Priya, Quentin, Rachel, Ramata, Rayan, Régis, Rémi, Rodrigue, Romain, Rosa, Roxane, Sabrina, Safia,
Salimata, Sandrine, Sébastien, Selma, Siham, Solène, Sonia, Stéphane, Suresh, Tania, Teddy, Thanh, Théo,
Tiago, Tiphaine, Valérie, Véronique, Wassim, Wei, Widad, Xavier, Yacouba, Yann, Yasmine, Youssef, Zeynep,
Zohra`);

export const lastNames = list(`
Abdallah, Abid, Adjovi, Ahamada, Aït Saïd, Akpovi, Allard, Alves, Amrani, Andrade, Antoine-Joseph, Aouad,
Arslan, Aubert, Augustin, Ayari, Aydın, Azevedo, Bachiri, Bakayoko, Baldé, Bamba, Barbosa, Barry, Baudry,
Bazin, Belaïd, Belhadj, Ben Amar, Ben Youssef, Benali, Bendaoud, Benoist, Berthelot, Besnard, Bigot, Bouchard,
Boudjemaa, Boukari, Bourgeois, Boutin, Camara, Cardoso, Carpentier, Chaouch, Charles-Alfred, Charpentier,
Chauvin, Chen, Chérif, Chevallier, Colin, Cordier, Correia, Coste, Cunha, D’Almeida, Da Silva, Daniel-Sainte,
De Oliveira, De Sousa, Delattre, Delaunay, Demir, Desrosiers, Dia, Diaby, Diagne, Dias, Diop, Dos Santos,
Doucouré, Dramé, Ducasse, Dumont, Duval, El Amrani, El Idrissi, El Mansouri, Esteves, Évrard, Fall, Faucher,
Ferhat, Ferreira, Fontaine, Gassama, Gauthier, Gbaguidi, Gomis, Gonçalves, Guéye, Guérin, Guichard, Guilbert,
Gunasekaram, Hadjadj, Haddad, Hamidi, Hervé, Hoang, Ilunga, Ionescu, Jacquet, Jean-Louis, Joly, Joseph, Kaba,
Kabongo, Kaçar, Kanagaratnam, Kassi, Kaya, Kone, Kouadio, Kouassi, Kovalenko, Kowalski, Lacroix, Laborde-Rey,
Lahlou, Lambert, Le Bihan, Le Floch, Leblond, Lefèvre, Lemaître, Leroux, L’Hostis, Lopes, Louis-Marie,
M’Barek, Mahé, Makiese, Mallet, Marchand, Marques, Martins, Mbala, Medjahed, Meunier, Mokrani, Moreau,
Mounier, Mukendi, N’Diaye, N’Guessan, Ndong, Nguyen, Niakaté, Noël, Nowak, Ouattara, Ouedraogo, Ould Ali,
Özdemir, Pélissier, Pham, Pierre-Louis, Popa, Prévost, Rajaonarivelo, Ramdani, Rocha, Sacko, Saïdi,
Saint-Fleur, Sanogo, Sarr, Savané, Sène, Sidibé, Sissoko, Soilihi, Soumaré, Şahin, Tandia, Tavares, Tessier,
Thévenot, Thiam, Tounkara, Touati, Tran, Traoré, Tshimanga, Vanier, Vasseur, Velosa, Vidal, Vivekananthan,
Wagué, Yıldız, Zaïdi, Zerrouki, Zhang`);
