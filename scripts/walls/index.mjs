/** @file Every wall of both shells: what takes it down, and the test that must fail then. */
import { electronWalls } from './electron.mjs'
import { loopbackWalls } from './loopback.mjs'
import { roomWalls } from './room.mjs'

/** The walls, by where they stand. */
export const wallGroups = [
  { title: 'The Electron shell', walls: electronWalls },
  { title: 'The loopback servers, the policies of both shells, the browser shell', walls: loopbackWalls },
  { title: 'Around the room page', walls: roomWalls },
]

/** All of them. */
export const walls = wallGroups.flatMap((group) => group.walls)

/** The tables of docs/walls.md, as they stand there between its two marks. */
export const wallTables = () =>
  wallGroups
    .map(({ title, walls: those }) => {
      const rows = those.map(({ name, file, testFile, test }) => {
        const by = testFile.replace(/^(tests\/boundary|src)\//, '')
        return `| ${name} | \`${file.replace(/^src\//, '')}\` | \`${by}\`: ${test} |`
      })
      return [
        `## ${title}`,
        '',
        '| wall | stands in | the test that fails without it |',
        '|---|---|---|',
        ...rows,
      ].join('\n')
    })
    .join('\n\n')
