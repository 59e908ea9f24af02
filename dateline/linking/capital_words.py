"""List words that English or Spanish writes with a capital and that name no person, group or place by themselves, and
words that tell which of these a name is.

In small letters and without diacritics.
"""

CALENDAR = frozenset(
    """
abril agosto apr april aug august christmas dec december diciembre domingo easter enero feb febrero february fri
friday jan january jueves jul julio july jun june junio lunes mar march martes marzo may miercoles mon monday nov
november noviembre oct october octubre sabado sat saturday sep sept september septiembre sun sunday thanksgiving thu
thur thurs thursday tue tues tuesday viernes wed wednesday
""".split()
)
"""Days, months, feasts."""

NATIONALITIES = frozenset(
    """
afghan african albanian algerian american andean andorran anglican angolan arab arabian arabic argentine argentinian
armenian asian asturian australian austrian azerbaijani bahamian bahraini balkan baltic bangladeshi barbadian basque
bavarian belarusian belgian belizean bengali berber bolivian bosnian brazilian breton british briton buddhist
bulgarian burmese burundian californian cambodian cameroonian canadian cantonese castilian catalan catholic celtic
chadian chechen chilean chinese christian colombian congolese corsican creole cretan croat croatian cuban cypriot
czech dane danish dominican dutch eastern ecuadorian egyptian emirati english eritrean estonian ethiopian european
fijian filipino finn finnish flemish floridian french gabonese galician gambian gaulish georgian german germanic
ghanaian greek grenadian guatemalan guyanese haitian hawaiian hebrew hindi hindu hispanic honduran hungarian icelandic
indian indonesian iranian iraqi irish islamic israeli italian jamaican japanese javanese jew jewish jordanian kazakh
kenyan korean kosovar kurd kurdish kuwaiti kyrgyz lao laotian latin latina latino latvian lebanese liberian libyan
lithuanian londoner lutheran macedonian malagasy malawian malay malaysian maldivian malian maltese maori mauritanian
mauritian methodist mexican midwestern moldovan mongolian mormon moroccan mozambican muslim namibian nepalese nepali
nicaraguan nigerian nigerien nordic norman norse northeastern northern northwestern norwegian
omani pakistani palestinian panamanian paraguayan parisian parsi pashtun persian peruvian pole polish polynesian
portuguese presbyterian protestant prussian punjabi quechua roma roman romanian russian rwandan salvadoran salvadorean
samoan saudi saxon scandinavian scot scots scottish semitic senegalese serb serbian sicilian sikh sinhalese slav
slavic slovak slovene slovenian somali southeastern southern southwestern soviet spaniard spanish
sudanese swahili swede swedish swiss syrian taiwanese tajik tamil tanzanian tatar texan thai tibetan togolese tongan
tunisian turk turkish turkmen tuscan ugandan ukrainian urdu uruguayan uzbek venetian venezuelan viennese vietnamese
viking welsh western yemeni yiddish yoruba yugoslav zambian zimbabwean zulu
""".split()
)
"""Peoples, languages and faiths in the form of an adjective, and adjectives of the compass."""

NO_NAMES = frozenset(
    """
ad aids am amp article bc bce category cd ce ceo cet cfo covid cto dna dr dvd edt emeritus ep est etc external faq
file fm gmt god hello hiv http https id ii iii image iq isbn iv ix jr lord lp main mp mps mr mrs ms oh ok pdf ph phd
photo please pm postcode pst reference references related rna see source sources sr thank thanks tv url utc vi vii
viii vip vs wc xi xii xiii xiv xv xvi yes
""".split()
)
"""Short forms, numerals and words of courtesy."""

PLACE_WORDS = frozenset(
    """
airport arroyo avenida avenue barrio basin bay beach boulevard bridge building calle canal canyon cape carretera
castle cathedral cemetery center centre cerro cidade city ciudad coast colonia continent cordillera county creek
crossing dam desert district drive estacion estado falls farm forest fort fortress garden gardens gate glacier gulf
hall harbor harbour heights highway hill hills hospital hotel house interstate isla island islands isle isles lago
laguna lake lane mall memorial montana monument mount mountain mountains mt municipality museum oblast ocean palace
parish park passage peak peninsula plains plaza point port prefecture prison province pueblo puente puerto rancho
range region republic reserve reservoir ridge rio river road rock route sea sierra spring springs square stadium state
station strait street temple territory theater theatre tower town township tunnel valle valley via villa village
volcano wall waterfall woods zone
""".split()
)

GROUP_WORDS = frozenset(
    """
academia academy administration affairs agencia agency airlines airways alliance armada army asociacion assembly
assets association attorneys authority ballet banco band bank battalion board boys brigade brothers bureau business
cabinet cartel cartels caucus cf chamber church club coalition college comision comite command commission committee
community companies company comunidad confederation conference congreso congress consejo consortium constabulary
cooperative corp corporation corps council court courts crew democrats departamento department division ejercito
empresa enforcement enterprises entertainment escuadron establishment exchange faction family fc federacion federation
firm fiscalia force forces foundation frente front fuerza fund gang girls gobierno government group grupo guard
guardia guerrilla guild herald high inc industries inquirer institute instituto intelligence investigations journal
junta kings laboratories laboratory league legion library limited llc ltd magazine marina marines media militia
ministerio ministry mob movement movimiento nation nations navy network news office oficina orchestra order
organisation organizacion organization partido partners party patrol pictures plc police policia post press
procuraduria quartet railway railways records regiment representatives republicans school secretaria secretariat
security senado senate service services sindicato society socios squad squadron staff star syndicate taliban task team
television times tribe tribune troops trust unidad union unit universidad university workers works
""".split()
)

NOT_PERSONS = frozenset(
    """
act album award awards bill book championship championships civil code convention cup day edition empire era festival
film games grand great holiday international law league liga national new old open operation prize program programme
project protocol purchase revolution rifle season series show song summit super tour tournament treaty trophy war wars
week world year
""".split()
)
"""Words of names that are neither a person's nor surely anything else's."""

SPEAKING = frozenset(
    """
added admitted afirmo announced argued aseguro asked claimed commented declared declaro denied died dijo explained
insisted married murio noted recalled replied resigned retired said says stated testified told tweeted wrote
""".split()
)
"""Words after a person's name."""

BEFORE_PLACES = frozenset("in at near across outside inside throughout en hacia desde visited toward towards".split())
"""Words before a place's name."""
