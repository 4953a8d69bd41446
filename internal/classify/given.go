package classify

// givenNames are common given names in Belgium, folded: Dutch, French and German ones, and those of the larger migrations. They are
// only a hint for which of two words is the first name; a name that is not here is no worse.
var givenNames = wordSet(`raf ief stef sef wout gwendolyne janne joery siebe aagje murielle egide lies lore reiner hajar
aaron abbas abby abdallah abdel abdelaziz abdelhak abdelhakim abdelhamid abdelilah abdeljalil abdelkader abdelkarim abdellah
abdellatif abdelmajid abdelmalek abdelouahed abderrahim abderrahman abderrahmane abdessamad abdou abdoul abdoulaye abdul abdullah
abdurrahman abel abibatou abigail achiel achille achmed achraf ada adam adama adamo addy adel adela adele adelheid adelia adelin
adeline adelino aderito adil adnan adriaan adrian adriana adriano adrie adrien adrienne affonso afonso agata agatha agathe agim
agnes agnese agnieszka agostinho aharon ahmad ahmed ahmet aicha aida aime aimee aisha aissa aissata aissatou ajay akif akin akram
aksel alaa alaeddine alain alan alana alban albano albena albert alberte alberto albina aldo alec alejandra alejandro aleksandar
aleksander aleksandra aleksei alena alessa alessandra alessandro alessia alessio alex alexander alexandra alexandre alexandrina
alexandros alexandru alexei alexia alexis alfons alfonso alfred alfreda alfredo alhassane ali alice alicia alicja alida alin alina
aline alisa alistair alix aljosa allal allan alma almudena alois alpha alphonse alvaro alya alyssa amadeu amadou amal amalia amalie
amanda amandine amar amber ambra ambre ambroise amel amelberga amelia amelie amelle americo amerigo amin amina aminah aminata amine
amir amira ammar amy an ana anabel anabela anais anas anastase anastasia anastassia anca andjela andrada andre andrea andreas andree
andreea andrei andreia andrej andres andrew andria andrius andrzej andy aneta ange angela angele angeles angelica angelina angelique
angelo angelos angie anh anibal aniko anil anisa anissa anita anja anjali anke ann ann-sofie anna annabel annabelle annamaria anne
anne-marie anneke anneleen annelien annelies annelore annemarie annemie annemiek annett annette annick annie annik annika annunziata
anny anouchka anouck anouk ans anselme anselmo ansje antal antanas ante anthony antje antoine antoinette anton antonella antoni
antonia antonin antonina antonine antonino antonio antonios antonis antoon anwar apolline apostolos arash ardita arend ariane
arianna arianne ariel aris aristide arjan arjen arjun arkadiusz arlette arlindo armand armanda armando armel armelle armen armin
arnau arnaud arne arno arnold arnout arsen arsene arta artem artemis arthur arthuro artur arun arzu asim asli asma asmaa assia
assunta astrid astrit asuman athanasios athena atilla attila aude aude-marie audrey august augusta auguste augustin augusto aurelia
aurelian aurelie aurelien aurelio aurica aurore avelien avi avni awa axel axelle ayhan ayla aylin ayman aymane aynur ayoub ayse
aysegul aysel aysenur aytac azad azadeh azedine aziz aziza azzeddine azzedine babacar badr bahar bahri bakary balazs balint
balthazar baptiste barbara baris barry bart bartel barthel barthelemy bartlomiej bartosz bas basak basil basile basma bastiaan
bastian bastien battista baudouin bavo bea beata beate beatrice beatrijs beatrix beatriz bedri bekir belen belgin belinda belkacem
bella belma ben benedetta benedetto benedict benedicte benedikt benedita benilde benito benjamin benno benny benoit bent berenice
beril berk berkan berkay berke berna bernadett bernadette bernard bernardine bernardino bernardo bernd bernhard berrin bert berta
bertha bertrand beryl besim betty betul beyza biagio bianca bieke bilal bill bineta birgit birgitta birgitte birol bjarne bjorg
bjorn blaise blanca blanche blandine blanka blazej blerim blerta bo bob boban bogdan bogdana bogumil bojan boleslaw bonnie boris
boubacar boubakar boubker bouchra boudewijn boukje bozena brahim brahima bram brandon branimir branislav branko brecht breda bregje
brenda brendan brent brian bridget brigida brigit brigita brigitta brigitte britney britt bronislaw bruna bruno bryan bulent
bunyamin burak burcu burhan busra cafer cagla caleb camelia cameron camiel camille canan candice carina carine carl carla carlito
carlo carlos carlota carmela carmelina carmelo carmen carminda carmine carol carola carole carolien carolina caroline cas casimir
caspar cassandra catalin catalina catarina caterina catharina cathelijne catherine cathy catia cayetano cecile cecilia cecilio
cedomir cedric cees celal celeste celestin celia celina celine celso cem cemal cemil cemile cengiz cengizhan cenk cesar cesare
cesaria ceyda ceyhan chadia chafik chahid chaima chaimae chang chantal charlene charles charley charlie charline charlotte charly
chedly cheikh chenoa cherif chiara chidi chiraz chloe chris christa christel christele christelle christiaan christiaen christian
christiana christiane christien christina christine christof christoffel christoph christophe christopher christos chrystelle chun
cihan cinzia ciprian ciro ciska claire clara clarisse claude claudete claudette claudia claudina claudine claudio claudiu claudy
claus clelia clemence clement clementina clementine cleo clodine clothilde clotilde clovis coen colette colin coline colombe
concepcion concetta concettina conchita conny conrad consolata constance constant constantin constantino constantinos constanza
consuelo coralie cordelia corentin corina corine corinne corneel cornel cornelia cornelis corneliu corrado cosima cosimo costantino
costanza costas costin crina crispin cristi cristian cristiana cristiano cristina cristobal cristovao cuneyt cynthia cyprien
cyrielle cyril cyrille daan dafne dagmar dagmara dagobert dahlia daisy dalia dalila damian damiano damien damir damjan dan dana
dang-khoa daniel daniela daniele daniella danielle danilo danka danny danuta dany daouda daphne daria darina dario darius dariusz
darko darryl dave david davide davit davut davy dawid dean debbie debby debora deborah deepak defne deirdre dejan delfien delia
delio delphine demet demi denis denisa denise denitsa deniz dennis deolinda derek derya desanka desire desiree desislava detlef
dhanya diana diane dick didier diego dieter dietmar dieu-merci dieudonne dilan dilara dilek dimas dimitar dimitra dimitri dimitrij
dimitrios dimitris dina dino diogo dion dionisio dirk djamel djamila djenane djeneba djibril djoke dobrin dogan dolores domenica
domenico domingo domingos dominic dominica dominiek dominik dominika dominique donald donatella donatien donna donovan dora dorien
dorina dorine doris dorota dorothea dorothee dorothy dositej douglas dragan dragana dragica draginja drago dragos driek dries driss
drita duarte duncan dung dunja dusan dusica duygu dylan dzenan dzenita dzevad ebru ece ecem eda eddie eddy edgar edgard edina edita
edith edith-marie edmee edmond edmund edouard edson eduard eduarda eduardo edvard edward edwige edwin eef eefje eglantine eileen
ekrem elda eleftheria elena eleonora eleonore elfie elfriede eli elia eliane elias elidio elien elif elin elina eline elio eliot
eliott elisa elisabeta elisabete elisabeth elise eliza elke ella elle ellen ellie elly elma elmar elodia elodie eloisa eloise elona
eloy els elsa elsbeth elsje elvin elvira elvire elvis elza elzbieta elzira emanuela emanuele emel emeline emeric emerson emiel emil
emile emilia emiliano emilie emilien emilienne emilija emilio emiliya emily emin emina emine emir emma emma-lou emmanuel emmanuelle
emmy emrah emre emrullah enes engelbert engin enis ennio enrico enrique enver enzo eoin erasmo ercan erdal erdinc erdogan eren ergun
erhan eric erica erich erik erika erna ernest ernestina ernestine ernesto ernst ersin ertan erwan erwin erwina esen eser esma
esmeralda esra esref esteban estefania estela estelle esther estrella etelvina ethan etienne etta ettore eudes eufrosina eugen
eugene eugenia eugenie eugenio eulalie eunice eusebio eustache eva evangelia evangelos evarist evaristo evelien evelin evelina
eveline evelyn evelyne evi evrard evren evy ewa ewelina ewoud ezequiel ezgi ezio ezra fabia fabian fabiana fabiano fabien fabienne
fabio fabiola fabrice fabrizio fadel fadi fadila fadoua fahd fahima fahri faical faisal faissal faiza fallou fanja fanny fanta
fantine farah farhad farid farida faride farouk faruk fatemeh fathi fatih fatiha fatima fatime fatma fatna fatos fatou fatoumata
fatoumatou fausta faustine faustino faycal faye fedor fehmi felicia feliciano felicien felicienne felicita felicite feline felipe
felisberto felix femke fenna fenna-marie fenne feray ferdi ferdinand ferdinando ferenc ferhat feride fernand fernanda fernande
fernando ferry fethi feyza fidel fieke fien fiene fientje figen fikret fikri filip filipa filippo filiz filomeen filomena filomeno
finn fiona fiorella firat firmin firmine firmino flavia flavie flavien flavienne flavio fleur floor floortje flor flora florbela
flore florence florencia florent florentin florentina florentine florestan floriaan florian floriana floriane florianne florica
florin florina floris fode folkert fons foort fouad fouzia frances francesca francesco francien francine francis francisca francisco
franciscus franciska franck francky franco francois francoise frank franka frankie franky frans fransien fransiska franz franziska
frauke fred freddy frederic frederica frederick frederico frederieke frederik frederika frederike frederique fredric fredrik freek
freija freya frida frie frieda friede frieder friedrich frits fritz froukje fulbert fulgence fulvia funda furkan gabi gabin gabor
gabriel gabriela gabriele gabriella gabrielle gaby gael gaelle gaetan gaetana gaetane gaetano gaia galina galip gamze gaspard gaston
gatien gauthier gautier gea gebhard geert geertje geertrui geertruida gemma genevieve gennaro gentiane geoffrey geoffroy georg
george georges georgeta georgette georgi georgia georgiana georgina georgios gerald geraldine gerard gerarda gerardo gerben gerd
gerda gerdy gerhard gerlinda gerlinde germain germaine gerrie gerrit gert gertjan gertrud gertrude gertrui gerty gery gheorghe
ghislain ghislaine ghislana ghita ghizlaine ghizlane ghyslain ghyslaine giacomo giada gian gianfranco gianluca gianni giel gijs
gijsbert gilbert gilberte gilberto gilda giles gilke gilles gillian gillis gina gino giorgia giorgio giorgos giovanna giovanni
gisberta gisela gisele giselle gislaine gislene gitta gitte giulia giuliana giuliano giulio giuseppe giuseppina gizem gladys glen
glenn gloria goda godefroid godelieve godelinde godfrey godfried godfroid godlieve goedele goedroen goele gokhan goksel goncalo
gonda gontran gonzague gonzalo goran gordana gorkem gosse goswin gottfried gotz grace gracienne gracinda graham gratien gratienne
grazia graziella grazyna greet greetje greg gregoire gregor gregoria gregorio gregorius gregory greta grete gretel griet grietjan
grietje grigore grigorios griselda grzegorz guadalupe guda gudrun gudula gudule guenaelle guenter guerric guido guilherme
guilhermina guillaume guillemette guillermo guiseppe guislain gul gulay gulcan guler gulhan gulistan gulsen gulsum gunay gunnar
gunter gunther gurbuz gurkan gurpreet gus gust gustaaf gustav gustave gustavo guus guusje guy guylaine gwen gwenaelle gwenda gwendal
gwendolien gwendoline gwendolyn gwenn gwennaelle gwladys gyorgy gyula habib habiba hadelin hadewijch hadi hadja hadjar hafid hafida
hafsa haico hakan hakim hakima halil halim halima halime halina hamdi hamed hamid hamida hamide hamza hana hanae hanan hanane handan
hania hanife hank hanna hannah hanne hanneke hannelore hannes hanny hans hans-jurgen hans-peter harald harm harmen harold haroun
harpreet harrie harriet harry hasan hasna hasnaa hassan hassane hassania hassiba hassna hatem hatice hatim havva hawa hayat haydar
hayet heather hebe hector hedda hedi hedwig hedwige hedy heidi heike heiko hein heiner heinrich heinz heinz-peter helder heleen
heleentje helen helena helene helewise helga helia heliodoro hellen helma helmut heloise hemin hendrick hendrik hendrika hendrikje
hendrikus hendrina henk henning henny henri henrianne henrica henrietta henriette henrik henrika henrique henry herbert hercules
heribert herlinda herlinde herman hermance hermann hermanus hermelinda hermes hermien hermina hermine herminia hernan herve
herve-marie hetty hiba hicham hieke hieu hikmet hilaire hilal hilary hilda hilde hildegard hildegarde hilke hille hilleke hilmi hind
hira hiske hoa hoai hoang hocine hong honore honorina honorine honorius horacio horatiu horst hortense hortensia houda houria
houssaine houssam houssein hristo huan hubert huberta hubertus hugo hugues huguette huib huibert hulya humberto huong husein huseyin
husnu hussein hya hyacinthe hylke iain ian ianis ibrahim ibrahima ibtissam ida idalina idania ides idris idriss idrissa ieva ifeoma
ignace ignacio ignatius ignazio igor ihor ihsan ikbal ikram ikrame ilan ilaria ilde ildefonso ildiko ilham ilhan iliana ilias ilie
ilija ilir ilka ilker ilona ilse imad iman imane imke imran imre ina inaki ine ines inez inga inge ingeborg ingmar ingo ingrid ioan
ioana ioannis ion ionel ionela ionut iraida ireen irena irene irenee ireneusz irina iris irma irmgard irmina irmine irmtraud isa
isaac isabel isabela isabella isabelle isaline isaura iseult ishak ishaq isidoor isidore isidro islam ismael ismahane ismail ismet
israel issa issam istvan iulia iuliana iva ivan ivana ivar ivo ivonne iwan iwona izabela izabella izzet jaak jaap jacek jacinta
jacinto jack jackie jackson jacky jaclyn jacob jacoba jacobien jacobus jacopo jacquelien jacqueline jacques jade jadwiga jafar jaime
jaimy jakob jakub jalal jalil jamal jamel james jamie jamila jamileh jan jan-pieter jan-willem jana jana-marie jane janette janice
janick janina janine janis janna janneke jannes jannick jannik janos janusz jara jarne jaroslav jaroslaw jaroslawa jasmien jasmin
jasmina jasmine jasminka jasna jason jasper jaspreet javier jawad jay jaya jean jean-baptiste jean-claude jean-francois jean-jacques
jean-louis jean-luc jean-marc jean-marie jean-michel jean-paul jean-philippe jean-pierre jean-pol jeanette jeanine jeanne
jeanne-marie jeannette jeannie jeannine jeannot jef jeff jeffrey jelena jelka jelke jelle jelmer jelte jenifer jennifer jenny jens
jente jeremie jeremy jerico jeroen jerome jeroom jerzy jesper jesse jessica jessie jessy jesus jesusa jetske jette jihad jihane jill
jimena jimmy jinane jindrich jing jiri jitka jitse jitske jivan jizi jo joachim joachime joan joana joanna joanne joannes joao
joaquim joaquin joaquina jocelyn jocelyne jochem jochen jodi joel joelie joelle joelma joep joeri joey joffrey johan johana johann
johanna johannah johannes john johnnie johnny johny joke jolanda jolanta jolien joly jolyn jomar jon jona jonas jonathan jonna jonny
joos joost jordan jordane jordi jordy joren jorg jorge jorien jorik joris jorn jos jose josee josef josefa josefien josefina
josefine josep joseph josephine josephus josette josiane josianne josine josip josipa josse jost josua jovan jovana jovica joyce
jozef jozefa jozefien jozsef juan juana juanita judicael judith judoc judy juergen juha juhani jules julia juliaan julian juliana
julianne julie julien julieta juliette julio julita julius juliusz jumana juna june junior jurgen juriaan justien justin justina
justine justus justyna jutta jytte kaan kaat kacper kader kadiatou kadidia kadija kadir kadriye kaethe kaisa kajsa kalina kalinka
kaltoum kamal kamiel kamil kamila kamran kamuran kaouthar karel karen karim karima karin karina karine karl karla karlheinz karlien
karlo karol karola karolien karolin karolina karolus karoly karsten karyn kasia kasim kasimir kaspar kasper kassandra katalin
katarina katarzyna kate katelijne katerina kateryna katharina kathe kathelijn kathelijne kathi kathia kathleen kathrin kathryn kathy
katia katie katina katinka katja katka katleen katlijn kato katrien katrijn katrin katrina katrine katty kay kazim kazimierz kees
keira keith kelly keltoum kelvin kemal ken kenan kenneth kenny kenza kerem kerim kerime kerry kerstin keto kevin kevser khadija
khadijah khadra khaled khalid khalifa khalil khanh khoa khuong kian kiara kilian kim kim-anh kimberley kimberly kimia kinda kinga
kirill kirsten kirsty kitty klaar klaartje klaas klara klaudia klaus klavdia kleanthis klementien klodian kobe koen koenraad kofi
konrad konstancja konstantin konstantina konstantinos koos koray korhan korina korneel kornelia kosta kostas krasimir krassimira
kris krista kristaq kristel kristiaan kristian kristiane kristien kristijan kristin kristina kristine kristjan kristl kristof
kristofer krisztian krisztina krystian krystof krystyna krzysztof ksenia kubilay kubra kujtim kurosh kurt kurtulus kwame kwinten
kylian kyra kyriaki kyriakos laarbi laetitia lahcen lahoucine lahsen laila laksmi lalla lambert lamia lamiae lamine lan lana lander
lara larbi larisa larissa lars laszlo latif latifa laura laure laureen laurence laurencia laurens laurent laurentia laurentine
laurentiu laurette lauriane laurie laurien laurinda laurine laurita lavinia layla lazare lea leah leander leandra leandro lee leen
leentje leila leilani lejla lena lenka lenn lennart lennert lenny lenuta leo leocadia leocadie leocadio leokadia leon leona leonard
leonardo leonce leonel leonhard leonid leonidas leonie leonilde leonor leonora leonore leontien leontine leopold leopoldina
leopoldine leopoldo leslie leszek leticia levent lewis lex leyla lhoucine lhoussaine li lia liam liana liberata liborio libuse
lidia lidija liduina lidwina lieke lien liesa liesanne liesbet liesbet-marie liesbeth liese liese-lot lieselien lieselore lieselot
lieselotte liesje lieve lieveke lieven lievine ligia lili lilian liliana liliane lilianne liliya lilja liljana lilly lily lina linda
lindsay lindsey lindsy line linh linnea lino linus lio lionel lionela lisa lisanne lisbet lisbeth lise liselot liselotte lisete
lisette lissa lissy liubov livia livio liviu lize lizzy ljiljana ljubica ljubomir lode lodewijk loek loes loic lois lola longin
lonneke loraine loredana loreen loreena lorella lorena lorenz lorenza lorenzo loreta loretta loris lot lotfi lothaire lothar lotje
lotta lotte lotte-marie lou louane louay loubna louella louis louisa louise louisette louiza loulou louna lourdes lovis lowie luana
lubna lubomir luc luca lucas luce lucette lucia lucian luciana luciane luciano lucie lucien lucienne lucile lucille lucinda lucio
lucjan lucrece lucretia ludek ludgarde ludivine ludmila ludmilla ludo ludovic ludovica ludovico ludovicus ludwig ludwika luigi
luigia luigina luis luisa luisito luiza luk luka lukas lukasz luljeta luminita lusine lut lutfi lutfiye lutgard lutgarde lutz luuk
luz luzia lyanne lydia lydie lydwien lydwine lylia lyna lynda lynn lynne lyse lyudmila maaike maarit maarten mabel machiel machteld
maciej maciek madalena madalin madalina maddalena maddy madeleine madelon madina mads mady mael maelle maelys mafalda magali magda
magdalena magdalene magdeleine magdolna maged maggie maggy magnus mahamadou mahdi mahjoub mahmood mahmoud mahmut mahsa mai-linh maia
maike maimouna maissa maite maja majda majid makhlouf maksim malcolm malek malgorzata malgosia malik malika malin malina malo malou
malte malvina malwina mamadou mamoudou manal mandy manel manfred manfredo mania manoe manoel manolis manon manou mansour mansoura
manu manuel manuela manuelito manula mara marc marc-antoine marcel marcela marceli marcelina marceline marcelino marcella marcelle
marcellin marcello marcelo marcia marciana marcin marco marcus mareike marek margalith margaret margareta margarete margaretha
margarethe margarida margarit margarita margaux margie margit margitta margo margot margret margriet marguerite maria maria-jose
maria-luisa maria-teresa mariam mariama marian mariana mariane marianela marianna marianne mariano maribel maribeth maricica marie
marie-ange marie-antoinette marie-christine marie-claire marie-france marie-helene marie-jeanne marie-jose marie-josee marie-laure
marie-line marie-louise marie-madeleine marie-noelle marie-paule marie-pierre marie-rose marie-therese marieke mariela marielle
mariette marija marijana marijane marijke marijn marijs marika marike marilena marilia marilou marilyn marilyne marin marina marine
marinela marinella marinette marinko marinus mario mariola marion marisa marise mariska marisol maristela marit marita marius
mariusz mariya mariyan marja marjan marjana marjanne marjeta marjola marjolein marjolijn marjorie mark markku marko markos markus
marleen marlena marlene marlies marliese marlis marloes marlon marlou marnix marouan marouane marsel marta martha marthe marthinus
martial martien martijn martin martina martine martino martinus martyna marvin marwan marwane mary maryam maryan marylene maryline
marylou maryna marysa maryse marysia maryvonne marzena marzia marzouk masood massamba massimiliano massimo massoud matea matei matej
mateja mateo mateus mateusz mathea matheo matheus mathew mathias mathieu mathijs mathilda mathilde mathis mathurin mathurine mathy
mathys matia matias matija matilda matilde matouch mats matteo matthew matthias matthieu matthijs matthis matti mattia mattias
mattis matyas maud maura maureen maurice mauricette mauricio maurilla mauritius maurits mauritz maurizio mauro maurus mawuli max
maxence maxim maxime maximiliaan maximilian maximiliano maximilien maximus maxine maya maybritt mayeul mayke mayra mayssa mechteld
medard medhi medina medine mehdi mehmet mehtap meike mekki melanie melchior melda melek meliha melike melina melinda meline melis
melisa melissa melissande melodie meltem melvin mendel mengmeng menno mercedes meriem merih merijn merima merle merlijn mert merve
meryam meryem meryeme mesut metin mevlude mevlut mia mia-louise mical micha michael michaela michaele michail michal michalis michel
michela michele michelina micheline michelino michelle michiel mick mickael midori mieczyslaw mieke miep miet miguel miguel-angel
mihaela mihai mihail mihajlo mihaly mihnea mijke mika mikael mikail mike mikhail miklos mikolaj mil mila milad milagros milan
mildred milena milenko mileva milica miljana milos miloslav milosz milou miloud mimi mimoun mimouna mina minette ming minh minka
minna minne minou mira mirabelle miralda miran miranda mircea mireille mirela mirella miriam mirjam mirko miro miroslav miroslava
miroslaw mirte mirthe mirza misel misha mitch mitko mladen mo modesta modeste modou mohamad mohamed mohamed-amine mohammad mohammadi
mohammed mohammed-amine mohcine mohsen mohsin moira moises moktar mona moncef monia monica monika monique monja monserrat montserrat
morad morgan morgane moritz morteza mostafa moti mouhamadou mouhamed mouhcine mouloud mouna mounia mounir mounira mourad moussa
moustapha mpia mubarak mucahit muhamed muhammad muhammed muhammet muharrem muhsin mujo mukadder mukaddes mukesh munevver munir
munira murad murat muriel mustafa myra myriam myriem myrna myrthe myrtle myrto nabil nabila nabilah nabile nacer nadege nadezhda
nadhir nadia nadine nadir nadira nadja naeem naida naila naim naima najah najat najet najia najib najim najla najoua nancy nanda
nanette nanou naomi naoual naoufal narcis narcisa narcisse nardo naser nasim nasima nasira nasr nasreddine nasrin nasser nassera
nassim nassima natacha natalia natalie natalija natalina nataliya natan natasha natasja nathalia nathalie nathan nathanael nathanial
natividad natividade naveed naveen nawal nawel nazan nazar nazaret nazif nazim nazli nazmi nazmiye neacsu neal nebojsa necati necip
necla nedim nedjma nedzad neel neels neil nela nele nelida nelina nelleke nello nelly nelson nemanja nena nenad nera nerea neriman
nermin nermina nermine nerys nesim nesli neslihan nesrin nesrine nestor netta nevin nevzat neyla nezha ngozi nguyet niall niamh nic
nicanor nichita nick nicky nico nicodeme nicol nicola nicolaas nicolae nicolas nicole nicoleta nicoletta nicolette nicolina nicoline
nicolino nicolo niek niel niels nienke nihad nihal nihat nijole nik nika nikita nikki niklas niko nikola nikolaas nikolai nikolaj
nikolaos nikolas nikolay nikoleta nikolett nikolina nilgun nils nilson nilufer nima nimet nina nino nirina nisa nisrine niusha nives
niyazi nizar noa noach noah noam noaman noe noel noelia noella noelle noellie noemi noemia noemie nolan nolwenn nomi nonna noor
noortje nora norah norbert norbertine norberto norbertus nordin nordine noreen noriko norma norman norris noufissa nouha nouhaila
nour noura nourdin nourdine noureddine nouria nouriddin nuno nunzia nura nuran nuray nurcan nurdan nurdin nureddin nurettin nurgul
nuria nuriye nursel nursen nurten nurullah nynke oana obrad oceane octave octavian octavie octavio oda odalys odette odiel odile
odilia odilio odilon odin odon ognjen oguz oguzhan okan oktay olaf olav ole oleg oleksandr oleksii olena olesya olga olimpia olimpio
olindo olive oliver olivia olivier oliwia oliwier ollie olof oluwaseun olympe olympia omar ombeline omer omran ondine onno onofre
onofrio onur oona ophelia ophelie oralie orazio oresti orfeo orhan oriane orianne orietta orlanda orlando orlane ornela ornella
orphee orphelie orsolya orson ortensia ortwin oscar oskar osman osvaldo oswald oswaldo othman otilia otilie otman otmane ottavia
ottavio ottilie otto ouafa ouafae ouahiba oualid ouarda ouassim ouassima ouiam ouidad oumaima oumar oumou ousmane oussama oussema
ovidiu owen oyku ozan ozcan ozgun ozgur ozkan ozlem ozzie paavo pablito pablo pacome paddy palmira palmiro palmyre pamela panagiota
panagiotis pantelis paola paolo paraskevi parisa parvin pascal pascale pascalina pascaline pascalle pascualina pasqual pasquale
pasqualina pasqualino patrica patrice patricia patricio patrick patrik patrizia patrizio patrycja patryk patsy patty paul paul-andre
paul-emile paul-henri paula paulette paulien paulin paulina pauline paulino paulius paulo paulos pavel pavla pavle pavlina pavlos
pavol pawel pedro peggy pelagie pelin pelle penelope penka penny pepijn pepita pericles perihan pernille perpetua perrine perry
persida pervenche petar peter peter-paul petko petra petrica petrisor petronela petronella petros petru petrus petter petya phil
philibert philip philipp philippa philippe philippine philippos philomena philomene phuc phuong phuong-anh phyllis pia piera
pierangelo piergiorgio pierino pierluigi piero pierre pierre-alain pierre-andre pierre-antoine pierre-henri pierre-louis
pierre-marie pierre-olivier pierre-paul pierre-yves pierrette piet pieter pieterjan pieternel pieternella pietje pietro pim pinar
pino piotr pirjo piroska pol polina polona porfirio prabhjot prasad pravin predrag priscilla pritam priya priyanka prosper prudence
prudencio przemek przemyslaw pushpa qamar qasim qiang qing quang quentin quilly quinten quirijn quirin quirine quirino quitterie
quoc quy quyen quynh rabah rabha rabia rabie rachael rachel rachele rachid rachida radka radmila radomir radoslav radoslaw radost
radouan radouane radovan radu rafael rafaela rafaele rafaella rafaello rafal raffaela raffaele raffaella rafik ragip rahima rahma
rahmi rahmouna rahul raife raimond raimonda raimund raimundo rainer raissa raja rajaa rajae rajan rajesh rajiv rakel ralf ralitsa
ralitza ralph rama ramadan ramazan rami ramia ramin ramiro ramiz ramon ramona ramy ramzi rana randa randi randolph randy rania ranim
ranjit raoul raphael raphaela raphaele raphaelle raquel rasha rashad rashid rasim rasit rasmus raul ravi ravza ray rayan rayane
raymon raymond raymonda raymonde raymundo rayna rayyan razia razvan rebeca rebecca rebekah rebekka recai recep reda redouan redouane
refik regina reginald regine regis reha reina reinaart reinald reinder reine reinel reinhard reinhart reinhilde reinhold reinier
reinilde reinoldus reinoud reinout rejane rejhan remco remedios remi remigio remigius remigiusz remo remon remus remy renaat renaldo
renan renata renate renato renaud rene renee renelde renier renilda renilde rens renske renzo resat resul reto reyhan reza rhea
rhett ria riad riadh riana rianne riaz ric ricarda ricardo riccarda riccardo richard richarda rick rickard ridvan rienk rifat rifka
rigobert rihab rik rika rikkert riley rina rinaldo rinke rinske rinus rita ritchie riza roald rob robbe robbert robby robert roberta
roberte roberto robertus robin robrecht roby rocco roch rochelle rochus rocio rodica rodney rodolfo rodolphe rodrigo rodrigue roel
roeland roelie roelof rofaida rogelio roger rogerio rohan roksana roland rolanda rolande rolando rolf romain roman romana romane
romano romanus romaric romelia romeo romina romuald romualdo romy ron ronald ronaldo ronan roni ronja ronnie ronny roos rosa rosalba
rosalia rosalie rosalien rosalina rosalind rosalinda rosaline rosamund rosana rosangela rosanna rosanne rosaria rosario rosaura rose
roselien roselinde roseline rosella rosemarie rosemary rosemie rosemonde rosetta rosette rosica rosie rosina rosinda rosine rosita
rosmarie rossana rossano rossella rossitza roswitha rosy rouan rouba rouslan rowan rowena rowland roxana roxane roxanna roxanne roy
roya rozalia rozalie rozanne rozelien rozemarijn rozemie rozette ruan ruben rubens rubina ruby rudi rudiger rudolf rudolfo rudolphe
rudy rufin rufino rufus ruggero rui rukaya ruken rukiye rune ruslan ruslana russell rut rutger ruth ruud ruxandra ruza ruzica ryad
ryan rym ryma rys ryszard ryszarda saad saadia saar saartje sabah sabahat sabien sabina sabine sabri sabria sabrije sabrina sabrine
sacha sacit sadek sadeta sadettin sadija sadik sadio sadok safa safaa safae safet safia safiatou safiye safouane safwan sagrario
sahar sahra said saida saif sajid sajida sakina salah salaheddine salamatou saleh salif salih saliha salim salima salimata sallie
sally salma salome salomon salvador salvatora salvatore salvatrice salvina salvo sam samanta samantha samar samba samet sami samia
samiha samil samina samir samira sammie sammy samra samsam samuel samuela samuele samy sanaa sanae sander sandie sandor sandra
sandrien sandrina sandrine sandrino sandro sandy saner sanja sanjay sanna sanne sanneke santiago santina santino saoirse saori sara
sarah saran saray sarina sarita sasa sascha saskia sassi satu saul saulius sauro savas saverio savina savino savvas scarlett scott
sead sean sebahat sebastiaan sebastian sebastiana sebastiano sebastiao sebastien sebnem seda sedat sedef sefa sefer sehriban seid
seif selahattin selami selcan selcuk selda selena selim selina seline selma selman selmi selvi selvije semih semiha semra senad
senay senem senija senna senne senol seppe serafim serafin serafina serafino serap seraphine serban serdar serena serge sergei
sergej sergey serghei sergio sergiu serhat serif serife serigne serkan serpil servaas servais servane servatius servet servi seval
sevcan sevda severin severina severine severino sevgi sevgul sevil sevim sevki seyda seydou seyit seyma sezai sezen sezer sezgin
shabnam shad shahid shahin shahnaz shaila shaker shakira shana shane shania shannah shannen shannon shari sharif sharon sharona
shaun shauna shawn shayna shazia sheela sheena sheila shelly shengjie sherif sherin sherine sherry shirin shirley shiva shivani
shkelqim shpresa shqipe shu siaka sibel sibylla sibylle sidi sidney sidonia sidonie siegbert siegfried siegmar siegmund siegrid siem
sien sies sif sigi sigismond sigismund sigrid sigurd siham sihame silas silke silvain silvana silvere silveria silverio silvester
silvestre silvia silviane silvie silvija silvio silviu simao simeon simge simon simona simonas simone simonetta simonida simonne
sina sinan sinda sindi sindy sinem sinisa sinja siobhan siri sirin siru siska sissy siv sixtine sixto sjaak sjef sjoerd sjors
skander skender skye slava slavica slavko slavomir slawomir slobodan slobodanka smahane smail sneza snezana sofia sofian sofiane
sofie sofieke sofiene sofija sofya sohail sokol solange soledad solene solenne soline solveig sona sonay songul sonia sonja sonny
sonya sophia sophian sophie sophocles soraia sorana soraya soren sorin sorina sotirios sotiris soua souad soufian soufiane soufyan
souhaib souhail souhaila souhayla soukaina soukayna soulaiman souleyman souleymane soumaya soumia soumiya soungalo sovann spiros
spyridon spyros srdjan stacey stacy staf stan stana stanimir stanislas stanislav stanislava stanislaw stanislawa stanko stany
stavros stavroula stefaan stefan stefana stefania stefanie stefano stefanos stefanus steffen steffi steffie stefka stelian steliana
stelios stella sten steph stephan stephana stephane stephanie stephanus stephen stephie sterenn sterre stevan steve steven stevie
stewart stien stig stijn stijne stijntje stina stipe stoil stojan stoyan stuart suat subhan sudha sue suela sueli suha suhail suheyl
suheyla sukran sukru sul sulayka sulayman suleyman suljo sultan sultana sumaya sumeya sumeyye suna sunay sunil sunny suraya surinder
susan susana susanna susanne suse susi sussie sutton suus suzan suzana suzanna suzanne suzette suzy svante svatopluk svein sven
svenja svetla svetlana svetoslav svitlana swaan swen sybilla sybille sydney sylva sylvain sylvaine sylvana sylvere sylvester
sylvette sylvia sylviane sylvie sylwester sylwia syrine szabolcs szilvia szymon tabea tabitha tadej tadeusz taha tahani tahar taher
tahir tahsin taib taina taisia takoua talal talha talia tamam tamar tamara tamas tamer tamika tanaquil tancrede tanguy tania tanis
tanja tanju tanya taoufik taoufiq tara tarak taran tarek tarik tariku tariq tarkan taryn tasnim tasnime tassos tatiana tatiane
tatjana tawfik tayeb tayfun taylan ted teddy tekin telma telmo temel temur tenzin teodor teodora teodoro teofila teofilo terence
teresa teresita tereza terezia terezinha terrence terry tess tessa teun teunis teuntje tevfik thabo thaddaus thaddee thaddeus thais
thalia thanh thanos thao tharcisse thea theda theis thekla thelma theo theodoor theodor theodora theodore theodoros theofanis
theofiel theofilos theona theophile theresa therese theresia thersa thessa theun theunis theuntje thi thi-hong thiago thibaud
thibault thibaut thibeau thibo thien thierno thierry thijl thijs thilde thilo thom thomas thomaz thommy thor thora thore thorsten
thu thuy thymen tia tiago tian tiana tianna tibault tibeau tiberiu tibo tibor tidiane tiebe tiemen tienne tiernan tiffanie tiffany
tihana tijl tijmen tijn tijs tilda tilde tilla tilly tilman tilmann tim timea timo timon timoteo timothe timothee timotheus timothy
timour timur tina tine tineke tinka tinne tinneke tinus tirza tirzah titia titouan titus tiziana tjalling tjarda tjeerd tjitske
tjorven tobi tobias tobie toby todd todor todorka tolga tom tomas tomaso tomasz tomaz tomek tomiko tomislav tommaso tommie tommy ton
toni tonia tonino tonka tonnie tonny tony tonya toon toos torben toria torill torleif torsten tosca toshiko toufik toulin tracey
tracy trajan trang traudel trees trevor triantafyllos tricia trientje trijn trijntje trine trinh trish tristan trudi trudie trudy
trui truida truike trung truus truusje tsvetan tsvetelina tuan tuba tudor tugay tugba tugce tulay tullio tuncay tunde turan turgay
turhan turid turkan tuur tuyen tuyet twan tycho tygo tyler tyron tyrone udo ufuk ugo ugur ulas ulf uli ulisse ulku ulla ulric ulrich
ulrika ulrike ulysse ulysses umaima umar umberta umberto umer umit umran umur umut unai urbain urban urs ursel ursina ursula ursule
ursulina urszula usama usha usman ute utku uwe vaclav vadim vahap vahid vahit vaidotas valber valdemar valdir valdis valent
valentijn valentijne valentin valentina valentine valentino valer valere valeria valerian valeriano valerie valerija valerio valeriu
valeriya valery valia vanda vanesa vanessa vania vanina vanja vannina varvara vasco vasil vasile vasileios vasilica vasiliki vasilis
vasilka vassil vassili vassilis vebi vedat vedran veerle velda veli velibor velimir veljko venant venanzio vencislav venera
ventsislav vera verena vergilio verginia verginie verica verle verona veronica veronie veronika veronique vesela veselin veselka
vesna vesselin vesselina veysel vianney vic vicenta vicente vickie vicky victoire victor victoria victorien victorine victorino
viera viet vigdis viggo vihra vik vikram viktor viktoras viktoria viktorija viktorine vilem vilhelmina vilius viljar vilma vilmos
vince vincent vincente vincenza vincenzo vinciana vinciane vinh vinod viola violaine violeta violetta violette viorel viorica virgil
virgile virgilia virgilio virgiliu virginia virginie virginija visar vital vitalie vitalij vitalina vitaliy vitaly vito vitor
vitoria vittoria vittorio vivi vivian viviana viviane vivianne vivien vivienne vjekoslav vjera vlad vladan vladimir vladimira
vladimirka vladislav vlado vlasta vlatka vlatko vojislav vojtech volkan volker volkert volodymyr vukica vuong vytautas wafa wafaa
wafae wahiba wahid wail walaa walburga waldemar waldi waldo walid wallis wally walter waltraud wanda wandrille wannes ward warda
warre waseem wasim wassila wassily wassim wassima wei welmoed wenceslas wenceslaus wencke wendela wendelien wendelin wendeline wendy
wenke wenzel werner wesley wessel wiam wiame wibke widad wiebe wiebke wieger wiel wieland wies wieslaw wieslawa wieteke wietse
wietske wiktor wiktoria wilbert wilbur wilco wilfred wilfrid wilfrida wilfried wilfrieda wilfriede wilgard wilhelm wilhelmien
wilhelmina wilhelmus wilja willeke willem willemien willemijn willemina william willibald willibrord willibrordus willie willy wilma
wilson wim winand wincenty winfried winnie winny winston wiola wioleta wioletta wissal wissam wissem witek witold wivina wivine
wladimir wladyslaw wladyslawa wlodek wlodzimierz wojciech wojtek wolf wolf-dieter wolfgang wolfram wouda wouter wubbe wulf xabi
xabier xander xandra xanne xanthe xanthippe xaveer xavi xavier xaviera xaviere xenia xhevahir xhevat xhevdet xiang xiao xiaoling
xiaoming ximena ximo xinyi xochitl xuan xue yacine yacoub yacouba yael yagmur yahia yahya yakub yakup yala yalcin yalda yaman yamina
yamna yana yanick yanis yaniv yanko yann yannic yannick yannis yaprak yara yaren yaroslav yaroslava yasar yasemin yasin yasmien
yasmijn yasmin yasmina yasmine yassamine yasser yassin yassine yassir yassira yassmina yavuz yazid yelda yelena yeliz yelle yener
yenthe yentl yesica yesim yeter yevgenia yevgeny yi yigit yildiray ying yinthe yo-an yoana yoann yoanna yoav yohan yohana yohann
yohanna yohannes yolanda yolande yolien yonas yonatan yonca yoni yoran yorben yordan yordanka yorgo yorgos yosef yoshi yosra yosri
younes youness younis youri yousef yousif yousra youssef youssouf youssoufa youssra youstina ysabel ysaline yseult ysolde yudum yuk
yuki yuko yuksel yulia yulian yuliya yun yunus yurdagul yuri yuriy yusra yusuf yuval yuwei yvan yvana yvanna yvelise yves yves-marie
yvetta yvette yvon yvonne yvonneke zacharias zacharie zachary zafar zafer zafira zahia zahid zahida zahir zahra zaid zaida zaim zain
zaina zainab zainabou zakaria zakariae zakariya zakarya zaki zakia zakiya zakkaria zalina zane zanna zara zarina zarko zaur zaven
zaynab zaza zazie zbigniew zdenek zdenka zdravka zdravko zdzislaw zdzislawa zechariah zehra zeinab zeineb zekeriya zeki zekija
zekiye zelda zelia zelie zeliha zelija zelina zelma zena zenaida zenobe zenon zenona zerrin zeynab zeynel zeynep zhanna zhen zheng
zhi zhivko ziad ziana zied zinaida zineb zinedine zita ziva ziya ziyad zlata zlatan zlatka zlatko zoar zoe zofia zohar zohra zoja
zoltan zora zoran zorica zorka zosia zouhair zouheir zsofia zsolt zsuzsa zsuzsanna zubeyda zubeyir zuhair zuhal zulal zuleika
zulejka zuleyha zulfikar zulfiye zulma zuzana zuzanna zvezdana zvonimir zvonko zygfryd zygmunt zyta
lies liza lore lauren liene linde linsey lutgart marten miette moniek nore raf stef yoeri joran diederik cindy berengere kate amaury brice capucine hadrien murielle anneliese carsten edeltraud egon ewald
holger reiner willi dmitri elizabeth
`)
