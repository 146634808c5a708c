/** @file Spanish words of keeping, recording and telling, as `keeping-words.ts` reads them: without accents, so that \b holds. */
import type { KeepingWords } from './keeping-shape'

const not = String.raw`\b(no|nunca|jamas|nadie|ningun[ao]?|nada|tampoco)\b`
const telling = String.raw`\b(cont(amos|o|ar|are|aremos|aran?|amos)|cuent(o|a|an|e|en)|di(go|ce|cen|re|remos|ra|ran|ga|gan)|deci(r|mos)|decirl[eo]s?|repit(o|e|en|a|an)|repeti(r|mos|re|remos)|report(o|a|amos|ar|are|aremos)|revel(o|a|amos|ar|are|aremos)|compart(o|e|imos|ir|ire|iremos)|pas(o|amos|ar|are|aremos)|habl(o|a|amos|ar|are|aremos)|mencion(o|a|amos|ar))\b`
const told = String.raw`\b(a nadie(?! (que|como|cuando) \w)|con nadie|a otr[ao]s?|con otr[ao]s?|afuera|fuera|a (la|el|mi|su|tu) \w+|con (la|el|mi|su|tu) \w+|lo que|quien(es)? (vino|viene|estuvo|vienen))\b`
/** A few words, none of them a thing that is rightly kept back from others or not given at all. */
const near = String.raw`((?!nombres?\b|enlaces?\b|consejos?\b|grabaciones\b)[^.;]){0,40}`
const group = String.raw`(de )?(est[ae]s?|la|el|nuestr[ao]s?) (salas?|grupos?|circulos?|reunion(es)?|paredes|espacios?)`
const whole = String.raw`\b(completa|absoluta|total|plena|entera|perfecta)(mente)?|\b(completo|absoluto|total|pleno|perfecto)|\b(cien por ?(ciento|cien)|100 ?(%|por ?(ciento|cien)))`

export const spanishWords: KeepingWords = {
  keepsNothingOfYou:
    /\b(ningun[ao]?|no hay) (lista|nota|notas|nombre|nombres|asistencia)\b|\bno (\w+ )?(\w+ )?(listas?|notas?|nombres?|asistencia)\b|\bnada (sobre|de|acerca de) (ti|ustedes|usted|nadie|vos|las personas)\b|\b(listas?|notas?) (sobre|de) nadie\b/,
  keepsMore:
    /\b(guard(o|a|amos|an)|anot(o|a|amos|an)|almacen(o|a|amos|an)) (todo|toda|una lista|tu|tus|sus|quien(es)?)\b|\btodo (lo que|se)\b.*\b(guarda|almacena|anota)/,
  keepsOfPeople:
    /\b(guard(o|a|an|amos|ar)|almacen\w*|escrib\w*|anot\w*|apunt\w*|registr\w*|recopil\w*|tom(o|a|an|amos|ar)|llev(o|a|an|amos|ar)|hac(emos|en)|hago)\b/,
  ofPeople:
    /\b(listas? de (quien|nombres|personas|participantes|asistentes)|asistencia|notas (de|sobre) (ti|lo que|cada|las personas|la gente|ustedes|el grupo)|quien(es)? (viene|vienen|vino|vinieron|asiste)|lo que (dices|digas|dicen|digan|se dice|dijiste)|(tus?|sus) (palabras?|mensajes?|nombres?|historias?))\b/,
  saysNo: /\b(no|ni|nada|nadie|nunca|jamas|ningun[ao]?|sin|tampoco)\b/,
  recordsNothing: /\b(no|nunca|jamas|nada|nadie|ningun[ao]?)\b[^.]*\bgrab|\bgrab\w*\b[^.]*\b(nada|nunca)\b/,
  recordsOthers:
    /\bimporta\b|\bsi (tu|alguien|ustedes)\b|\b(compart|mostr|muestr|public|vend)\w*\b[^.]*\bgrab/,
  recordsSo:
    /\b(grabamos|grabo|filmamos|filmaremos|grabaremos|grabare|transcribimos)\b|\bse (graba|grabara|filma|transcribe)n?\b|\best(a|amos|oy|an) (grabando|filmando)\b|\b(sera|es|seran|son|queda|quedara) (grabad|filmad|transcrit)[ao]s?\b|\b(puedes?|pueden|podemos|podran|podras) (tambien )?(grabar|filmar)\b|\b(guardamos|guardo|conservamos) (el|los|un|las|la|todos los|todas las) (chats?|grabacion(es)?|transcripcion(es)?)\b/,
  sweeping: [
    new RegExp(
      String.raw`(${whole}) ?(de )?(anonim[oa]s?|anonimato|segur[oa]s?|seguridad|secret[oa]s?|privad[oa]s?|confidencial(es)?|a salvo)\b`,
    ),
    /\b(secreto|anonimato|seguridad) (absolut[oa]|total|complet[oa]|plen[oa]|perfect[oa])\b/,
    /\b(confidencialidad|privacidad)\b( \w+)? (es|esta) (siempre )?(absolut|total|complet|garantizad|plen|perfect)/,
    /\bno hay (forma|manera|modo) de (que )?.*\b(grab|escuch|oig|oir|rastre|averig|copi|identific|sep|saber)/,
    /\b(no|nunca|jamas)\b[^.;]*\btraicion|^jamas traicion/,
    /\bgarantiz\w*\b.*\b(privacidad|confidencial|secreto|anonim|segur)/,
    /\bpromet\w*\b.*\b(secreto|total|complet|absolut)/,
    /\b(sin (ninguna )?excepcion(es)?|no hay excepciones|pase lo que pase|bajo ningun(a)? (circunstancia|concepto|motivo))\b.*\b(queda|se queda|secreto|guard|cont|dec|compart|confidencial|aqui)/,
    /\b(queda|se queda|secretos?|guard\w*|cont\w*|dec\w*|compart\w*|confidencial\w*)\b.*\b(sin (ninguna )?excepcion(es)?|pase lo que pase|bajo ningun(a)? (circunstancia|concepto|motivo))\b/,
    /\b(proteg|protej|guard)\w*\b[^.;]*\bsecretos?\b|\bsellad[oa]s? para siempre\b/,
    /\b(silencio|secreto) (esta )?(garantizado|total|absoluto)\b/,
    /\b(nadie|ninguna persona) (es|seria|sera) capaz de (grabar|oir|escuchar|rastrear|saber)/,
    /\bno se (puede|puede jamas|podra) (\w+ )?(descubrir|rastrear|identificar|averiguar|grabar)/,
    /\b(ningun[ao]?|nada de) (informacion|datos?)\b[^.;]*\b(terceros|nadie|afuera)\b/,
    /\bnada se (filtra|filtrara|sabra)\b/,
    /\ba la tumba\b|\b(soy|somos) (como )?una(s)? tumbas?\b|\blabios sellados\b/,
    /\bsecretos? (esta|estan|queda|quedan|estara|estaran) (siempre )?(a salvo|segur)|\b(guard(o|amos|are|aremos)) (todos )?(tus?|sus) secretos?\b/,
    /\bnadie (mas |aqui |de (afuera|fuera) )?(puede|podra|podria) (jamas |nunca )?(grabar|filmar|oir|escuchar|rastrear|averiguar|copiar|identificar|espiar|tomar|sacar|capturar)/,
    /\b(imposible)\b.*\b(grab|escuch|oig|oir|rastre|averig|copi|identific|sep|saber)/,
    /\b(no deja|sin dejar|no queda)\b[^.]*\brastros?\b/,
    /\b(se borra|se borran|borrado|borrada|eliminado|eliminada|se elimina|se destruye|desaparece)n?\b[^.]*\b(para siempre|por completo|permanente|permanentemente|en todos|definitivamente)\b/,
    /\b(servidor|plataforma|zoom|jitsi|empresa|proveedor)\b (no puede|no|nunca|jamas|tampoco) (\w+ )?(oir\w*|ver\w*|escuch\w*|guard\w*|grab\w*|almacen\w*|sab\w*|le\w*)/,
  ],
  silent: [
    new RegExp(String.raw`${not}[^.;]*${telling}${near}${told}`),
    /\b(nunca|jamas|no)\b[^.;]*\b(dec|cont|dir|di|report|cuent)\w*\b[^.;]*\ba nadie\b(?! (que|como|cuando) \w)/,
    /\b(no|nunca|jamas) l[oae]s? (dire|diremos|contare|contaremos|repetire|repetiremos)\b/,
    /\b(guard(o|amos|are|aremos)) (en secreto|todo en secreto)\b/,
    /\b(nunca|jamas) (llam\w*|avis\w*|contact\w*) a (nadie|la policia|tu|una ambulancia)/,
    /\bni una (sola )?persona\b[^.;]*\b(entera|enterara|sabra|oira)\b/,
    /\b(privad[oa]s?|confidencial(es)?)\b[^.;]*\bsiempre (lo )?(sera|seran|seguira|seguiran)\b/,
    /\bentre tu y yo\b/,
    /\bni siquiera\b[^.;]*\b(se entera|sabe|oye|se enterara|sabra)\b/,
    /\bnadie\b( \w+){0,3} (oir|oye|escucha|escuchara|sabra|sabe|se entera|se enterara|se va a enterar|va a saber|oira|repite|repetira|cuenta|contara|dice|dira)\b(?! (que|como) hacer)/,
    new RegExp(
      String.raw`\b(nada|ni una palabra|ninguna palabra)\b[^.;]*\b(sale|salga|saldra|salen|va|pasa)\b[^.;]*\b(${group}|afuera|fuera|de aqui|mas alla)`,
    ),
    /\b(de aqui|de esta sala|de este grupo) no (sale|saldra|salen) (nada|ni)/,
    /\b(nunca|jamas) (sale|saldra|salen) de\b/,
    /\b(estrictamente|siempre|rigurosamente) (confidencial|privad)|\bconfidencial\b.*\b(siempre|para siempre)\b/,
    /\b(queda|se queda|quedara|se quedara)\b.*\bentre nosotr[oa]s\b.*\b(siempre)\b/,
  ],
  staying: [
    /\b(todo( lo que)?|cualquier cosa|cada palabra)\b[^.;]*\b(queda|se queda|quedara|es|sera)\b[^.;]*\b(secreto|entre nosotr[oa]s|aqui|en est[ae] (sala|grupo)|confidencial|privad[oa])\b/,
    /\b(es|queda en) secreto\b/,
  ],
  limit:
    /\b((salvo|excepto)(?! (nosotr|los que estamos|quienes estamos|el grupo))|a menos que|a no ser que|menos cuando)\b|(?<!\bno )\b(hay|con|tiene) (un |unos |algunos )?limites?\b|\bsolo (si|cuando)\b|\bsi (una?|la|alguien|algun[ao]?|tu|hay|corre)[^.;]*\b(peligro|riesgo|dano|ley|salvo)\b|\bla ley (puede |lo |la |me |nos )*(pid|exij|exig|oblig|mand)\w*|\b(tenga|tengo|tener|tenemos|puede) que (report|pasar|decir|avis|actuar)|\bpid(o|e|amos) ayuda\b/,
  disclaims:
    /\b(no|nadie|nunca) (\w+ )?(puedo|podemos|puede|pueden|podria) (\w+ )?(prometer|callar|guardar|garantizar|asegurar|impedir|saber si|evitar)|\b(no|nunca) (prometo|prometemos|garantizo|garantizamos)\b|\bno (es|esta|sera|son) (del todo|completamente|totalmente|100|absolutamente)\b|\bpor favor\b|\b(pedimos|pido)\b[^.;]*\bque\b|^(no|nunca) (le |les )?(cuentes?|cuenten|digas?|digan|repitas?|repitan|compartas?|compartan|graben|grabes)\b|\basegurate\b|\basegurense\b|\bhasta donde\b|\bdonde nadie\b/,
}
