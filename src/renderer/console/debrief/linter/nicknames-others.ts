/** @file Short and pet names of Spanish, Portuguese, Slavic languages, Turkish, Arabic and Yoruba, each row one name in its forms. Where they come from: nicknames.ts. */

/** Rows, one a line. */
export const otherRows = `
alberto beto berto
alfonso poncho alfo
antonio toño tonio toni
concepcion concha conchita
consuelo chelo
eduardo lalo edu guayo
ignacia nacha nachita
enrique kike quique
gonzalo chalo gonza
graciela chela
gregorio goyo
hortensia tencha
jaime jaimito
jose pepe pepito chepe zé
josefa pepa pepita fina
pilar pili
rafael rafa rafi
rodrigo rodri rolo
rosario charo
santiago santi chago yago diego
socorro coco
soledad sole
vicente chente
yolanda yoli
joao jao joaozinho
aleksandr alexander sasha sanya shura alik
aleksandra alexandra sasha sanya shura ola
aleksei alexei alexey alyosha lyosha
anastasia nastya asya stasia nastia
anatoly tolya
boris borya
dmitri dmitry dima mitya dimochka dmytro
ekaterina katya katyusha katia kate
elena lena alyona lenochka olena
evgeny yevgeny zhenya
galina galya
georgy gosha zhora
grigory grisha
ivan vanya vanyusha
konstantin kostya
ksenia ksyusha
larisa lara
lev lyova leva
ludmila lyudmila lyuda mila luda
lyubov lyuba luba
maria masha manya marusya mariya
mikhail misha mishka
nadezhda nadya nadia
nikita nik
nikolai kolya
oksana ksenia
olga olya olia
pavel pasha
pyotr petya
raisa raya
roman roma
sergei seryozha
stanislav stas slava
svetlana sveta lana
tatiana tatyana tanya tania
valentin valya
vasily vasya
viktoria vika
vladislav vlad slava
vyacheslav slava
yaroslav slava yarik
yekaterina katya
yelena lena
yulia julia yulya
agnieszka aga agnes
aleksander olek
grzegorz grzesiek
jan janek jasiu
jakub kuba
joanna asia joasia
katarzyna kasia
krzysztof krzysiek krzys
malgorzata gosia
michal michalek
pawel pawelek
piotr piotrek
stanislaw staszek
tomasz tomek
wojciech wojtek
zbigniew zbyszek
ahmet ahmad ahmed
ibrahim ibo
mustafa mustis
huseyin huso
suleyman sulo
fatma fatos fatima fati
zeynep zeyno
abdullah abdul abdo
abdulrahman abdo abed
hussein hussain
ibrahim ibo brahim
khadija khadi
maryam mariam
yusuf youssef yousef joe
zainab zeinab zee
oluwaseun seun
oluwatobi tobi
oluwafemi femi
chukwuemeka emeka
chidinma chidi
ngozi ngo
manuela manoli manola
antonio tono tonito
sergio checo
vanesa vane vanessa
francisca paqui pancha
susana susi susy
concepcion conchi conchita concha
estela estelita
emilio emi milo
emilia emi mili
rosa rosi rosita rosy
joaquin quino joaco
montserrat montse monchi monse
ramon monchi moncho
trinidad trini
encarnacion encarni
purificacion puri
remedios reme
inmaculada inma macu
josemaria chema
juancarlos juanca
juanmanuel juanma
joseluis pepelu
mariajose majo marijo
marialuisa marilu
mariaeugenia maru
mariateresa maite mayte
mariafernanda mafer
mariaisabel maribel marisa
mariadelcarmen maricarmen mamen
anamaria anamari
sebastian basti
humberto beto heriberto gilberto norberto
elzbieta ela elka
susannah sukie sukey susanna
rodolfo fito rodo
adolfo fito dolfo
ezequiel eze cheque
agustin agus tin
jeronimo jero
leonardo nardo
gustavo gus tavo
patricia paty pato patri
beatriz bea betty
margarita marga magui
milagros mila mili
rocio chio rochi ro
lourdes lulu lourditas
asuncion asun
ignacio iñaki
vicente vicen
gerardo gera yayo
eugenia uge
esperanza espe
teresa maite
victoria toya
refugio cuca cuco
arturo turo
alfredo fredo
felipe pipe feli
enriqueta queta
angeles geles
jesus chus
manuel lolo
nicolas colas
valentina tina
carolina caro
gabriela gabi gaby
alejandra ale jandra
monica moni
silvia chivis
adriana adri
natalia nati
matias mati
facundo facu
federico kiko
emiliano emi
maximiliano maxi
tomas tomi
joaquina quina
`
