/**
 * @file Finds what a console module remembers by itself: a lock would not wipe it. What the page remembers is a page
 * store (src/renderer/console/page-store.ts), which locking wipes.
 *
 * It sees a module's own bindings, static fields and functions called where they stand. It cannot see into a function
 * of another module that is called once and keeps something for whoever calls it.
 */
import { parseSync } from 'vite'

/** What may be remembered all the same, `path name`, and why. One that is not needed any more is a fault. */
export const allowed = {
  'page-store.ts registered': 'the list of the stores themselves',
  'ui/keys.tsx isLatin': 'whether the keyboard writes Latin letters; nothing of what is typed',
  'ui/keys.tsx inUse': 'words of the controls on screen; each goes with its control',
  'ui/keys.tsx listeners': 'functions of the components on screen; each goes with its component',
  'announcer.tsx timers': 'numbers of timers, ended by the stores that they serve',
  'meeting/room-names.ts timer': 'the number of a timer, ended by the store that it serves',
}

const MUTATORS = new Set(
  'set add delete clear push pop shift unshift splice sort reverse fill copyWithin append'.split(' '),
)
const isFunction = (node) =>
  ['FunctionDeclaration', 'FunctionExpression', 'ArrowFunctionExpression'].includes(node.type)
const isNode = (value) => typeof value === 'object' && value !== null && typeof value.type === 'string'
const bare = (node) => (node.type === 'ParenthesizedExpression' ? bare(node.expression) : node)
const childrenOf = (node) => Object.values(node).flat().filter(isNode)

const namesIn = (pattern) => {
  switch (pattern?.type) {
    case 'Identifier':
      return [pattern.name]
    case 'AssignmentPattern':
      return namesIn(pattern.left)
    case 'RestElement':
      return namesIn(pattern.argument)
    case 'ArrayPattern':
      return pattern.elements.flatMap(namesIn)
    case 'ObjectPattern':
      return pattern.properties.flatMap((each) => namesIn(each.type === 'Property' ? each.value : each))
    default:
      return []
  }
}

/** Names that a function has of its own, nested blocks included, nested functions not. */
const ownNames = (fn) => {
  const names = new Set(fn.params.flatMap(namesIn))
  const walk = (node) => {
    if (node.type === 'VariableDeclarator') for (const name of namesIn(node.id)) names.add(name)
    if (isFunction(node)) {
      if (node.type === 'FunctionDeclaration' && node.id) names.add(node.id.name)
      return
    }
    childrenOf(node).forEach(walk)
  }
  if (fn.body) walk(fn.body)
  return names
}

const mentions = (node, name) =>
  (node.type === 'Identifier' && node.name === name) || childrenOf(node).some((each) => mentions(each, name))

/** The name at the root of `a.b[c].d`; null where it is no name. */
const rootOf = (node) => {
  let at = node
  while (
    at?.type === 'MemberExpression' ||
    at?.type === 'TSNonNullExpression' ||
    at?.type === 'ChainExpression'
  )
    at = at.object ?? at.expression
  return at?.type === 'Identifier' ? at.name : null
}

/** Names that a node writes to: assigned, counted, deleted, or changed by a method that changes. */
const writtenBy = (node) => {
  const roots = (target) => {
    const root = rootOf(target)
    return root === null ? namesIn(target) : [root]
  }
  if (node.type === 'AssignmentExpression') return roots(node.left)
  if (node.type === 'UpdateExpression') return roots(node.argument)
  if (node.type === 'UnaryExpression' && node.operator === 'delete') return roots(node.argument)
  if (node.type !== 'CallExpression') return []
  const { callee } = node
  if (callee.type !== 'MemberExpression') return []
  const said = callee.property.name ?? callee.property.value
  if (['Object', 'Reflect'].includes(callee.object.name) && /^(assign|set|define)/.test(said))
    return node.arguments.slice(0, 1).flatMap(roots)
  return MUTATORS.has(said) ? roots(callee.object) : []
}

/**
 * What a module remembers, by name.
 *
 * @param {string} path - for the parser: `.tsx` may hold elements.
 * @param {string} text
 * @returns {string[]}
 * @throws Error where the text cannot be read.
 */
export const rememberedBy = (path, text) => {
  const { program, errors } = parseSync(path, text)
  if (errors.length > 0) throw new Error(`${path}: ${errors[0].message}`)
  const found = new Set()
  /** Bindings of the module; a page store, or an object of them, may be written. */
  const bindings = new Set()

  const bind = (node, isTop) => {
    if (node.type === 'VariableDeclaration' && isTop && !node.declare) {
      for (const { id, init } of node.declarations) {
        for (const name of namesIn(id)) {
          if (node.kind !== 'const') found.add(name)
          else if (!init || !mentions(init, 'createPageStore')) bindings.add(name)
        }
      }
    }
    if (node.type === 'PropertyDefinition' && node.static && node.value && !isFunction(node.value))
      found.add(node.key.name ?? 'static')
    // A function that is called where it stands runs once: what it declares is the module's.
    const called = node.type === 'CallExpression' ? bare(node.callee) : null
    for (const child of childrenOf(node).map(bare)) {
      bind(child, isTop && (!isFunction(child) || child === called))
    }
  }
  bind(program, true)

  const look = (node, hidden, isInFunction) => {
    if (isInFunction) {
      for (const name of writtenBy(node)) if (bindings.has(name) && !hidden.has(name)) found.add(name)
    }
    for (const child of childrenOf(node)) {
      if (isFunction(child)) look(child, new Set([...hidden, ...ownNames(child)]), true)
      else look(child, hidden, isInFunction)
    }
  }
  look(program, new Set(), false)
  return [...found]
}

/**
 * Faults of the console's files, and of an allowance that nothing needs.
 *
 * @param {readonly { path: string, text: string }[]} files - of src/renderer/console, by their path in it.
 * @returns {string[]} one sentence a fault.
 */
export const moduleStateFaults = (files, allowances = allowed) => {
  const found = files.flatMap(({ path, text }) => rememberedBy(path, text).map((name) => `${path} ${name}`))
  return [
    ...found
      .filter((each) => !(each in allowances))
      .map((each) => `src/renderer/console/${each}: is remembered outside a page store, so no lock wipes it`),
    ...Object.keys(allowances)
      .filter((each) => !found.includes(each))
      .map((each) => `scripts/module-state.mjs: ${each} is allowed and is not there`),
  ]
}

/** Breaches, each of which must be found, and a module that holds none. */
export const plantedState = {
  breaches: [
    'let last: string | null = null\nexport const remember = (name: string) => { last = name }',
    'const seen = new Map<string, string>()\nexport const see = (name: string) => seen.set(name, name)',
    'const names: string[] = []\nexport function add(name: string) { names.push(name) }',
    'const cell = { name: "" }\nexport const keep = (name: string) => { cell.name = name }',
    'const cells = { deep: new Set<string>() }\nexport const keep = (name: string) => cells.deep.add(name)',
    'const cell: Record<string, string> = {}\nexport const keep = (name: string) => { cell[name] = name }',
    'const cell = {}\nexport const keep = (name: string) => Object.assign(cell, { name })',
    'export const keep = (() => { let last = ""; return (name: string) => { last = name } })()',
    'export class Names { static all = new Set<string>() }',
    'export let last = ""',
  ],
  sound: [
    'const store = createPageStore({ name: "a.b", initial: 0 })\nexport const more = () => store.set(1)',
    'const known = new Set(["a"])\nexport const isKnown = (name: string) => known.has(name)',
    'const names: string[] = []\nexport const of = () => { const names: string[] = []; names.push("a"); return names }',
    'const one = { a: 1 }\nexport const shown = (one: Set<number>) => <p>{one.add(1).size}</p>',
  ],
}
