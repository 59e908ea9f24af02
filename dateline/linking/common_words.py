"""List words that are capitalised beside a name, or are parts of many names, and are no name themselves.

Folded and in small letters, English and Spanish; those that open a sentence in Russian, Ukrainian and Greek too.
"""

FUNCTION_WORDS = frozenset(
    """
a about above according across after again against al all along also although am amid among an and another ante antes
anti any are around as at aunque bajo be because been before being below beneath besides between beyond both but by
cada can como con contra could cuando cuanto de del desde despite despues did do does donde dos durante during each
either el ella ellos en entonces entre era es esa ese esta este esto estos even every ex except few following for
formerly from fue ha hace hacia had has hasta have hay he her here his how however hoy i if in including inside
instead is it its la las last later less like lo los many mas may me meanwhile mientras might more most much must muy
my near neither next ni no non nor not nothing now of off on once one only onto or other otra otro our out outside
over para past per perhaps pero plus por porque que quien rather recently said says se segun she should
si sin since so sobre some son soon still su such sus tambien tan than that the their them then there these they this
those though through throughout thus to today together tomorrow too toward towards tras un una under unlike uno unos
until up upon us via was we were what when where whether which while who whom whose why will with within without would
y ya yesterday yet you your
а без был была были было в во вот где да для до его ее если еще за затем здесь и из или именно их к как когда ко
которыи кто ли мы на над не нет но о об однако он она они от перед по под пока после потом при про с сегодня со так
также
там тем теперь то тогда только у уже хотя чем через что чтобы это этот я від за з зараз зі і коли під та тоді у це що як
αλλα αν απο αυτη αυτο αυτοσ για δεν εναν ενασ ενω η θα και κατα με μετα μια να ο οι οταν οτι ουτε πριν προσ που πωσ σε
στη
στην στισ στο στον στουσ τα τη την τησ τι τισ το τον του τουσ των ωσ
""".split()
)
"""Words that open a sentence before a name."""

TITLES = frozenset(
    """
acting adm admiral advocate agent aide alcalde almirante ambassador analyst archbishop archduke assistant associate
attorney author baron baroness bishop brig brigadier brother candidate candidato capitan capo capt captain cardinal
cdr ceo cfo chairman chairwoman chancellor chief citizen cmdr col colonel comandante commander commissioner
congressman congresswoman constable consul coronel corporal councillor count countess dame democrat deputy detective
diputada diputado director doctor doctora don dona dr duchess duke earl embajador embajadora emperor empress envoy
executive father fiscal foreign former gen general gobernador gobernadora gov governor infante inspector jefe
journalist judge juez justice king lady landgrave late lawyer leader lic licenciado lieutenant lord lt madame maj
major marquess marquis marshal mayor member minister ministra ministro miss monsenor mother mp mr mrs ms officer padre
palatine papa pope premier pres president presidenta presidente presidential priest prime primer primera prince
princess procurador prof profesor professor prosecutor queen rabbi reina rep representative republican rev reverend
rey saint secretaria secretario secretary sen senador senadora senator senor senora sergeant sgt sheriff sir sister
speaker special spokesman spokesperson spokeswoman sr sra sultan teniente tsar uncle vice viscount vocero
""".split()
)
"""Titles and offices, which stand beside a name without being a part of it."""

BUILDERS = frozenset(
    """
central east eastern el great greater la las los lower new north northern nueva nuevo old san santa santo sao south
southern upper vieja viejo west western
""".split()
)
"""Words that bigger names are made with, however often an author also writes them small."""

PARTICLES = frozenset(
    """
al ap bin bint da das de del della den der di do dos du e el ibn la las le los ten ter van vom von y zu zur
""".split()
)
"""Words inside a person's name that belong to the surname after them."""

GIVEN_NAMES = frozenset(
    """
abraham adolfo agustin alan albert alberto alejandra alejandro alex alexander alfonso alfred alfredo alice allan allen
ana andrea andres andrew andy angel ann anna anne anthony antonio armando arthur arturo augustus barbara beatriz ben
benjamin bernard bill bob brian bruce carl carlos carmen carol carolina catherine cecilia cesar charles charlie
charlotte chris christian christopher clara claude claudia concepcion cristina dan daniel david diane diego dolores
dominic donald douglas ed eduardo edward edwin elena elizabeth ellen emilio emily emma enrique eric ernest ernesto
esteban ethan eugene eva felipe felix fernanda fernando francis francisca francisco frank franklin fred frederick
friedrich gabriel gabriela gary gene george gerald gerardo greg guadalupe guillermo gustavo hans harold harry heather
heinrich helen henri henry herbert hermann howard hugo humberto ignacio irene isabel ivan jack jacob jaime james jane
javier jean jeff jennifer jerry jessica jesus jill jim jimmy joan joao joaquin joe john johnny jonathan jorge jose
joseph josephine juan juana julia julio karen karl kate kathleen keith kenneth kevin larry laura lawrence lee leo leon
leonard leonardo leopold leticia lewis linda lisa liz louis louise lucas lucia lucy ludwig luis luisa luther maggie
manuel manuela marcela marco marcos margaret margarita maria mariana marie mario mark marta martha martin mary matt
matthew mauricio max maximilian megan melissa michael miguel mike monica nancy nathaniel nicholas nick nicolas octavio
oliver omar oscar otto pablo pam pat patricia patricio patrick paul paula pedro pete peter philip pilar rachel rafael
ralph ramon raul ray raymond rebecca ricardo richard rick rob robert roberto rodolfo rodrigo roger ron ronald rosa
rosario rose roy ruben russell ruth ryan salvador sam samuel santiago sara sarah scott sean sebastian sergio sharon
sidney silvia simon sofia soledad sophie stan stephanie stephen steve steven stuart susan ted teresa theodore theresa
thomas tim timothy todd tom tomas tony tyler vicente victor victoria vincent virginia walter wayne wendy wilhelm will
william xavier
""".split()
)
"""Common given names. One that stands second is no surname (*Juan Carlos*); alone it tells of nobody."""

COMMON_SURNAMES = frozenset(
    """
alvarez castillo castro chavez cruz diaz dominguez fernandez flores garcia gomez gonzales gonzalez gutierrez hernandez
herrera jimenez lopez martinez mendoza morales moreno munoz ortega ortiz perez ramirez ramos reyes rivera rodriguez
romero ruiz sanchez santos silva suarez torres vargas vasquez vazquez velazquez
""".split()
)
"""Spanish surnames so common that a second one always stands beside them: *López Obrador* is never *López*."""

GENERIC_NOUNS = frozenset(
    """
administration agency airport archipelago army avenue band bank basin battalion bay beach border bridge brigade
brotherhood cabinet campaign canal canyon cartel cathedral cemetery channel chronicle church city clan club coalition
coast college commission committee company corporation council county court creek cup dam database department desert
district division empire factory family federation festival forest foundation front fund gang gazette government group
guard gulf harbour herald hills hospital hotel institute island islands isthmus journal kingdom lake league library
massacre ministry mob monastery monument mosque mountain mountains movement municipality museum navy network news
newspaper ocean office orchestra organisation organization palace parish park parliament party peninsula plain plateau
plaza police port post prefecture prison project province quartet railway ranch range region republic reservoir ridge
river road school sea squad square state station strait street syndicate temple territory theatre times tower town
tribe tribunal tribune trio union university valley village volcano war
""".split()
)
"""Nouns that end many names of places and groups, and that authors also write small: *the Sinaloa cartel*."""

PLACE_PREPOSITIONS = frozenset("across around at en from in into near outside through throughout to towards".split())
"""Words after which a place is named."""
