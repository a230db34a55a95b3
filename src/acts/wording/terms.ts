import type { WordingCategory } from './categories.js';

/*
 * French terms by category: a line each, a regular expression for folded text (lower case, no accents,
 * a straight apostrophe, one blank between words). Each stands for whole words.
 *
 * Trades, schemes and places that share a word with a condition are no reason to ask: `harmless` has them.
 */

const lines = (text: string): readonly string[] => text.trim().split('\n');

const nationality = [
  '(?:algeri|tunisi|mali|haiti|congol|camerouna|ivoiri|nigeri|guine|mauritani|como?ri|egypti|syri|ira[kn]i|ukraini|itali|europe|africa|afro|antilla|kosova|georgi|armeni|bresili|colombi|peruvi|indi|coree)(?:en|enne|ne|n|an|aine|ain)?s?',
  '(?:marocain|maghrebin|africain|americain|roumain|antillais|senegalais|portugais|polonais|chinois|japonais|congolais|camerounais|libanais|pakistanais|bangladais|sri-lankais|ivoirien|malgache|afghan|turc|turque|kurde|russe|moldave|albanais|espagnol|angolais|togolais|beninois|gabonais|guineen|mahorais|comorien|tamoul|asiatique|arabe|berbere|kabyle|noir|blanc|metis)(?:e|es|s|se|ses)?',
].join('|');

export const terms: Readonly<Record<Exclude<WordingCategory, 'NUMBERS'>, readonly string[]>> = {
  HEALTH: lines(String.raw`
malad(?:e|es|ie|ies|if|ifs|ive|ives)
depressi(?:on|ons|f|fs|ve|ves)|depressi?me?s?
anti-?depresseurs?|anxiolytiques?|neuroleptiques?|anxieu(?:x|se|ses)|angoiss(?:e|es|ee|ees)
bipolaires?|bipolarite|schizophren(?:e|es|ie|ies|ique|iques)|psychoses?|psychotiques?|paranoi(?:a|aque|aques)
burn[- ]?out
troubles? (?:psych\w+|menta(?:l|ux)|bipolaires?|alimentaires?|anxieux|du comportement|du sommeil|de l'humeur|de la personnalite|musculo-?squelettiques?|cognitifs?|autistiques?|dys\w*)
psychiatr(?:e|es|ie|ique|iques)|psychotherap(?:ie|ies|eute|eutes)|psychologues?|psychologiques?
cancers?|cancereu(?:x|se|ses)|tumeurs?|chimiotherapies?|radiotherapies?|leucemies?
diabet(?:e|es|ique|iques)|epilep(?:sie|sies|tique|tiques)|asthm(?:e|atique|atiques)|hypertension
sclerose en plaques|fibromyalgies?|endometriose|parkinson|alzheimer|lombalgies?|hernies?|arthrose|sciatiques?
sida|vih|hiv|seropositi(?:f|fs|ve|ves|vite)|hepatites?|tuberculose|drepanocyt\w+
handicap(?:s|e|es|ee|ees)?|invalid(?:e|es|ite)|incapacite|rqth|aah|mdph
alcooli(?:que|ques|sme|se|see|ses)|alcool|ethylisme|ivresse
toxicoman(?:e|es|ie|ies)|drogu(?:e|es|ee|ees)|addict(?:e|es|s|if|ifs|ive|ives|ion|ions)?|addictolog\w+|stupefiants?|cannabis|cocaine|heroine|crack|sevrage|cure de desintoxication|methadone|subutex
suicid(?:e|es|ee|aire|aires)|tentatives? de suicide|scarifications?|automutilations?
enceinte(?! (?:de l'|du (?:batiment|site|stade|lycee|college|parc|centre)|de la (?:mairie|ville|gare)|sportive|scolaire|acoustique|fortifiee|bluetooth))|grossesses?|accouche(?:e|r|ment|ments)?|avortements?|ivg|fausses? couches?
hospitalis(?:e|es|ee|ees|ation|ations)|operation chirurgicale|operations chirurgicales|opere(?:e|s|es)? (?:du|de la|d'une?|des) (?:dos|genou|coeur|main|epaule|hanche|oeil|yeux|hernie|cancer|tumeur|jambe|pied|bras)
(?:problemes?|soucis?|ennuis?|difficultes?|raisons?|motifs?|etat) (?:de|d') ?(?:sante|dos|vue|audition|coeur|poids|sommeil|memoire)
(?:problemes?|soucis?|difficultes?|raisons?|motifs?|dossiers?|suivis?|traitements?|antecedents?) (?:medica(?:l|le|les|ux)|psychiques?|medicamenteux)
sante (?:mentale|fragile|precaire|degradee)|souffrance (?:psychique|mentale|au travail)
diagnostique(?:e|s|es)?|affection de longue duree|fauteuil roulant|prothese|bequilles
arrets? maladie|arrets? de travail|accidents? du travail|maladies? professionnelles?|mi-temps therapeutique|inapt(?:e|es|itude)
autis(?:me|te|tes|tique|tiques)|dyslexi(?:e|que|ques)|dyspraxi(?:e|que)|trisomi(?:e|que)
sourd(?:e|s|es)?|surdite|malentendant(?:e|s|es)?|aveugles?|malvoyant(?:e|s|es)?|paraplegi(?:e|que)|obes(?:e|es|ite)|anorexi(?:e|que)|boulimi(?:e|que)
medicaments?|ordonnance medicale`),
  JUDICIAL: lines(`
condamn(?:e|es|ee|ees|ation|ations)|casiers? judiciaires?|inculp(?:e|ee|ation)
prisons?|prisonni(?:er|ers|ere|eres)|maisons? d'arret|penitentiaires?|detenus?|detenues?|detention(?! (?:d'un|du|de (?:la|l')|d'une))|incarcer(?:e|es|ee|ees|ation|ations)|emprisonn(?:e|ee|ement)|ecrou(?:e|ee)?
bracelets? electroniques?|sous main de justice|controles? judiciaires?|suivis? judiciaires?|spip|sursis|probation|liberation conditionnelle|semi-liberte|placement exterieur
gardes? a vue|mises? en examen|mis(?:e|es)? en examen|mandats? de depot|comparution|interpell(?:e|ee|ation)
travaux d'interet general|travail d'interet general|tig|peines? (?:de prison|amenagee|alternative|de substitution)|amenagements? de peine|sort(?:i|ie|ant|ante) de (?:prison|detention)
delits?|delinquan(?:t|te|ts|tes|ce)|recidiv(?:e|es|iste|istes)|vols? (?:avec|a main|en reunion|aggrave|a l'etalage)|trafics?(?! (?:routier|ferroviaire|aerien|web|internet|des bus))|escroquer(?:ie|ies)|proxenetisme
tribuna(?:l|ux)|cour d'assises|cour d'appel|correctionnel(?:le|les|s)?|proces(?!-)|plaintes?|antecedents? judiciaires?|dossiers? judiciaires?|procedures? (?:judiciaires?|penales?)|poursuites? judiciaires?|juge (?:des enfants|d'application des peines|aux affaires familiales|d'instruction)|pjj|fiche s`),
  ORIGIN: lines(`
(?:d'origine|origines?|de nationalite|nationalite|ressortissant(?:e|s|es)?|ethnie|communaute) (?:${nationality}|etrangeres?)
(?:homme|femme|jeune|jeunes|monsieur|madame|personnes?|famille|dame|gens|citoyen|citoyenne|il est|elle est|est|sont|parents|pere|mere|mari|epouse) (?:${nationality})
(?:pays|lieu|ville) d'origine|origines? (?:ethniques?|etrangeres?|sociales? et ethniques?)|ethni(?:e|es|que|ques)|races?|racia(?:l|le|ux)|couleur de peau|personnes? de couleur
immigr(?:e|es|ee|ees|ation)|migrant(?:e|s|es)?|sans[- ]papiers|clandestin(?:e|s|es)?|primo-?arrivant(?:e|s|es)?
refugie(?:e|s|es)?|demandeu(?:r|rs|se|ses) d'asile|droit d'asile|asile politique|ofpra|cnda|protection subsidiaire|apatrides?
situation irreguliere|titres? de sejour|cartes? de sejour|oqtf|obligation de quitter le territoire|naturalis(?:e|ee|ation)|regularis(?:e|ee|ation) (?:de sa situation|par le travail|administrative)
gitan(?:e|s|es)?|tzigane?s?|tsiganes?|roms|manouches?|gens du voyage|maghreb|maghrebin(?:e|s|es)?|beurs?|beurettes?
ne(?:e)? (?:en|au|aux|a l') ?(?:algerie|tunisie|maroc|mali|senegal|cameroun|congo|haiti|turquie|syrie|afghanistan|ukraine|russie|roumanie|pologne|chine|inde|pakistan|bangladesh|comores|guinee|cote d'ivoire|mauritanie|egypte|irak|iran|soudan|ethiopie|erythree|etranger)`),
  RELIGION: lines(`
religi(?:on|ons|eux|euse|euses|eusement)|croyan(?:t|te|ts|tes|ce|ces)|athees?|agnostiques?|confession(?:nel|nelle)?s?
musulman(?:e|s|es)?|islam|islami(?:que|ques|ste|stes)|salafis(?:te|tes|me)|sunnites?|chiites?|ramadan|mosquees?|halal|hijab|hidjab|burqa|burka|niqab|imams?|coran|foulard islamique|voilee|voilees|porte le voile|port du voile
juifs?|juives?|judaisme|israelites?|casher|kascher|cacher(?= \b(?:kippa|viande)\b)|synagogues?|shabbat|sabbat|kippa|rabbins?
chretien(?:s|ne|nes)?|christianisme|catholi(?:que|ques|cisme)|protestant(?:e|s|es|isme)?|evangeli(?:ste|stes|que|ques)|orthodoxes?|temoins? de jehovah|mormons?|baptistes?|pentecotistes?|la messe|carme|cure de la paroisse|paroiss(?:e|es|ien|ienne|iens)|va a l'eglise
bouddhis(?:te|tes|me)|hindou(?:e|s|es|isme)?|sikhs?|secte|sectes|sectaire|radicalis(?:e|ee|ation)`),
  UNION: lines(`
syndi(?:que|ques|quee|quees|cat|cats|cal|cale|cales|caux|caliste|calistes|calisme)
cgt|cfdt|cftc|cfe-cgc|unsa|force ouvriere|sud-solidaires|union syndicale solidaires
(?:delegue|deleguee|delegues|elu|elue|representant|representante) (?:du personnel|syndica(?:l|le|ux))
greves?|grevistes?|encarte(?:e|s|es)?`),
};

/** What names no person's condition, though a term stands in it: looked for first, and left out. */
export const harmless: readonly string[] = lines(String.raw`
assurance[- ]maladie|caisse primaire d'assurance[- ]maladie|sante publique|mutuelles? sante|centre de sante
gardes?-malades?|(?:metiers?|secteurs?|poste|postes|emploi|emplois|formation|service|services|aide|agent) (?:de |du |a la |aux |des |d')?(?:sante|hopital|handicap|medico-social)
(?:accompagn\w+|aide|aider|aidant|auprès|aupres|auxiliaire|assistance|education|educat\w+|accueil|transport|travailler avec|service) (?:a |aux |de |des |d'|pour )?(?:la |les |l')?(?:enfants?|eleves?|adultes?|personnes?|public|publics)? ?(?:en situation de )?handicap(?:s|e|es|ee|ees)?
(?:mission|referent|referente|correspondant|correspondante|accessibilite|salon|forum|semaine|plan|accord) handicap
(?:preparat\w+|vente|livraison|conditionnement|logistique|magasinier|distribution|industrie|production) (?:de |des |en |du )?medicaments?
(?:vente|debit|commerce|rayon|livraison|servir|gel hydro)-?(?: de l'| d'| des | de )?alcool|sans alcool
psychologues? du travail|diplome de psychologue|surveillant(?:e|s|es)? (?:de prison|penitentiaires?)|gardien(?:ne|s|nes)? de prison|administration penitentiaire|concours penitentiaire
tribunal de commerce|greffe du tribunal|greffi(?:er|ere) (?:au|du|de) tribunal|proces-verba(?:l|ux)|trafic (?:routier|ferroviaire|aerien)
syndicats? (?:de copropriete|d'initiatives?|des coproprietaires|mixte|intercommunal|des eaux|des transports)|conseil syndical de copropriete
secours catholique|institut catholique|lycee catholique|secours islamique|entraide protestante|service protestant|armee du salut
(?:restaurant|cuisine|patisserie|epicerie|plat|plats|boucherie) \S+
(?:rue|place|avenue|boulevard|allee|impasse|quai|square|chemin|cours) (?:de la |du |des |de l'|de |d')?\S+(?: \S+)?
religions? et societe|greve des transports|greves? (?:sncf|ratp|des bus)
bacs? a graisse|grossesse et emploi|certificat d'aptitude|sourd(?:s)? et muet(?:s)? langue
langue des signes|interprete en langue des signes|marche aux races|race de chiens?`);
