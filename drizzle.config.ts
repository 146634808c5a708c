/** @file drizzle-kit: one migrations folder for the tables of every domain. */
import { defineConfig } from 'drizzle-kit'

export default defineConfig({
  dialect: 'sqlite',
  schema: './src/main/*/tables.ts',
  out: './src/main/vault/migrations',
})
