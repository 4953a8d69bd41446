package classify

// givenNames are common given names in Belgium, folded: Dutch, French and German ones, and those of the larger migrations. They are
// only a hint for which of two words is the first name; a name that is not here is no worse.
var givenNames = wordSet(`
aaron abdel abdelkader abdellah abdul abel achiel achille achraf ada adam adela adele adelheid adelin adeline adil adnan adriaan
adrian adriana adrien adrienne agatha agathe agnes agnieszka ahmed ahmet aicha aida aime aimee aisha akram alain alan alana alban
albert alberte alberto aldo alec aleksandra alessandra alessandro alessia alessio alex alexander alexandra alexandre alexandru
alexia alexis alfons alfonso alfred alfreda ali alice alicia alida alina aline alisa alix allan alois alphonse alvaro amadou amal
amandine amar amber ambre ambroise amel amelberga amelia amelie amin amina aminata amine amir amira amy an ana anais anas anastase
anastasia andre andrea andreas andree andrei andrej andres andrew andy ange angela angele angelica angelina angelique angelo anil
anissa anita anja anjali anke ann ann-sofie anna annabel annabelle anne anne-marie anneke anneleen annelien annelies annelore
annemarie annemie annemiek annette annick annie annik anny anouchka anouck anouk anselme ansje anthony antje antoine antoinette
anton antonia antonin antonine antonio antoon apolline arend ariane arianne arjan arjun arlette armand armando armel armin arnaud
arne arno arnold arnout arsene arthur arthuro artur arzu asma assia astrid astrit athena aude audrey august augusta auguste
augustin aurelia aurelie aurelien aurelio aurore avelien avi axel axelle ayla ayman aymane ayoub ayse aysegul aziz aziza balthazar
baptiste barbara barry bart bartel barthelemy bas basile bastiaan bastian bastien baudouin bavo beata beate beatrice beatrijs
beatrix beatriz bella ben benedict benedicte benedikt benjamin benny benoit bent berenice bernadette bernard bernd bernhard bert
berta bertha bertrand beryl betty bianca bieke bilal bill bjorn blaise blanche blandine bo bob bogdan bogdana bonnie boris
boudewijn brahim bram brandon brecht bregje brenda brent brian brigit brigitta brigitte britt bruna bruno bryan burak caleb
camelia cameron camiel camille carina carine carl carla carlo carlos carmela carmen carol carola carole carolien carolina caroline
cas caspar cassandra catalina catarina caterina catharina cathelijne catherine cathy cecile cecilia cedric cees celeste celestin
celia celine cem cemal cengiz cesar chahid chaima chantal charles charley charlie charline charlotte chiara chidi chloe chris
christa christel christele christelle christiaan christiaen christian christiana christiane christien christina christine christof
christoffel christoph christophe christopher ciska claire clara clarisse claude claudette claudia claudine claudio claudy claus
clemence clement clementine cleo clothilde clotilde clovis coen colette colin coline colombe concetta conny conrad constance
constant constantin coralie cordelia corentin corina corine corinne corneel cornel cornelia cornelis cosima costin cristi cristian
cristina cynthia cyprien cyrielle cyril cyrille daan dafne dagmar daisy damian damien dan daniel daniela daniele danielle danny
dany daphne dario darius dave david davy dean debbie debby deborah deepak delfien delphine demi denis denise dennis derek desire
desiree detlef diana diane dick didier diego dieter dietmar dieudonne dimitra dimitri dimitrios dina dion dirk djamel djamila
dogan domenico dominic dominica dominiek dominik dominique donald donatien donna donovan dora dorien dorina dorine doris dorothea
dorothee dorothy douglas dragos driek dries driss drita duarte duncan dung dylan ebru eddie eddy edgar edgard edith edmee edmond
edmund edouard eduard eduardo edward edwin eef eefje eglantine eileen ekrem elena eleonora eleonore elfie elfriede eli elia eliane
elias elien elif elin eline eliot elisa elisabeta elisabeth elise elke ella elle ellen ellie elly elma elodie eloise els elsa
elsbeth elsje elvire elza emanuela emel emeline emeric emiel emil emile emilia emilie emilien emilio emily emin emine emir emma
emma-lou emmanuel emmanuelle emmy emre engelbert enrico enrique enzo ercan erdal eric erica erich erik erika erna ernest ernestine
ernst erwan erwin esma esmeralda estefania estelle esther etienne etta eudes eugene eugenie eulalie eustache eva evarist evelien
evelin eveline evelyn evelyne evi evrard evy ewa ewoud ezra fabian fabien fabienne fabio fabiola fabrice fadi fadila fadoua faisal
fanny fantine farah farid farida fatih fatiha fatima fatma fatou fatoumata faustine fedor felicia felicien felicite felix femke
fenna ferdi ferdinand fernand fernanda fernande fernando ferry fien fiene fikret filip filipa filippo filomena finn fiona firmin
flavie flavien fleur floor flor florence florent florentine florian floriane florianne florin floris fons francesca francesco
francine francis francisca franciscus franciska franck franco francois francoise frank frankie franky frans fransiska franz
franziska fred freddy frederic frederik frederike frederique fredric freek freya frida frieda friedrich frits fritz fulbert furkan
gabriel gabriela gabriele gabriella gabrielle gaby gael gaelle gaetan gaetano gaspard gaston gatien gauthier gautier geert
geertrui geertruida genevieve geoffrey geoffroy george georges georgette georgios gerald geraldine gerard gerarda gerardo gerd
gerda gerdy gerhard gerlinda gerlinde germain germaine gerrit gert gertrud gertrude gery gheorghe ghislain ghislaine ghislana
ghita giacomo gianni gilbert gilberte gilda gilles gina gino giorgio giovanni gisela gisele giselle gitte giulia giulio giuseppe
giuseppina gladys glen glenn gloria goda godelieve godfrey godfried goedele goele gokhan goncalo gonda gontran gonzague goran
gottfried gotz grace grazia graziella greet greetje greg gregoire gregor gregory greta gretel griet grietje guenaelle guido
guillaume gul gunter gunther gust gustaaf gustav gustave guus guy gwen gwenaelle gwenda gwendal gwendoline gwenn habib hadewijch
hafida hakan hakim halil halima hamid hamza hana hanae hanan hank hanna hannah hanne hannelore hannes hans harald harold harriet
harry hasan hassan hatice havva heather hector hedwig hedy heidi heike heiko hein heiner heinrich heinz heinz-peter heleen helen
helena helene helga helmut heloise hendrik hendrika hendrikus henk henny henri henriette henrik henry herbert heribert herlinde
herman hermann hermes hermien hermine herve hetty hicham hilaire hilda hilde hildegard hildegarde hilke hind hoang honore honorine
horst hortense houda hubert hugo hugues huguette hulya huong huseyin hussein hyacinthe ian ibrahim ibtissam ida ides ignace
ignazio igor ihsan ikram ilan ilde ilhan ilias ilka ilona ilse imad imane imke imran ina ine ines inez inga inge ingeborg ingo
ingrid ioan ioana ioannis ion iraida irena irene ireneusz irina iris irma irmgard irmtraud isa isaac isabel isabella isabelle
isaline isaura iseult isidoor isidore ismael ismail ismet iulia iuliana iva ivan ivana ivo iwona jaak jaap jacek jack jackie
jackson jacky jacob jacoba jacobien jacobus jacqueline jacques jade jadwiga jaimy jakob jakub jamal james jamie jamila jan jana
jana-marie jane janette janick janina janine janna janneke jannes jannick jannik jarne jaroslaw jasmien jasmin jasmina jasmine
jasna jason jasper javier jay jean jean-pierre jeanette jeanine jeanne jeannette jeannie jeannine jeannot jef jeff jeffrey jelena
jelka jelke jelle jens jente jeremie jeremy jeroen jerome jerzy jesse jessica jessie jessy jette jill jimmy jing jitse jo joachim
joachime joan joana joanna joannes joao joaquim joaquin jochem jochen joel joelie joelle joeri joey joffrey johan johann johanna
johannes john johnny johny joke jolanda jolanta jolien joly jon jona jonas jonathan jonny joos joost jordan jordi jordy joren jorg
jorge jorien jorik joris jorn jos jose josee josef josefa josefien joseph josephine josephus josette josiane josse jost josua
jozef jozefa jozefien juan judicael judith judoc judy juergen jules julia julian juliana julie julien juliette julio julius juna
june jurgen juriaan justien justin justine jutta kaan kaat kadir kaethe kamal kamiel kamil kamila kaouthar karel karen karim
karima karin karina karine karl karla karlheinz karlien karolien karolina karolus karsten kasper kassandra katarina katarzyna kate
katelijne katharina kathe kathelijne kathleen kathrin kathy katia katja katleen kato katrien katrijn katrin katrine katty kay
kazimierz kees keith kelly kemal ken kenan kenneth kenny kenza kerem kerstin kevin khadija khalid khalil kian kiara kilian kim
kimberley kimberly kirsten kitty klaar klaas klara klaus klementien kobe koen koenraad kofi konrad konstantin koos korneel kris
krista kristel kristiaan kristian kristien kristin kristina kristine kristl kristof kristofer krystyna krzysztof kurt kwame
kwinten kylian kyra laetitia laila lambert lamia lan lander lara larissa lars latifa laura laure laureen laurence laurens laurent
laurentiu laurette lauriane laurie laurien laurine layla lazare lea leah leander lee leen leentje leila leilani lena lenn lennart
lennert lenny leo leon leona leonard leonardo leonce leonel leonhard leonie leonora leonore leontine leopold leroy leslie leszek
leticia levent lewis lex li lia liam lidia lidwina lien liesa liesbet liesbeth liese lieselore lieselot lieselotte liesje lieve
lieveke lieven lievine lili lilian liliane lilly lily lina linda lindsay lindsey lindsy line linh lio lionel lisa lisanne lisbeth
lise liselot liselotte lisette lissa livia liviu lize lizzy lode lodewijk loes loic lola loredana lorena lorenz lorenzo loris lot
lothar lotta lotte lou loubna louis louisa louise lowie luana luc luca lucas luce lucia lucian luciana luciano lucie lucien
lucienne lucile ludgarde ludivine ludmila ludo ludovic ludovicus ludwig luigi luis luisa luk lukas lukasz lut lutgard lutgarde
luuk luz lydia lydie lydwien lydwine lynn lyse maaike maarten mabel machteld maciej maddalena maddy madeleine madelon mady mael
maelle maelys magali magda magdalena magdeleine maggie maggy magnus mahmoud mahmut maia maike maite malgorzata malik malika malin
malo malou malte mamadou manfred manoe manon manou manu manuel manuela manuelito mara marc marc-antoine marcel marcelle marcellin
marcello marcia marcin marco marcus mareike marek margaret margareta margaretha margarita margaux margo margot margriet marguerite
maria mariam mariama marian mariana mariane marianna marianne maribel marie marie-claire marie-france marie-paule marie-rose
marieke mariela marielle mariette marijke marijn marijs marike marilou marilyn marilyne marin marina marine marinette mario marion
marisa marise marit marita marius mariusz marja marjan marjolein marjolijn marjorie mark markus marleen marlene marlies marlon
marnix marta martha marthe martial martijn martin martina martine martinus marvin mary maryam marylene maryline maryse maryvonne
marzena marzia massimo mateo mateusz mathea mathew mathias mathieu mathijs mathilda mathilde mathis mathurin mathy mathys mats
matteo matthew matthias matthieu matthijs matthis matti mattias maud maura maureen maurice mauricette maurilla maurits mauritz
mauro max maxence maxim maxime maximilian maximilien maxine maya mayeul mayke mechteld medina mehdi mehmet meike melanie melchior
melek meliha melina meline melis melissa melvin mercedes meriem merijn merle merlijn merve metin mia mia-louise micha michael
michail michal michel michela michele micheline michelle michiel mickael mieke miet miguel mihaela mihai mikael mikail mike mil
mila milan milena milica milou mina minh minne mira mirabelle miranda mircea mireille mirella miriam mirjam mirko miroslaw mirte
misha mitch mo mohamed mohammad mohammed moises mona monica monika monique morad morgan morgane moritz mostafa mounir mourad
moussa murat muriel mustafa myriam myrthe nabil nabila nacer nadege nadia nadine nadir nadja naima najat najib najim nancy nanette
naomi narcisse natacha natalia natalie natasha natasja nathalie nathan nathanael neal neel neil nele nelly nelson nera nermin
nermine nestor nezha ngozi niall nic nick nicky nico nicodeme nicola nicolaas nicolae nicolas nicole nicoleta nicoletta nicolette
nicoline niel niels nienke nik nika nikita niklas niko nikola nikolaas nikolaj nikolaos nikolas nina nino noa noah noam noe noel
noelle noemi noemie nolan noor noortje nora norah norbert norbertus nordin nordine noreen norma nour noura nouria nunzia nuray
nynke octave oda odette odiel odile odilia odilon odin odon olaf ole oleg olga oliver olivia olivier oluwaseun omar ombeline
ondine onno oona orhan oriane orlando orlane ornella orphee orson ortwin oscar oskar osman oswald othman otilie ottilie otto ouafa
oumaima ousmane ovidiu ozan ozgur pablo pacome pamela paola paolo pascal pascale pascaline pascalle pasquale patrice patricia
patricio patrick patrik patrizia patryk patty paul paula paulette paulien paulin paulina pauline paulo pavel pawel pedro peggy
pelagie penelope perpetua perrine pervenche peter petra petronella petru petrus phil philibert philip philippa philippe philippine
philomene phyllis pia pierre pierre-yves pierrette piet pieter pieterjan pietje pietro pim piotr pol priscilla priya prosper
prudence przemyslaw quentin quinten quirine quitterie rabia rachel rachid rachida radoslaw radu rafael rafal raffaele rafik rahul
rainer ralf ralph ramazan ramon ramona raoul raphael raphaelle raul ravi ray raymond raymonda raymonde razvan rebecca recep regina
reginald regine regis reinaart reinald reinhard reinhilde reinhold reinier reinilde reinoud reinout remi remo remy renaat renata
renate renaud rene renee renier renilde rens renske reto rhea ria ric ricardo riccardo richard rick rik rika rina rita rob robbe
robbert robby robert roberta roberto robin robrecht rocco rochelle rodica rodolphe rodrigo roel roeland roelof roger roland
rolande rolf romain roman romana romane romeo romina romuald romy ron ronald ronan ronja ronny roos rosa rosalie rosalien rosaline
rosana rosanna rosanne rosaria rose roseline rosemarie rosemie rosette rosie rosine rosita roswitha roxane roxanne roy rozalia
rozemarijn rozemie rozette ruben rudi rudiger rudolf rudy rufin rufus rui rune ruslan rut ruth ruud ryan ryszard saar saartje
sabah sabien sabina sabine sabrina sacha sadik said saida saliha salim salima salma salvatore salvo sam samantha sami samia samir
samira sammy samuel samy sander sandra sandrien sandrine sandro sandy sanjay sanne santina sara sarah sascha saskia sebastiaan
sebastian sebastien sefa selcuk selim selina selma semra senna senne seppe serap seraphine serge sergei sergio serhat serkan
servaas servais servatius severine sevgi sevil sevim sharon sheila sibel sibylle siegbert siegfried siegrid sien sies sigrid silas
silke silvain silvana silvere silvester silvia silvie silvio simon simona simone simonne sinan sindy siobhan siska sjoerd slawomir
sofia sofiane sofie sofieke sohail solange soledad solene soline sonia sonja soraya soren sorin souad soufiane soumaya staf stan
stanislas stanislaw stanislawa stany stefaan stefan stefana stefania stefanie stefano steffen steffi steffie stella stephan
stephane stephanie stephen sterre steve steven stien stig stijn suat sue suhail suleyman sultan sumeyye sunil sunny susan susana
susanna susanne suse suzan suzanna suzanne suzy sven svenja svetlana sybilla sybille sydney sylva sylvain sylvana sylvere
sylvester sylvette sylvia sylviane sylvie tadeusz tahar tamar tamara tamer tancrede tanguy tania tanja tanya tara tarek tarik
tatiana tatjana tayfun ted terence teresa terry tess tessa teun thabo thaddee thais thalia thea theo theodoor theodora theodore
theofiel theophile theresa therese theresia thi thibaud thibault thibaut thibo thierry thijs thomas thorsten tia tiago tibeau tibo
tibor tiffany tijl tijs tilde tim timo timothe timothee timothy timour tina tine tineke tinne tinneke titouan tiziana tobias toby
tom tomas tomasz tommy ton toni tonia tonny tony toon torsten toufik tracey tracy trees tristan trudi trudy tuan tuba tudor tugba
tulay turan turgay tuur tyler ufuk ugo ulrich ulrike ulysse umberto umit umut urbain urban ursula ursulina urszula ute uwe
valentijn valentin valentina valentine valere valerian valerie valeriu valery vanessa vasco vasile veerle vera verena verginie
verle verona veronica veronika veronique vianney vicky victoire victor victoria vik vikram viktor viktoria viktorine vince vincent
vincenza vincenzo vinciana vinciane viola violaine violette viorel virginie vital vito vitor vittorio viviane vivien vivienne vlad
vladimir volkan volker wahid walburga walter waltraud wandrille wannes ward warre wei wenceslas wendela wendy werner wiebke wiel
wieland wies wieslaw wieteke wietse wietske wilbert wilfred wilfrid wilfried wilfriede wilhelm wilhelmina willem willemien
willemijn william willibrord willy wilma wilson wim winand winfried witold wivina wivine wojciech wolf wolfgang wouter xander
xandra xaveer xavier xaviere xenia ximena yana yanis yann yannick yannis yara yasar yasemin yasin yasmin yasmina yasmine yassin
yassine yassir yavuz yelle yentl yi ying yinthe yoann yohan yolanda yolande yolien yoran yorben younes youness youri yousra
youssef yseult yuri yusuf yvan yvelise yves yvette yvon yvonne yvonneke zafer zahra zakaria zakia zara zbigniew zdzislaw zehra
zeki zelie zenobe zeynep zied zineb zita zoe zofia zohar zohra zoltan zouhair zsolt zuleyha zygmunt
`)
