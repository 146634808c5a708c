/**
 * @file The quiet schedule: where a person wants it so and a backup is due, one is made after unlocking, in the folder of
 * the last one. Where it cannot be made, home says so and the page Backup says why, until one is made or the vault locks.
 */
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import { client } from '../../client'
import { queries } from '../../queries'

/** By this key others see how it went. */
const byItself = queries.vault.backup.make.mutationKey()

/** Renders nothing. Not while a room is open: a copy of a large vault is work for a slow computer. */
export const QuietBackup = () => {
  const cache = useQueryClient()
  const place = useQuery(queries.vault.backup.place.queryOptions())
  const { mutate, isIdle } = useMutation({
    mutationKey: byItself,
    mutationFn: (folder: string) => client.vault.backup.make({ folder }),
    onSuccess: () => cache.invalidateQueries({ queryKey: queries.vault.backup.key() }),
  })
  const folder = place.data?.isDue === true && place.data.isByItself ? place.data.folder : null
  useEffect(() => {
    // Once for each unlocking: a stick that is not there is not tried again and again.
    if (folder !== null && isIdle) mutate(folder)
  }, [folder, isIdle, mutate])
  return null
}
