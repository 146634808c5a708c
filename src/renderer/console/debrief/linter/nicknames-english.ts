/** @file Short and pet names that English uses, each row one name in its forms. Where they come from: nicknames.ts. */

/** Rows, one a line. */
export const englishRows = `
abigail abby abbie gail abi
abraham abram abe bram
adelaide adeline adele addie della heidi
agnes aggie nessa
albert bert al bertie
alexander alex al alec sandy xander lex sasha sacha alejandro ale alessandro alejo
alexandra alex sandra sandy lexi sasha alexa ale alessandra xandra
alfred alf fred freddie alfie
alice ally allie elsie
alison allison ally allie
amanda mandy manda
amelia amy millie mia
andrew andy drew andre andreas andi
angela angie angel angelina lina
ann anne anna annie nan nancy nina hannah anya anechka
anthony tony ant antonio toni toño tonio nino
antonia toni tonya toña antoinette nettie netta
archibald archie
arthur art artie
augustus augustine gus augie
barbara barb babs barbie basia varya
bartholomew bart bartek
beatrice beatrix bea trixie tris bice
benjamin ben benny benji benjy
bernard bernie barney
bethany beth
bradley brad
bridget biddy bridie brigid
brittany brit
calvin cal
cameron cam
caroline carolyn carol carrie caro lina
cassandra cass cassie sandra
catherine katherine kathryn katharine kate katie katy kathy cathy kat kit kitty kay kath kathleen karen katya katja trina catalina cata catarina caterina rina ekaterina kaja kasia
cecilia cecily cis cissy celia ceci
charles charlie chuck chas chaz carlos carl karl carlo charley carlitos
charlotte lottie lotte charlie char carlota
christian chris kit christy
christina christine chris chrissy tina kristina kristin kris christy kirsten cristina cris kirsty
christopher chris kit topher kris cristobal christoph toph
clarence clare clancy
claudia clau claudie
clifford cliff
constance connie constanza
cynthia cindy cyn
daniel dan danny dani danilo
danielle dani danny daniela
david dave davy davey dai taavi davide
deborah debra deb debbie devorah
dennis denny den
dolores lola lolita loli dolly
dominic dom nic mimmo domingo
donald don donnie donny
dorothy dot dottie dolly dora dorothea thea
douglas doug
edmund edward ed eddie ned ted teddy ward eduardo edu lalo edek
edith edie
eleanor elinor ellie nell nellie nora lenore elena leonora
elizabeth liz lizzie lizzy beth betty betsy bess bessie eliza libby lisa elsie lily elise elisabeth elsbeth lisbeth isabel isabella bella izzy belle ella lise lieschen liesel elzbieta ela
emily emma em emmy millie
emmanuel manuel manny manolo manu
eric erik rick ricky
ernest ernie ernesto neto
esther essie hettie ester
eugene gene
eugenia genie zhenya
eveline evelyn evie eve eva
fernando nando fer ferdinand ferdi
florence flo flossie florrie
francis frank frankie fran franz francisco paco pancho paquito curro cisco kiko quico fran francesco franco cesco ciccio francois franck chico
frances fran fanny frankie francie francisca paca paquita fanny francesca cesca
frederick frederic fred freddie freddy fritz rick federico fede rico
gabriel gabe gab gabi
gabriella gabrielle gabby gabi ella
geoffrey jeffrey geoff jeff
george georgie jorge giorgio georg jiri yuri yura
georgina georgia georgie gina
gerald jerry gerry gerard
gertrude trudy gertie trude
gilbert gil bert
giovanni gianni gio vanni nino
giuseppe beppe peppe pino peppino
gregory greg
guadalupe lupe lupita
gwendolyn gwen wendy
harold harry hal
harriet hattie harry
helen helena nell nellie ellen lena lenka alena elena
henry harry hank hal hal enrique quique kike heinrich heinz hein enrico
herbert herb bert
howard howie
ignatius ignacio nacho iggy
irene rene renie irina ira
isaac ike zac
isabel isabella bella izzy belle isa chabela ysabel
jacob jake jakob cobi kuba yakov yasha jaime
jacqueline jackie jacqui
james jim jimmy jamie jem jimbo seamus hamish
jane jean jenny janie janet janice
janice jan
jasmine jas jazz
jeremiah jeremy jerry jem
jennifer jen jenny jenna
jessica jess jessie
jesus chuy chucho suso
joan joanne joanna jo joni juana
john jack johnny jon ian sean ivan vanya jan johan hans juan juanito jean juancho
jonathan jon jonny nathan
joseph joe joey jo jos josef pepe jose pepito chepe sepp
josephine jo josie fifi josefina pepa
joshua josh
joyce joy
judith judy jude
julia julie jules juliet juliana
katarina kata katya
kenneth ken kenny
kimberly kim kimmy
laura laurie lori lolly
laurence lawrence larry lars laurie lorenzo renzo lencho
leonard leo len lenny leonardo
leticia lety leti
lillian lily lil lilian
louis lewis lou louie luis luisito lucho ludwig luigi gigi
louise louisa lou luisa
lucille lucy lucia lulu
luke lucas luca
madeline madeleine maddie maddy lena
magdalena magda lena maggie madga leni magdalene
manuel manny manolo manu
margaret maggie meg megan peggy peg madge marge margie margo rita daisy greta gretchen greet gosia malgorzata margarita marguerite
maria marie mary mia mimi mitzi maja masha mashenka marisa marusya mariquita maruja
marilyn mari
marjorie marge margie
martha marty mattie patty
martin marty
mary molly polly may mamie mae minnie
matilda tilly tilda mattie
matthew matt matty matias mateo mats teo
maurice mo moe morris
maximilian max maxi
melanie mel mellie
melissa mel lissa missy
mercedes merche meche
mehmet memo mehmed memet
michael mike mick mickey mikey micky mitch misha miguel michel michele mischa mihai miki micha
michelle shelly shell chelle
mildred millie
miriam mimi mitzi miri
mohammed muhammad mohamed mo moe hamada mehmet momo hamoudi
montgomery monty
morris moe mo
nancy nan ann
natalie natalia nat nattie tasha natasha nata
natasha tasha nat
nathaniel nathan nat nate
nicholas nick nicky nico klaus niko nikolai kolya nicolas colin nik miklos miki
nicole nicola nicky nic niki colette
octavia tavia tavy
oliver ollie olly
olivia liv livvy ollie
pamela pam
patricia pat patty pat tricia trish trisha patsy pati
patrick pat paddy patsy rick
paul pablo paolo pavel pasha paulie pavlik
paula pauline polly pau
penelope penny pen nell poppy
peter pete petey pedro pierre petr pietro piotr petya perico
philip phillip phil pip felipe
philippa pippa pip
priscilla cilla prissy
rachel rach rae shelly raquel
ramon moncho mon
raymond ray raimundo
rebecca becca becky bec reba rivka
reginald reg reggie
ricardo rick ricky richard rico
richard rick ricky rich richie dick dickie dicky
robert rob robbie bob bobby bert robin bobbie roberto beto berto rupert tito
roderick rod roddy
roger rodge
ronald ron ronnie
rosalind rosemary rose rosie ros roz
rosario charo chayo
roxanne roxy rox
rudolph rudolf rudy rolf
russell russ rusty
ruth ruthie
salvador chava salva
samantha sam sammy samie
samuel sam sammy
sarah sara sally sadie zara
sebastian seb bas bastian seba sebas
sergey sergei serge seryozha seryoja
shirley shirl
sofia sophia sophie sophy sonia sonya sofi zofia zosia
stanley stan stanislav stas
stephanie steph steffi stevie
stephen steven steve stevie esteban stefan stepan
susan susanna sue susie suzy suzanne sukie zsuzsa zuzana
sylvia syl
tamara tammy tam toma
teresa theresa tess tessa terry tessie tere resi
terence terry tel
theodore theo ted teddy fyodor fedya
theodora theo dora thea
thomas tom tommy thom tomas tomasz tomek
timothy tim timmy
tobias toby
tyrone ty
ulrich uli
valentina valya vale
valerie val
veronica ronnie vera roni vero
victor vic vik viktor vitya
victoria vicky vicki tori toria vic viki
vincent vince vinnie vin vicente chente vincenzo enzo
virginia ginny ginger
vivian viv vivienne
vladimir vova volodya vlad
wallace wally
walter walt wally
wilhelmina mina billie willa minnie
william bill billy will willy willie liam wilhelm guillermo memo guille willem wim
winifred win winnie freddie
zachary zach zack zak
henrietta hattie hettie etta harriet
emily millie milly
bridget birdie bridie
dexter dex
wesley wes
euphemia effie
mary mollie molly
sarah sal sally
`
