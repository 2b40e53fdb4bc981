"""English words that are written with a capital now and then, and are no names to transliterate.

Days, months, offices, ranks, institutions, landscapes, and what stands in titles.
"""

from __future__ import annotations

COMMON = frozenset(
    """
monday tuesday wednesday thursday friday saturday sunday january february march april may june july
august september october november december spring summer autumn winter easter christmas sixties
seventies eighties nineties twenties thirties forties fifties ramadan
north south east west northern southern eastern western central upper lower middle great greater new
old grand high holy royal imperial saint united federal national international global world european
african asian american british english french german dutch swiss irish welsh scottish arab arabic
islamic muslim christian jewish catholic orthodox protestant kurdish latin indigenous
president minister prime deputy secretary general chief chairman chair director governor mayor judge
king queen prince princess emperor pope bishop cardinal imam sheikh lord lady count duke earl baron
captain colonel major lieutenant sergeant admiral marshal commander brigadier professor doctor
mister senator congress senate parliament house commons assembly council committee commission court
supreme
ministry department office bureau agency authority board administration government state states
republic kingdom empire union federation confederation league alliance coalition party republican
democrat democrats democratic liberal conservative labour labor socialist communist green greens
army navy force forces guard guards police service services corps command security defense defence
intelligence foreign interior justice health education finance treasury trade transport environment
energy culture agriculture labor affairs human rights nations peace
university college school institute academy center centre hospital hospitals museum library theater
theatre gallery hall palace castle tower bridge gate square street road avenue park garden gardens
station airport port bank fund exchange company corporation group holdings industries systems
airlines airways motors media press news times post journal magazine daily weekly review herald
guardian telegraph television radio channel network network internet web online digital
river lake sea seas ocean gulf bay strait island islands mount mountain mountains valley desert
forest coast peninsula cape delta canal city town village county province district region area
cup championship championships league games olympic olympics final finals open master masters prize
award awards festival week day night year century age war wars battle revolution treaty agreement
convention charter protocol declaration resolution act bill law code amendment article chapter plan
program programme project operation initiative forum summit conference session meeting report paper
book bible church temple mosque cathedral society association organization organisation foundation
trust club team brothers sisters sons father mother first second third fourth fifth last next nine
black white blue golden silver iron stone star stars moon sun earth heaven god allah prophet
science sciences technology technologies research engineering medicine medical arts history nature
natural heritage civil public private social economic political military special joint combined
home front line real simple select premium bonds bond target return income vantage plus express
game thrones wind winds dream stranger things talking target secret circuit nice this that these
those what when where which while there they their then than with from into over under after before
about against between during without within among also because however although here never always
everyone everybody someone nobody highway agenda parents
only some such many most more much less each every both another other same well just even still
brexit england britain scotland wales america europe africa asia
street view inner outer big little long short good bad love life death time people women
woman men man child children family friend friends world power light water fire land money work
""".split()
)
