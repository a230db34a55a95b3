import type { WordingCategory } from './categories.js';

/*
 * French terms by category. Each line is a regular expression for normalised text (lower case, no accents, a straight
 * apostrophe, one blank between words). It matches whole words only.
 *
 * Trades, schemes and places that share a word with a condition are listed in `harmless` and not reported.
 */

const lines = (text: string): readonly string[] => text.trim().split('\n');

/** Adjectives of origin; they are matched only when they describe persons. */
const from = [
  '(?:algeri|tunisi|mali|haiti|nigeri|guine|mauritani|comori|egypti|syri|iraki|irani|ukraini|itali|georgi|armeni|bresili|colombi|peruvi|indi|core|ethiopi|erythre)(?:en|enne)s?',
  '(?:marocain|maghrebin|africain|americain|roumain|cubain|angolais|antillais|senegalais|portugais|polonais|chinois|japonais|congolais|camerounais|ivoirien|libanais|soudanais|pakistanais|bangladais|sri-lankais|albanais|togolais|beninois|gabonais|mahorais|espagnol|afghan)(?:e|s|es)?',
  '(?:malgache|turc|turque|kurde|russe|moldave|serbe|kosovar|croate|tamoul|asiatique|arabe|berbere|kabyle|metis|metisse)s?',
].join('|');

/** Countries of origin; they are matched only after a word that states an origin. */
const countries =
  'algerie|tunisie|maroc|mali|senegal|cameroun|congo|haiti|turquie|syrie|afghanistan|ukraine|russie|roumanie|pologne|chine|inde|pakistan|bangladesh|sri lanka|comores|guinee|cote d.ivoire|mauritanie|egypte|irak|iran|soudan|ethiopie|erythree|afrique|maghreb';

/** The sensitive terms, by category. */
export const terms: Readonly<Record<Exclude<WordingCategory, 'NUMBERS'>, readonly string[]>> = {
  HEALTH: lines(String.raw`
malad(?:e|es|ie|ies|if|ifs|ive|ives)
depressi(?:on|ons|f|fs|ve|ves)|deprim(?:e|es|ee|ees)
anti-?depresseurs?|anxiolytiques?|neuroleptiques?|anxiete|anxieu(?:x|se|ses)|angoiss(?:e|es|ee|ees)
bipolaires?|bipolarite|schizophren(?:e|es|ie|ies|ique|iques)|psychoses?|psychotiques?|paranoi(?:a|aque|aques)
burn[- ]?out
troubles? (?:psych\w+|menta(?:l|ux)|bipolaires?|alimentaires?|anxieux|du comportement|du sommeil|de l'humeur|de la personnalite|musculo-?squelettiques?|cognitifs?|autistiques?|dys\w*)
psychiatr(?:e|es|ie|ique|iques)|psychotherap(?:ie|ies|eute|eutes)|psychologues?|psychologiques?
cancers?|cancereu(?:x|se|ses)|tumeurs?|chimiotherapies?|radiotherapies?|leucemies?
diabet(?:e|es|ique|iques)|epilep(?:sie|sies|tique|tiques)|asthm(?:e|atique|atiques)|hypertension
sclerose en plaques|fibromyalgies?|endometriose|parkinson|alzheimer|lombalgies?|hernies?|arthrose|sciatiques?
sida|vih|hiv|seropositi(?:f|fs|ve|ves|vite)|hepatites?|tuberculose|drepanocyt\w+
handicap(?:s|e|es|ee|ees)?|invalidite|taux d'incapacite|incapacite permanente|rqth|aah|mdph
alcooli(?:que|ques|sme|se|see|ses)|alcool|ethylisme|ivresse
toxicoman(?:e|es|ie|ies)|drogu(?:e|es|ee|ees)|addict(?:e|es|s|if|ifs|ive|ives|ion|ions)?|addictolog\w+|stupefiants?|cannabis|cocaine|heroine|sevrage|cure de desintoxication|methadone|subutex
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
prisons?|prisonni(?:er|ers|ere|eres)|maisons? d'arret|penitentiaires?|detenus?|detenues?|detention(?! (?:d'un|du|de (?:la|l')|d'une))|incarcer(?:e|es|ee|ees|ation|ations)|emprisonn(?:e|ee|ement)|ecroue(?:e|s|es)?|levee d'ecrou|sous ecrou
bracelets? electroniques?|sous main de justice|controles? judiciaires?|suivis? judiciaires?|spip|sursis|probation|liberation conditionnelle|semi-liberte|placement exterieur
gardes? a vue|mises? en examen|mis(?:e|es)? en examen|mandats? de depot|comparution|interpellations?|interpelle(?:e|s|es)? par
travaux d'interet general|travail d'interet general|tig|peines? (?:de prison|amenagee|alternative|de substitution)|amenagements? de peine|sort(?:i|ie|s|ant|ante)? de (?:prison|detention)
delits?|delinquan(?:t|te|ts|tes|ce)|recidiv(?:e|es|iste|istes)|vols? (?:avec|a main|en reunion|aggrave|a l'etalage)|trafics?(?! (?:routier|ferroviaire|aerien|web|internet|des bus))|escroquer(?:ie|ies)|proxenetisme
tribuna(?:l|ux)|cour d'assises|cour d'appel|correctionnel(?:le|les|s)?|proces(?!-)|plaintes?|antecedents? judiciaires?|dossiers? judiciaires?|procedures? (?:judiciaires?|penales?)|poursuites? judiciaires?|juge (?:des enfants|d'application des peines|aux affaires familiales|d'instruction)|pjj|fichee? s(?!')|interdiction (?:de|du) territoire`),
  ORIGIN: lines(`
(?:d'origine|origines?|de nationalite|nationalite|ressortissant(?:e|s|es)?|ethnie|communaute) (?:${from}|etrangeres?)
(?:homme|femme|jeune|jeunes|monsieur|madame|personnes?|famille|dame|gens|citoyen|citoyenne|il est|elle est|parents|pere|mere|mari|epouse) (?:${from})
(?:pays|lieu|ville) d'origine|origines? (?:ethniques?|etrangeres?|sociales? et ethniques?)|ethni(?:e|es|que|ques)|races?|racia(?:l|le|ux)|couleur de peau|personnes? de couleur|(?:hommes?|femmes?|jeunes?|personnes?) (?:noire?s?|blanc(?:s|he|hes)?)
immigr(?:e|es|ee|ees|ation)|migrant(?:e|s|es)?|sans[- ]papiers|clandestin(?:e|s|es)?|primo-?arrivant(?:e|s|es)?
refugie(?:e|s|es)?|demandeu(?:r|rs|se|ses) d'asile|droit d'asile|asile politique|ofpra|cnda|protection subsidiaire|apatrides?
situation irreguliere|titres? de sejour|cartes? de sejour|oqtf|obligation de quitter le territoire|naturalis(?:e|ee|ation)|regularis(?:e|ee|ation) (?:de sa situation|par le travail)
gitan(?:e|s|es)?|tzigane?s?|tsiganes?|roms|manouches?|gens du voyage|maghreb|maghrebin(?:e|s|es)?|beurs?|beurettes?
ne(?:e)? (?:en|au|aux|a l') ?(?:${countries}|etranger)|(?:arrive|venu|originaire)(?:e|s|es)? (?:d'|du |de la |des |de |en |au )(?:l')?(?:${countries})|origines? ?: ?(?:${countries})`),
  RELIGION: lines(`
religi(?:on|ons|eux|euse|euses|eusement)|croyan(?:t|te|ts|tes|ce|ces)|athees?|agnostiques?|confession(?:nel|nelle)?s?
musulman(?:e|s|es)?|islam|islami(?:que|ques|ste|stes)|salafis(?:te|tes|me)|sunnites?|chiites?|ramadan|mosquees?|halal|hijab|hidjab|burqa|burka|niqab|imams?|coran|foulard islamique|voilee|voilees|porte le voile|port du voile
juifs?|juives?|judaisme|israelites?|casher|kascher|synagogues?|shabbat|sabbat|kippa|rabbins?
chretien(?:s|ne|nes)?|christianisme|catholi(?:que|ques|cisme)|protestant(?:e|s|es|isme)?|evangeli(?:ste|stes|que|ques)|orthodoxes?|temoins? de jehovah|mormons?|pentecotistes?|la messe|cure de la paroisse|paroiss(?:e|es|ien|ienne|iens)|va a l'eglise
bouddhis(?:te|tes|me)|hindou(?:e|s|es|isme)?|sikhs?|secte|sectes|sectaire|radicalis(?:e|ee|ation)`),
  UNION: lines(`
syndi(?:que|ques|quee|quees|cat|cats|cal|cale|cales|caux|caliste|calistes|calisme)
cgt|cfdt|cftc|cfe-cgc|unsa|force ouvriere|sud-solidaires|union syndicale solidaires
(?:delegue|deleguee|delegues|elu|elue|representant|representante) (?:du personnel|syndica(?:l|le|ux))
greves?|grevistes?|encarte(?:e|s|es)?`),
};

/** Harmless phrases that contain a sensitive term: they are matched first and ignored. */
export const harmless: readonly string[] = lines(String.raw`
assurance[- ]maladie|sante publique|mutuelles? sante|centres? de sante|hydro-?alcoolique|sans alcool|gardes?-malades?
(?:metiers?|secteurs?|postes?|emplois?|formations?|services?|agent|agente) (?:de |du |a |aux |des |d')?(?:la |l')?(?:sante|handicap|medico-social)
(?:accompagn\w+|aide|aider|aidant|aupres|auxiliaire|assistance|educat\w+|accueil|transport|travailler avec|services?) (?:a |aux |de |des |d'|pour )?(?:la |les |l')?(?:(?:enfants?|eleves?|adultes?|personnes?|public) )?(?:en situation de )?handicap(?:s|e|es|ee|ees)?
(?:mission|referente?|correspondante?|accessibilite|salon|forum|semaine|plan|accord) handicap
(?:preparat\w+|vente|livraison|conditionnement|logistique|distribution|production) (?:de |des |en |du )?medicaments?
(?:vente|debit|commerce|rayon|livraison) (?:de l'|d'|des )alcools?
psychologues? du travail|surveillante?s? (?:de prison|penitentiaires?)|gardien(?:ne|s|nes)? de prison|administration penitentiaire
soud\w+(?: \S+){0,3} tig|tig (?:inox|alu\w*)|(?:mig|mag|arc)[ /,-]+(?:et )?tig|tribunal de commerce|greffiere? (?:au|du|de) tribunal|proces-verba(?:l|ux)
syndicats? (?:de copropriete|d'initiatives?|des coproprietaires|mixte|intercommunal|des eaux|des transports)|conseil syndical de copropriete|greves? (?:des transports|sncf|ratp|des bus)
secours (?:catholique|islamique)|(?:institut|lycee|college|ecole) (?:catholique|protestante?|juive)|entraide protestante
(?:restaurant|cuisine|patisserie|epicerie|plats?|boucherie) \S+
(?:rue|place|avenue|boulevard|allee|impasse|quai|square|chemin) (?:(?:de la|du|des) |de l')\S+`);
