"""List words that are capitalised beside a name, or are parts of many names, and are no name themselves.

Folded and in small letters, English and Spanish.
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
over para past per perhaps pero plus por porque post pre pro que quien rather recently said says se segun she should
si sin since so sobre some son soon still su such sus tambien tan than that the their them then there these they this
those though through throughout thus to today together tomorrow too toward towards tras un una under unlike uno unos
until up upon us via was we were what when where whether which while who whom whose why will with within without would
y ya yesterday yet you your
""".split()
)
"""Words that open a sentence before a name."""

TITLES = frozenset(
    """
admiral advocate agent aide alcalde almirante ambassador analyst archbishop attorney author baron bishop brother
candidate candidato capitan capo captain cardinal ceo cfo chairman chairwoman chancellor chief citizen colonel
comandante commander commissioner congressman congresswoman constable consul coronel corporal councillor count
countess dame democrat deputy detective diputada diputado director doctor doctora don dona dr duchess duke earl
embajador embajadora emperor empress envoy executive father fiscal foreign former general gobernador gobernadora gov
governor inspector jefe journalist judge juez justice king lady late lawyer leader lic licenciado lieutenant lord
madame major marshal mayor member minister ministra ministro miss monsenor mother mp mr mrs ms officer padre papa pope
premier president presidenta presidente presidential priest prime primer primera prince princess procurador profesor
professor prosecutor queen rabbi reina representative republican reverend rey saint secretaria secretario secretary
sen senador senadora senator senor senora sergeant sheriff sir sister speaker spokesman spokesperson spokeswoman sr
sra sultan teniente tsar uncle vice vocero
""".split()
)
"""Titles and offices, which stand beside a name without being a part of it."""

BUILDERS = frozenset(
    """
central east eastern el great greater la las los lower new north northern nueva nuevo san santa santo sao south
southern upper west western
""".split()
)
"""Words that bigger names are made with, however often an author also writes them small."""

PARTICLES = frozenset(
    """
al ap bin bint da das de del della den der di do dos du e el ibn la las le los ten ter van vom von y zu zur
""".split()
)
"""Words inside a person's name that belong to the surname after them."""
