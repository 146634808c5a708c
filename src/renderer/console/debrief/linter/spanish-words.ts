/**
 * @file Everyday words of Spanish, so that prose in it is not taken for a room's names: those that grammar needs, nouns and
 * what describes, verbs by their stems. Written for this project; rarer words stay unknown, and may be asked about.
 */
import { fold } from './fold'

const words = (text: string): string[] => text.trim().split(/\s+/).map(fold)

/** Words without which no sentence of Spanish stands; in small letters, or where a sentence begins, they name nobody. */
export const spanishGrammar: ReadonlySet<string> = new Set(
  words(`
  a al ante bajo con contra de del desde durante en entre hacia hasta para por según sin sobre tras
  el la lo los las un una uno unos unas y e o u ni que si no sí ya
  yo tú vos él ella ello nosotros nosotras ellos ellas usted ustedes me te se nos os le les mí ti conmigo contigo consigo
  mi mis tu tus su sus mío mía míos mías tuyo tuya tuyos tuyas suyo suya suyos suyas nuestro nuestra nuestros nuestras
  este esta esto estos estas ese esa eso esos esas aquel aquella aquello aquellos aquellas
  qué quién quiénes quien quienes cuál cuáles cual cuales cuyo cuya cuánto cuánta cuántos cuántas cuanto cuanta
  como cómo cuando cuándo donde dónde adonde porque pues pero mas sino aunque mientras
  muy más menos tan tanto tanta tantos tantas mucho mucha muchos muchas poco poca pocos pocas algo nada alguien nadie
  algún alguna alguno algunos algunas ningún ninguna ninguno cada todo toda todos todas otro otra otros otras ambos
  mismo misma mismos mismas tal tales bastante demasiado demasiada demasiados demasiadas cualquier cualquiera varios varias
  aquí ahí allí allá acá hoy ayer mañana anoche antes después luego entonces ahora siempre nunca jamás tarde pronto
  temprano todavía aún también tampoco solo sólo casi quizá quizás acaso así bien mal mejor peor apenas además incluso
  arriba abajo dentro fuera afuera adentro cerca lejos delante detrás encima debajo alrededor
  estoy estaré estarás estará estaremos estarán estaría estarías estaríamos estarían estuviera estuvieran estemos estéis
  iré irás irá iremos irán iría irían daré dará darán daría veré verá veremos verán vería seré serás seremos sería serían
  haz ten pon ven di es son era eran fue fueron soy eres somos sois fui fuiste fuimos sea sean fuera fueran ser sido siendo será serán sería
  he has ha hemos habéis han había habías habíamos habían hubo hubiera haya hayan haber habido habrá habría hay
  estoy estás está estamos están estaba estaban estuve estuvo estuvimos estuvieron esté estén estar estado estando
  voy vas va vamos van iba ibas íbamos iban ir ido yendo vaya vayan ve vete
  doy das da damos dan di dio dimos dieron dé dar dado dando dame dije dijo
  estuviste estuvisteis estábamos estáis vamos vámonos vayamos veamos diste oí io don deberíamos
  veo ves vemos ven veía veían vi vio vimos vieron ver visto viendo
  sé sabe sabes sabía supe supo
  dos tres cuatro cinco seis siete ocho nueve diez once doce trece catorce quince veinte treinta cuarenta cincuenta
  sesenta setenta ochenta noventa cien ciento mil primer primero primera segundo segunda tercero tercera último última
  `),
)

const named = words(`
  abrazo abrigo abril agosto agua aire alba alegre alegría alguien alivio alma almuerzo alto amable amargo amiga amigo amor
  amparo ancho ángel angustia animal ánimo anterior año aparato apertura apoyo aquello árbol arco arena armonía arte asco asunto
  atención aurora autobús avión aviso ayuda azul bajo banco bar barato barca barco barrio base bata bebé bello bendición beso
  biblioteca bienvenida bienvenido blanco blando boca boda bolsa bondad bonito borde bosque bravo brazo breve brillo broma
  bueno buen bulto cabeza cabo café caja cálido caliente callado calle calma cama cámara cambio camino campo candela canción
  cansado cansancio capaz cara carga cariño carne carta casa caso castillo celeste celos cena centro cerrado cesta charla chat
  chica chico ciego cielo ciencia cierre cierto círculo cita ciudad claro clase clave clima coche cocina codo colega color
  comida común confianza confuso conjunto consejo consuelo contacto contento control conversación corazón corto cosa
  costumbre crema cruz cuaderno cuadro cuarto cuello cuenta cuento cuerda cuerpo cuesta cuidado culpa cura curso dato deber
  débil dedo delicado demás derecho deseo despacio despierto destino detalle deuda día diario dicha diciembre diente
  diferente difícil digno dinero director directo dispuesto distancia distinto disculpa dolor domingo dormido dosis duda
  duelo dueño dulce dureza duro edad ejemplo elección emoción encuentro enero enfado enfermo enojo enlace entero entrada
  energía equipo error escena escuela escucha esfuerzo espacio espalda espejo espera esperanza espina esposa esposo estrella
  estrecho estrés estudio exceso éxito experiencia extra extraño fácil falta fama familia farol fe febrero fecha feliz feo
  fiel fiesta fila fin final fino firme flaco flojo flor florido fondo forma formación formador formadora frase frecuencia
  frente fresco frío fruta fuego fuente fuerte fuerza futuro gana ganas gato general genial gente gesto golpe gordo gota
  gracia gracias grado grande gran gratis grave gris grito grueso grupo guapo guerra guía guion gusto habitación hábito hambre
  helado herida hermana hermano hermoso héroe hierba hija hijo hilo historia hogar hoja hombre hombro hombros hora horario
  hoy hueco hueso humano humor idea igual imagen impaciencia importante impresora impulso incómodo inicio intento intenso
  invierno invitación isla jardín joven joya juego jueves juicio julio junio junto justo juventud lado ladrillo lágrima lago
  lámpara largo lástima lengua lento letra ley libre libro ligero limpio línea lindo lista listo llama llanto llave llegada
  lleno lluvia locutor loco lucha lugar luna lunes luz madre madrugada maestro mal malo mancha manera mano manta mañana mapa máquina mar
  marca marea marido martes marzo masa mata mayo mayor médico medio mediodía mejilla memoria menor mensaje mente
  mérito mes mesa meta método miedo miel miércoles milagro minuto mirada mismo mitad modesto modo molestia momento moneda monte
  montaña morado motivo mudo muela muerte mujer mundo muro música nariz naranja navidad necesario negro nervio nervioso nieve niño noche
  nombre norma normal norte nota noticia noviembre nube nudo nuevo número objeto obra ocasión octubre ocupado oficina oído ojo
  ola olvido opinión oportunidad oreja orden organización oro oscuro otoño paciencia padre página país pájaro palabra palo pan
  pantalla papel paquete par parada pared pareja parte participante pasado pasajera pasajero paseo pasillo paso pastel patio pausa
  paz pecho pedazo pena pensamiento pequeño perdón perfecto periodo permiso perro persona pesado pesar peso pez piedra piel
  pie pierna pilar pino piso plan plano planta plata plato playa plaza pleno pobre poder poema policía polvo porción posible
  postura práctica precio preciso pregunta prenda presencia presente presión primavera principio prisa problema profundo
  programa prometido propio prudente próximo prueba público pueblo puente puerta puerto punta punto puñado puro queja radio
  raíz rama rápido raro rasgo rato rayo razón real recuerdo reflejo regalo regla reina relación relato reloj remedio resorte
  respeto respiración respuesta resto resultado reto reunión rey rico riesgo rincón río risa ritmo rocío rodilla rojo ronda ropa
  rosa rosal roto ruido ruidoso rumbo rutina sábado sabio sala salida salud salvador sangre santo sano seco secreto sed seguro semana
  sencillo sensación sensible sentido señal señor señora septiembre sereno serie serio servicio sesgo sesión seña siglo
  siguiente silencio silla simple sincero sistema sitio soberbia social sol soledad solo solución sombra sonido sonrisa sopa
  sordo sorpresa suave sucio sudor suelo sueño suerte suficiente sur susto tamaño tarea tarjeta taza té techo teléfono tema temor
  tensión terapia tercio terreno tesoro tetera tía tío tiempo tienda tierra tierno tímido tipo título todo tono tonto tormenta torpe torre torta
  trabajo trago traje tranquilo trato tren triste tristeza tristemente tubo turno último unidad único urgente vacío valiente valle valor vaso
  vecino vejez vela velocidad vena ventana verano verdad verdadero verde vergüenza verso vez viaje víctima vida viejo viento viernes
  vino virtud visita vista viuda viudo vivo volumen voluntad voluntario volante votos voz vuelta zapato zona
  acuerdo adiós ajeno alcance anoche aparte ataque atento atrás barro brusco caliz cobarde compañero compañera coordinador coordinadora
  supervisor supervisora facilitador facilitadora cerrado despedida desorden dichoso discreto encendido apagado facilidad gentil grata grato
  horrible humilde humildad incapaz inmenso injusto inseguro invitado limitado límite lejano lento mensual notable obvio pendiente pesada
  picor plática prisa quieto rabia rendija rumor siesta suspiro tenso tibio torpeza vacaciones velada vocal yema cobija ánimos ojalá claro
  encargo ensayo entrega equivocado escrito acento espectador golpes gestos herramienta impotencia inquieto lectura llamada llaves marcha
  nevera oficio olor orgullo orgulloso pausas pesadilla pulso queja rechazo regreso roce sudadera sofá sombrero tacto teclado temblor
  vacilación valioso ventaja vistazo vínculo pequeñito poquito ratito momentito
  hola eh ah ay oh uy ok vale mamá papá abuela abuelo jefe jefa doctor doctora hotel foto fotos interés película presidente
  negocio abogado oficial accidente compañía través caballero profesor profesora muchacho muchacha cumpleaños universidad
  detective club gobierno terrible locura peligro libertad maravilloso infierno crimen mayoría cerebro vestido inteligente
  edificio misión cerveza peligroso excelente especie estación pista nivel culpable apartamento principal estilo repente
  opción enemigo exacto calor embarazada pantalones testigo soldado propósito empresa espíritu enorme trampa contrario
  restaurante leche red taxi camión código millón posibilidad familiar desastre enfermedad total cuchillo parque espectáculo
  universo belleza ministro borracho caballo contrato hecho sociedad oferta oeste profesional cerdo líder natural medicina
  acceso necesidad pollo efecto felicidad correo video vídeo teatro local responsabilidad adn enfermera militar teoría
  escenario propiedad agujero aspecto desayuno miembro miembros acto kilómetro premio internet alcohol agente antiguo genio
  examen queso modelo fútbol talento instituto disparo cadáver amante protección venganza rostro crédito chocolate firma
  recién complicado diversión disco probable discurso efectivo cáncer funeral artista entrevista pintura falso móvil
  computadora ordenador estudiante mundial tecnología condiciones violencia sujeto comunidad cero estómago legal empleo cirugía
  corriente socio motor correcto honesto compromiso promesa importancia lección bolsillo desgracia artículo labio cola pelota
  chaqueta pescado secundaria celular izquierda izquierdo oír metro metros tontería época ambas pijama merienda galleta
  favor supuesto siquiera dólar maldito demonio idiota diablo especial auto divertido novia novio estúpido personal asesino
  sexo culo don embargo interesante muerto ejército nave basura matrimonio honor droga enseguida departamento cliente excepto
  planeta respecto comandante acción cuestión informe interior bomba imbécil fantástico absoluto vuestro vuestra estupendo
  ridículo laboratorio menudo colegio prensa naturaleza política príncipe inspector huella magia nacional princesa huevo
  inmediato central amenaza sexual fantasma búsqueda cinta campamento impresionante proceso carretera periódico deprisa
  entrenador tribunal aeropuerto gloria temporada camisa superior criminal truco original conexión salón europa visión americano
  material favorito famoso camioneta rock tumba oficial aventura piloto bolso amistad combate bola asistente entrenamiento bruja
  américa enfermero carro taza colonia barrio plática chamba bronca lío pareja ex
  pensativo útil inútil frágil ágil hostil sutil fiel cruel joven órgano siguiente reciente caliente paciente impaciente consciente inocente
`)

/** Infinitives; their forms are found by stem and ending. */
const infinitives = words(`
  abandonar abrazar abrir aburrir acabar aceptar acercar acertar acoger acompañar aconsejar acordar acostar acostumbrar actuar
  admitir adelantar agarrar agobiar agotar agradecer aguantar alargar alcanzar alegrar alejar aliviar amar amparar andar animar anotar
  añadir apagar aparecer apartar asegurar averiguar detener obtener destruir disparar atrapar referir resultar sobrevivir aflojar apetecer aportar apostar apoyar aprender apretar apretar aprovechar apuntar armar arrancar arreglar
  arrepentir asentir asustar atender atrever aumentar avanzar avisar ayudar bailar bajar bastar beber besar borrar botar bromear
  buscar caer callar calmar cambiar caminar cansar cantar cargar casar causar celebrar cenar cerrar charlar chillar chocar citar
  coger colgar colocar comenzar comer compartir comparar completar comprar comprender conceder concluir conducir confesar confiar
  conocer conseguir considerar consolar construir contar contestar continuar controlar convencer convenir conversar convertir
  corregir correr cortar costar crear crecer creer criar cruzar cubrir cuidar culpar cumplir curar dañar deber decidir decir dedicar
  defender dejar demostrar depender derivar derramar desahogar desaparecer descansar descargar desconectar describir descubrir desear
  despedir despertar devolver dibujar dirigir disculpar discutir disfrutar distraer doblar doler dormir dudar durar echar ejercer
  elegir emocionar empezar empujar encantar encender encerrar encoger encontrar enfadar enfermar enfrentar enojar enredar enseñar
  entender enterar entrar entregar entristecer enviar equivocar escapar escoger esconder escribir escuchar esforzar esperar establecer
  estirar estudiar evitar exagerar existir explicar expresar extrañar facilitar faltar fallar felicitar fiar fijar fingir florecer
  forzar fregar frenar fumar funcionar ganar gastar girar golpear grabar gritar guardar guiar gustar hablar hacer hallar helar herir
  huir hundir ignorar imaginar impacientar importar incluir indicar iniciar insistir intentar interesar interrumpir invitar juntar
  jugar jurar juzgar lamentar lanzar lavar leer levantar librar limitar limpiar llamar llegar llenar llevar llorar llover lograr
  luchar mandar manejar mantener marcar marchar marear matar mejorar mencionar mentir merecer meter mezclar mirar molestar morir
  mostrar mover nacer nadar necesitar negar nombrar notar obligar observar ocultar ocupar ocurrir odiar ofrecer oír oler olvidar
  opinar ordenar pagar parar parecer participar partir pasar pasear pecar pedir pegar pelear pensar perder perdonar permanecer
  permitir pertenecer pesar picar pintar pisar pitar planear poder poner practicar preferir preguntar preocupar preparar presentar
  prestar probar proceder producir prometer proponer proteger provocar quebrar quedar quejar querer quitar reaccionar realizar
  recibir recoger reconocer recordar recorrer recuperar rechazar reducir reflexionar regalar regañar registrar regresar reír
  relajar remover rendir repartir repasar repetir resistir resolver respetar respirar responder retirar reunir rezar robar rogar
  romper saber sacar salir saltar saludar salvar seguir señalar sentar sentir separar servir significar silenciar soler soltar
  sonar sonreír soñar soplar soportar sorprender sospechar sostener subir suceder sudar sufrir sugerir suponer surgir suspender
  suspirar tapar tararear tardar temblar temer tender tener terminar tirar tocar tomar torcer trabajar traer tragar tranquilizar
  tratar unir usar vaciar valer valorar vencer vender venir viajar vigilar visitar vivir volar volver votar abrumar apurar cerrar
  compadecer desbordar descuidar dolerse enganchar esquivar flaquear hervir incomodar intervenir lloriquear notar ofender posponer
  proyectar quemar rescatar resonar reparar sobrar soltar sumar titubear transmitir vacilar acelerar frustrar bloquear conectar
  moderar cerciorar redactar imprimir apagar posar acordar anhelar mudar nublar pillar rascar remar revisar sanar secar sembrar
`)

/** Stems that no rule makes. */
const oddStems = words(`
  teng tuv tien tendr veng vin vien vendr pong pus pondr salg saldr dig dij dir dec hag hic hiz har quier quis querr pued pud
  podr sep sup sabr quep caig cay oig oy hay hub traig traj conduj conduzc produj produzc valg valdr anduv jueg jug muer muri durm
  pid sirv sig segu sigu consigu persigu pon haz sal corrij dirij elij escoj recoj proteg crey ley huy construy incluy nazc conozc parezc agradezc merezc ofrezc
  rompi escrit abiert abri vuelt muert puest hech dich cubiert roto rí ri sonri sonrí frí reg huel
`)

const firstEndings = new Set(
  words(`
  o as a amos áis an aba abas ábamos abais aban é aste ó asteis aron aré arás ará aremos aréis arán aría arías aríamos arían
  e es emos éis en ando ado ada ados adas ar ara aras aran áramos ase asen ad
  `),
)
const otherEndings = new Set(
  words(`
  o es e emos éis en imos ís a as amos áis an ía ías íamos ían í iste ió isteis ieron eré erás erá eremos erán ería erían iré irás
  irá iremos irán iría irían iendo yendo ido ida idos idas er ir iera ieras iéramos ieran iese iesen yó yeron yera ed id
  `),
)
const endingMax = 6
const clitic = /(?:me|te|se|lo|la|le|nos|os|los|las|les)$/

/** What happens to a stem: e and o under stress, c, z and g before another vowel. */
const changed = (stem: string, isThird: boolean): string[] => {
  const vowels = [
    stem,
    stem.replace(/e([^aeiou]+)$/, 'ie$1'),
    stem.replace(/o([^aeiou]+)$/, 'ue$1'),
    ...(isThird ? [stem.replace(/e([^aeiou]+)$/, 'i$1'), stem.replace(/o([^aeiou]+)$/, 'u$1')] : []),
  ]
  const consonants = (one: string) =>
    [
      [/z$/, 'c'],
      [/c$/, 'qu'],
      [/c$/, 'z'],
      [/c$/, 'zc'],
      [/gu$/, 'g'],
      [/g$/, 'gu'],
      [/g$/, 'j'],
      [/u$/, 'uy'],
    ].map(([from = '', to]) => one.replace(from, String(to)))
  return vowels.flatMap((one) => [one, ...consonants(one)])
}

const stemsOf = (ending: RegExp): string[] =>
  infinitives
    .filter((verb) => ending.test(verb))
    .flatMap((verb) => changed(verb.slice(0, -2), verb.endsWith('ir')))
    .filter((stem) => stem.length >= 2)

const conjugations: readonly { stems: ReadonlySet<string>; endings: ReadonlySet<string> }[] = [
  { stems: new Set([...stemsOf(/ar$/), 'jueg']), endings: firstEndings },
  { stems: new Set([...stemsOf(/[ei]r$/), ...oddStems]), endings: otherEndings },
  // The past of what has a stem of its own: "tuve", "hizo", "dijeron".
  { stems: new Set(oddStems), endings: new Set(words('e iste o imos ieron eron iera ieran')) },
]
const known = new Set([...spanishGrammar, ...named])

/** Singular and masculine of what describes or names; the pair before "-mente", small forms. */
const plainForms = (word: string): string[] => {
  const singular = word.replace(/e?s$/, '')
  const forms = [word, word.replace(/s$/, ''), singular, singular.replace(/c$/, 'z')]
  const rest = [/^(.{3,})[ií]sim[oa]s?$/, /^(.{3,}?)c?it[oa]s?$/].flatMap(
    (form) => form.exec(word)?.[1] ?? [],
  )
  return [...forms, ...rest].flatMap((form) => [
    form,
    form.replace(/a$/, 'o'),
    form.replace(/a$/, ''),
    `${form}o`,
  ])
}

/** Given names that are a form of some word as well: names first. */
const givenFirst = new Set(
  words(`
  tomás leo armando marcelo iban alejo amando eligio curro julia juli marc marcos ana ángela angelita carina clarita dana danita
  flora helen lea lee leila lela marcela marita moria olia regan sela tina timi valera valeria vera viv vivi vivian
`),
)

const isVerbForm = (word: string): boolean => {
  for (let size = 1; size <= Math.min(endingMax, word.length - 2); size += 1) {
    const [stem, ending] = [word.slice(0, -size), word.slice(-size)]
    if (conjugations.some(({ stems, endings }) => endings.has(ending) && stems.has(stem))) return true
  }
  return false
}

/** Words that are made of others, and no given name though one ends so. */
const madeOfOthers =
  /^(?!asunci|concepci|encarnaci|purificaci|anunciaci|ascensi|trinidad|natividad|florenci|prudenci|clemente)[a-z]{3,}(?:mente|cion|ciones|sion|siones|idad|idades|miento|mientos|encia|encias|ancia|ancias|ismo|[ai]bles?|os[oa]s?|iv[oa]s?)$/

/** True for an everyday word of Spanish in any of its forms. Folded. */
export const isOrdinarySpanish = (word: string): boolean => {
  if (known.has(word)) return true
  // "María" is no form of a verb, nor "Julia" of a month.
  if (givenFirst.has(word)) return false
  const isForm = plainForms(word).some((form) => form.length >= 2 && known.has(form))
  if (isForm || (word.length >= 7 && madeOfOthers.test(word)) || isVerbForm(word)) return true
  // "Decirme", "dándoselo": what is glued behind a verb.
  const bare = word.replace(clitic, '')
  if (bare === word) return false
  const barer = bare.replace(clitic, '')
  return [bare, barer].some(
    (verb) =>
      /(?:[aei]r|ndo|..[aei]|^(?:da|di|va|ve))$/.test(verb) && (isVerbForm(verb) || spanishGrammar.has(verb)),
  )
}
