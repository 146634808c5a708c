/** @file The app: providers, and which of connection, first start, lock screen and console is shown. */
import { MantineProvider } from '@mantine/core'
import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { lazy, Suspense, useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { useConnection } from '../client'
import { forgetRoomNames, leaveEnteredSession } from '../meeting'
import { cssVariables, theme } from '../ui/theme'
import { UndoProvider } from '../ui/undo'
import { FirstStart, UnlockScreen } from '../vault'
import { ConnectionScreen } from './ConnectionScreen'
import { useVaultStatus } from './use-vault-status'
import { Waiting } from './Waiting'

// Not part of the first paint: what most people see first is the lock screen.
const CrisisNumbers = lazy(async () => ({ default: (await import('./CrisisNumbers')).CrisisNumbers }))
const Frame = lazy(async () => ({ default: (await import('./Frame')).Frame }))

const queryClient = new QueryClient({
  defaultOptions: {
    queries: { retry: false, refetchOnWindowFocus: true, staleTime: 2_000, networkMode: 'always' },
    mutations: { networkMode: 'always' },
  },
})

/** The nonce of this response, for Mantine's own style element (stack.md 5). */
const styleNonce = () => document.querySelector('meta[name="csp-nonce"]')?.getAttribute('content') ?? ''

/** The whole console. */
export const App = () => {
  const { t } = useTranslation('app')
  return (
    <MantineProvider
      theme={theme}
      cssVariablesResolver={cssVariables}
      defaultColorScheme="auto"
      getStyleNonce={styleNonce}
    >
      <QueryClientProvider client={queryClient}>
        <UndoProvider undoLabel={t('undo')}>
          <Gate />
        </UndoProvider>
      </QueryClientProvider>
    </MantineProvider>
  )
}

/** Shows the console only behind an unlocked vault. */
const Gate = () => {
  const connection = useConnection()
  const { status, isFirstStart, finishFirstStart } = useVaultStatus()
  const isUnlocked = status?.state === 'unlocked'

  // Locking forgets what only this page's memory held (promise 1), and every cached answer.
  useEffect(() => {
    if (isUnlocked || status === null) return
    forgetRoomNames()
    leaveEnteredSession()
    queryClient.clear()
  }, [isUnlocked, status])

  if (connection === 'refused' || connection === 'unsupported') return <ConnectionScreen state={connection} />
  if (!status) return connection === 'lost' ? <ConnectionScreen state="lost" /> : <Waiting />
  const lostBar = connection === 'connected' ? null : <ConnectionScreen state="lost" isBar />
  if (isFirstStart) {
    return (
      <>
        {lostBar}
        <FirstStart onDone={finishFirstStart} />
      </>
    )
  }
  if (status.state !== 'unlocked') {
    return (
      <>
        {lostBar}
        <UnlockScreen
          status={status}
          crisis={
            <Suspense fallback={<Waiting />}>
              <CrisisNumbers />
            </Suspense>
          }
        />
      </>
    )
  }
  return (
    <>
      {lostBar}
      <Suspense fallback={<Waiting />}>
        <Frame />
      </Suspense>
    </>
  )
}
