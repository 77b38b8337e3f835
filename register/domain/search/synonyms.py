"""Words that mean the same to whoever searches here: abbreviations, everyday words, and the two languages.

Each line is a group: whoever asks for one of them finds all. A group holds
what people mix up or abbreviate, never what is only related: a wider word
would find what nobody asked for. The words are folded and may be several.
This is version 2026.1 of the vocabulary.
"""

from collections.abc import Iterator, Mapping
from functools import cache

from register.domain.search.words import words

_GROUPS = """
brp | basisregistratie personen | gba | personal records database
bag | basisregistratie adressen en gebouwen | basisregistratie adressen
bgt | basisregistratie grootschalige topografie
brk | basisregistratie kadaster
bro | basisregistratie ondergrond
brt | basisregistratie topografie
bri | basisregistratie inkomen
brv | basisregistratie voertuigen | kentekenregister
nhr | handelsregister | business register
woz | waardering onroerende zaken | woz waarde | property valuation
ozb | onroerendezaakbelasting | onroerende zaakbelasting | property tax
kvk | kamer van koophandel | chamber of commerce
bzk | binnenlandse zaken en koninkrijksrelaties | ministerie van binnenlandse zaken
szw | sociale zaken en werkgelegenheid
ocw | onderwijs cultuur en wetenschap
vws | volksgezondheid welzijn en sport
ienw | ienm | infrastructuur en waterstaat
ezk | economische zaken en klimaat | economische zaken
lnv | lvvn | landbouw natuur en voedselkwaliteit | landbouw visserij voedselzekerheid en natuur
jenv | justitie en veiligheid
vro | volkshuisvesting en ruimtelijke ordening
uwv | uitvoeringsinstituut werknemersverzekeringen
svb | sociale verzekeringsbank
duo | dienst uitvoering onderwijs
cjib | centraal justitieel incassobureau
cbr | centraal bureau rijvaardigheidsbewijzen
rdw | rijksdienst voor het wegverkeer
ind | immigratie en naturalisatiedienst | immigration and naturalisation service
coa | centraal orgaan opvang asielzoekers
dji | dienst justitiele inrichtingen
om | openbaar ministerie | public prosecution service
nfi | nederlands forensisch instituut
rvo | rijksdienst voor ondernemend nederland
rvig | rijksdienst voor identiteitsgegevens
rws | rijkswaterstaat
cbs | centraal bureau voor de statistiek | statistics netherlands
cpb | centraal planbureau
scp | sociaal en cultureel planbureau
pbl | planbureau voor de leefomgeving
rivm | rijksinstituut voor volksgezondheid en milieu
knmi | koninklijk nederlands meteorologisch instituut
nvwa | nederlandse voedsel en warenautoriteit
ilt | inspectie leefomgeving en transport
igj | inspectie gezondheidszorg en jeugd
ap | autoriteit persoonsgegevens | data protection authority
acm | autoriteit consument en markt
afm | autoriteit financiele markten
rdi | rijksinspectie digitale infrastructuur
ciz | centrum indicatiestelling zorg
cak | centraal administratiekantoor
vng | vereniging van nederlandse gemeenten
ipo | interprovinciaal overleg
ggd | gemeentelijke gezondheidsdienst
boa | buitengewoon opsporingsambtenaar | handhaver
kmar | koninklijke marechaussee
pgb | persoonsgebonden budget | personal budget
wmo | wet maatschappelijke ondersteuning | social support act
wlz | wet langdurige zorg | long term care act
zvw | zorgverzekeringswet
wajong | wet arbeidsongeschiktheidsvoorziening jonggehandicapten
wia | wet werk en inkomen naar arbeidsvermogen
wao | arbeidsongeschiktheid | disability benefit
ww | werkloosheidswet | werkloosheidsuitkering | unemployment benefit
aow | algemene ouderdomswet | ouderdomspensioen | state pension
anw | algemene nabestaandenwet | nabestaandenuitkering
akw | kinderbijslag | child benefit
kgb | kindgebonden budget
bijstand | bijstandsuitkering | participatiewet | social assistance | welfare benefit
kinderopvangtoeslag | kot | childcare allowance | childcare benefit
huurtoeslag | rent allowance | housing benefit
zorgtoeslag | healthcare allowance
toeslag | toeslagen | allowance
uitkering | uitkeringen | benefit | benefits
schuldhulp | schuldhulpverlening | schuldsanering | debt counselling
avg | gdpr | algemene verordening gegevensbescherming | general data protection regulation
uavg | uitvoeringswet avg
dpia | gegevensbeschermingseffectbeoordeling | geb | pia | privacy impact assessment | data protection impact assessment
iama | impact assessment mensenrechten en algoritmes
fria | fundamental rights impact assessment | grondrechteneffectbeoordeling
aiia | ai impact assessment
huderia | mensenrechtentoets
woo | wet open overheid | wob | wet openbaarheid van bestuur | freedom of information
awb | algemene wet bestuursrecht | general administrative law act
wvw | wegenverkeerswet
wed | wet op de economische delicten
wahv | wet mulder | verkeersboete | traffic fine
wpg | wet politiegegevens
wjsg | wet justitiele en strafvorderlijke gegevens
wwft | wet ter voorkoming van witwassen | witwassen | money laundering
bibob | wet bibob
suwi | wet structuur uitvoeringsorganisatie werk en inkomen
omgevingswet | environment and planning act
apv | algemene plaatselijke verordening
ai verordening | ai act | ai wet | eu ai act
bsn | burgerservicenummer | citizen service number
digid | digitale identiteit
eherkenning | e herkenning
ai | artificiele intelligentie | kunstmatige intelligentie | artificial intelligence
genai | generatieve ai | gen ai | generative ai
llm | taalmodel | groot taalmodel | large language model | language model
gpt | chatgpt | chat gpt
copilot | microsoft 365 copilot
ml | machine learning | machinaal leren | zelflerend | lerend algoritme
deep learning | neuraal netwerk | neurale netwerken | neural network
nlp | natural language processing | taaltechnologie | natuurlijke taalverwerking
ocr | tekstherkenning | optical character recognition
rag | retrieval augmented generation
rpa | robotic process automation | softwarerobot
api | application programming interface | koppelvlak
gis | geografisch informatiesysteem | geographic information system
iot | internet of things | sensoren
chatbot | virtuele assistent | digitale assistent | chatassistent | virtual assistant
spraakherkenning | speech to text | spraak naar tekst | speech recognition | transcriptie | transcriptions
gezichtsherkenning | facial recognition | face recognition
beeldherkenning | beeldanalyse | image recognition | computer vision
kentekenherkenning | anpr | automatic number plate recognition | nummerplaatherkenning
anonimiseren | lakken | weglakken | anonymise | anonymize | redact
pseudonimiseren | pseudonymise | pseudonymize
vertalen | vertaling | translate | translation
samenvatten | samenvatting | summarise | summarize | summary
voorspellen | voorspelling | predict | prediction | forecast
risicomodel | risicoprofiel | risicoprofilering | risk model | risk profile | risk profiling
profilering | profileren | profiling
steekproef | steekproeven | sample | sampling
beslisregels | beslisboom | business rules | decision tree | decision rules
rekenmodel | calculation model
dashboard | stuurinformatie
datakwaliteit | gegevenskwaliteit | data quality
zaaksysteem | zaakgericht werken | case management
documentherkenning | documentclassificatie | document classification
postregistratie | post verdelen | mail sorting
e mail | email | mail
zoekmachine | zoekfunctie | search engine
fraude | misbruik | oneigenlijk gebruik | fraud
handhaving | toezicht en handhaving | enforcement
toezicht | inspectie | supervision | inspection
vergunning | vergunningverlening | permit | licence | license
omgevingsvergunning | bouwvergunning | building permit
bezwaar | bezwaarschrift | objection
beroep | beroepschrift | appeal
klacht | klachten | complaint
melding | meldingen
openbare ruimte | buitenruimte | public space
parkeren | parkeerbeheer | parking
parkeerbon | parkeerboete | naheffingsaanslag parkeren | parking fine
scanauto | scanvoertuig | scan car
boete | boetes | bekeuring
aanmaning | dwangbevel | invordering | incasso | debt collection
belasting | belastingen | heffing | tax
gemeentelijke belastingen | gemeentebelasting | municipal tax
rioolheffing | rioolbelasting | sewerage charge
afvalstoffenheffing | afvalheffing | waste charge
kwijtschelding | remission | tax remission
subsidie | subsidies | grant | subsidy
leerlingenvervoer | school transport
leerplicht | leerplichtambtenaar | compulsory education
schoolverlaters | voortijdig schoolverlaten | vsv | early school leaving
studiefinanciering | studiebeurs | student finance | student grant
examen | toets | exam
jeugdzorg | jeugdhulp | youth care
zorg | gezondheidszorg | healthcare | health care
ziekenhuis | hospital
huisarts | general practitioner
medicijnen | geneesmiddelen | medicines
wijkteam | sociaal team
mantelzorg | informal care
vacature | vacatures | job vacancy
werkzoekende | werkzoekenden | job seeker
werving en selectie | sollicitatie | recruitment
personeel | medewerkers | staff | employees
rooster | roosteren | planning van personeel | rostering
inburgering | civic integration
asiel | asielzoeker | asylum
grens | grenscontrole | border | border control
paspoort | reisdocument | passport
rijbewijs | driving licence | driving license
politie | police
rechtspraak | rechtbank | court
gevangenis | penitentiaire inrichting | prison
strafzaak | strafrecht | criminal law
aangifte | aangifte doen | crime report
misdaad | criminaliteit | crime
ondermijning | ondermijnende criminaliteit | organised crime
camera | cameratoezicht | video surveillance | cctv
drone | drones | onbemand luchtvaartuig
verkeer | verkeersmanagement | traffic
verkeerslicht | vri | verkeersregelinstallatie | iverkeerslicht | traffic light
wegen | wegdek | weginspectie | road surface | roads
brug | bruggen | bridge
sluis | sluizen
waterstand | waterpeil | water level
overstroming | hoogwater | flood
waterschap | water authority
dijk | dijken | dike
stikstof | nitrogen
mest | meststoffen | manure
landbouw | agriculture
natuur | biodiversiteit | nature
luchtkwaliteit | air quality
geluid | geluidsoverlast | noise
afval | afvalinzameling | waste
zwerfafval | litter
energie | energy
warmtenet | stadsverwarming | district heating
zonnepanelen | zonnepaneel | solar panels
woning | woningen | huis | huizen | house | housing
woonfraude | illegale verhuur | onderhuur | housing fraud
woonruimteverdeling | woningtoewijzing | housing allocation
adresfraude | adreskwaliteit | laa | landelijke aanpak adreskwaliteit
luchtfoto | luchtfoto s | aerial photo
satelliet | satellietbeelden | satellite
brandweer | veiligheidsregio | fire service
ambulance | spoedzorg | emergency care
verkiezingen | verkiezing | election
burger | inwoner | inwoners | citizen | resident
ondernemer | ondernemers | bedrijf | bedrijven | business | company
gemeente | gemeenten | municipality
provincie | provincies | province
rijk | rijksoverheid | central government
klantcontact | klantcontactcentrum | kcc | contact centre
archief | archivering | archive
open data | opendata
inkoop | aanbesteding | procurement
begroting | budget | financien | finance
jaarrekening | financiele controle | annual accounts
notulen | vergaderverslag | verslaglegging | meeting notes
raadsvragen | kamervragen | parliamentary questions
wetgeving | regelgeving | legislation
duurzaam | duurzaamheid | sustainable | sustainability
klimaat | climate
toegankelijkheid | accessibility
taalniveau | b1 | eenvoudige taal | plain language
"""


@cache
def groups() -> tuple[tuple[tuple[str, ...], ...], ...]:
    """Return the groups: each a tuple of terms, each term a tuple of folded words."""
    lines = (line for line in _GROUPS.strip().splitlines() if line.strip())
    return tuple(tuple(dict.fromkeys(tuple(words(term)) for term in line.split("|"))) for line in lines)


@cache
def _by_term() -> Mapping[tuple[str, ...], tuple[tuple[str, ...], ...]]:
    found: dict[tuple[str, ...], dict[tuple[str, ...], None]] = {}
    for group in groups():
        for term in group:
            found.setdefault(term, {}).update(dict.fromkeys(other for other in group if other != term))
    return {term: tuple(others) for term, others in found.items()}


def same_as(term: tuple[str, ...]) -> tuple[tuple[str, ...], ...]:
    """Return the terms that mean the same as this one; none when it is in no group."""
    return _by_term().get(term, ())


def longest() -> int:
    """Return of how many words the longest term is."""
    return max(len(term) for term in _by_term())


def terms_in(asked: tuple[str, ...]) -> Iterator[tuple[int, int]]:
    """Yield where terms of several words stand in a row of words: from and to, the longest first, none over another."""
    start = 0
    while start < len(asked):
        for end in range(min(len(asked), start + longest()), start + 1, -1):
            if asked[start:end] in _by_term():
                yield start, end
                start = end - 1
                break
        start += 1
