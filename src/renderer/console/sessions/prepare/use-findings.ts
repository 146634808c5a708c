/** @file Runs the checks that items make by themselves: server, devices, vault. Nothing is captured. */
import { useQuery } from '@tanstack/react-query'
import { useEffect } from 'react'
import type { AutoCheck } from '../../../../contract/charters'
import type { Session } from '../../../../contract/sessions'
import { queries } from '../../queries'
import { type Findings, foundAmong } from './auto-results'

/** A result stays good for this long while the page is shown again, in milliseconds. */
const GOOD_FOR_MS = 60_000

/**
 * Runs the checks a charter asks for.
 *
 * @param session - whose server is asked.
 * @param checks - only these are run.
 * @returns what was found so far, and `again` to run them anew.
 */
export const useFindings = (session: Session, checks: readonly AutoCheck[]) => {
  const server = useQuery(
    queries.meeting.checkServer.queryOptions({
      input: { server: session.server },
      enabled: checks.includes('serverAnswers'),
      staleTime: GOOD_FOR_MS,
      refetchOnWindowFocus: false,
    }),
  )
  const devices = useQuery({
    // The machine's own answer, not the main process's: no key of the contract.
    queryKey: ['meeting', 'devices'],
    // Kinds only: nothing is opened, and no name of a device is read.
    queryFn: async () => {
      if (!navigator.mediaDevices) return null
      return (await navigator.mediaDevices.enumerateDevices()).map(({ kind }) => ({ kind }))
    },
    enabled: checks.includes('microphone') || checks.includes('camera'),
  })
  const vault = useQuery(
    queries.vault.health.queryOptions({
      enabled: checks.includes('vaultHealthy'),
      staleTime: GOOD_FOR_MS,
      refetchOnWindowFocus: false,
    }),
  )
  const { refetch: lookAgain } = devices
  useEffect(() => {
    const media = navigator.mediaDevices
    if (!media) return
    const look = () => void lookAgain()
    media.addEventListener('devicechange', look)
    return () => media.removeEventListener('devicechange', look)
  }, [lookAgain])

  const found = (kind: 'audioinput' | 'videoinput') =>
    devices.isPending ? 'checking' : foundAmong(devices.isError ? null : devices.data, kind)
  const findings: Findings = {
    isRehearsal: session.server.kind === 'rehearsal',
    server: server.isFetching
      ? { kind: 'checking' }
      : server.data
        ? { kind: 'answered', check: server.data }
        : { kind: 'unknown' },
    microphone: found('audioinput'),
    camera: found('videoinput'),
    vault: vault.isFetching ? 'checking' : vault.data ? (vault.data.isHealthy ? 'good' : 'bad') : 'unknown',
  }
  return {
    findings,
    again: () => {
      if (checks.includes('serverAnswers')) void server.refetch()
      if (checks.includes('vaultHealthy')) void vault.refetch()
      void devices.refetch()
    },
  }
}
