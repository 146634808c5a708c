/** @file The app: providers, and which of connection, first start, lock screen and console is shown. */
import { DirectionProvider, MantineProvider, useDirection } from '@mantine/core'
import { QueryClient, QueryClientProvider, useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { directionOf } from '../../../contract/reader-locale'
import { Announcer } from '../announcer'
import { useConnection } from '../client'
import { loadHoldsRoomName } from '../debrief'
import { changedKeys, useKeyBindings } from '../key-bindings'
import { forgetLeftRoom, LockedRoom, useEnteredSession } from '../meeting'
import { wipePageStores } from '../page-store'
import { queries } from '../queries'
import { provideRoomNameCheck } from '../room-name-check'
import { HomePage } from '../sessions'
import { useKeptFocus } from '../ui/kept-focus'
import { ChangedKeys, useKeyboardScript } from '../ui/keys'
import { loaded } from '../ui/loaded'
import { useOnePress } from '../ui/one-press'
import { useNoPageSave } from '../ui/save-keys'
import { cssVariables, theme } from '../ui/theme'
import { UndoProvider } from '../ui/undo'
import { AfterUnlock, UnlockScreen } from '../vault'
import { ConnectionScreen } from './ConnectionScreen'
import { createColorSchemeManager } from './color-scheme'
import { LeaveQuestion } from './leaving/LeaveQuestion'
import { LockedForIdle } from './leaving/LockedForIdle'
import { LostAtLock } from './leaving/LostAtLock'
import { useVaultStatus } from './use-vault-status'
import { Waiting } from './Waiting'

// Not part of the first paint: what most people see first is the lock screen.
const FirstStart = loaded(async () => (await import('./first-start/FirstStart')).FirstStart)
const CrisisNumbers = loaded(async () => (await import('./CrisisNumbers')).CrisisNumbers)
const Frame = loaded(async () => (await import('./Frame')).Frame)
const RoomHost = loaded(async () => (await import('./RoomHost')).RoomHost)

/** What comes behind the lock screen is fetched while the passphrase is typed. */
const preloadInside = () => {
  void Frame.preload()
  void AfterUnlock.preload()
  void HomePage.preload()
}

const createQueryClient = () =>
  new QueryClient({
    defaultOptions: {
      queries: { retry: false, refetchOnWindowFocus: true, staleTime: 2_000, networkMode: 'always' },
      mutations: { networkMode: 'always' },
    },
  })

/** The nonce of this response, for Mantine's own style element. */
const styleNonce = () => document.querySelector('meta[name="csp-nonce"]')?.getAttribute('content') ?? ''

/** The whole console. */
export const App = () => {
  const { t, i18n } = useTranslation('app')
  const bindings = useKeyBindings()
  const [queryClient] = useState(createQueryClient)
  const [colorSchemeManager] = useState(createColorSchemeManager)
  useEffect(() => provideRoomNameCheck(loadHoldsRoomName), [])
  return (
    <DirectionProvider detectDirection={false} initialDirection={directionOf(i18n.language)}>
      <MantineProvider
        theme={theme}
        cssVariablesResolver={cssVariables}
        defaultColorScheme="auto"
        colorSchemeManager={colorSchemeManager}
        getStyleNonce={styleNonce}
      >
        <FollowDirection />
        <QueryClientProvider client={queryClient}>
          <UndoProvider undoLabel={t('undo')}>
            <ChangedKeys value={changedKeys(bindings)}>
              <LeaveQuestion>
                <Gate />
              </LeaveQuestion>
            </ChangedKeys>
          </UndoProvider>
        </QueryClientProvider>
      </MantineProvider>
    </DirectionProvider>
  )
}

/** Tells the parts of the library that open beside something which way the language runs. */
const FollowDirection = () => {
  const { i18n } = useTranslation()
  const { setDirection } = useDirection()
  const direction = directionOf(i18n.language)
  useEffect(() => setDirection(direction), [direction, setDirection])
  return null
}

/** Shows the console only behind an unlocked vault. */
const Gate = () => {
  const queryClient = useQueryClient()
  const connection = useConnection()
  const { status, isFirstStart, finishFirstStart } = useVaultStatus()
  const isUnlocked = status?.state === 'unlocked'

  const isLocked = status?.state === 'locked'
  useEffect(() => {
    if (isUnlocked) preloadInside()
    if (!isLocked) return
    addEventListener('input', preloadInside, { once: true })
    return () => removeEventListener('input', preloadInside)
  }, [isLocked, isUnlocked])
  useKeptFocus()
  useOnePress()
  useNoPageSave()
  useKeyboardScript()
  // First start was left before its end, and goes on there.
  const isAsked = { enabled: isUnlocked && !isFirstStart }
  const chosen = useQuery({ ...queries.charters.chosen.queryOptions(), ...isAsked })
  const profile = useQuery({ ...queries.vault.profile.queryOptions(), ...isAsked })
  const [isLater, setIsLater] = useState(false)
  const isUnfinished =
    isUnlocked && !isFirstStart && (chosen.data === null || profile.data?.firstStartDoneAt === null)
  const [hasResumed, setHasResumed] = useState(false)
  // Choosing the charter is not its end: the contacts follow.
  const isResuming = isUnlocked && !isLater && (isUnfinished || hasResumed)
  useEffect(() => {
    if (isUnfinished) setHasResumed(true)
    if (!isUnlocked) {
      setHasResumed(false)
      setIsLater(false)
    }
  }, [isUnfinished, isUnlocked])
  const isKnown = status !== null

  // Locking forgets what only this page's memory held (promise 1), and every cached answer. A room that is open
  // stays open, with who is in it; what it had read of the vault is read again once the vault is open.
  useEffect(() => {
    if (isUnlocked || !isKnown) return
    wipePageStores()
    forgetLeftRoom()
    queryClient.clear()
  }, [isUnlocked, isKnown, queryClient])
  const entered = useEnteredSession()
  const hasRoom = entered !== null
  useEffect(() => {
    if (isUnlocked && hasRoom) void queryClient.invalidateQueries()
  }, [isUnlocked, hasRoom, queryClient])

  if (!hasRoom && (connection === 'refused' || connection === 'unsupported')) {
    return <ConnectionScreen state={connection} />
  }
  if (!status) return connection === 'lost' ? <ConnectionScreen state="lost" /> : <Waiting />
  const isConnected = connection === 'connected'
  return (
    <>
      {isConnected ? null : (
        <ConnectionScreen state={connection === 'connecting' ? 'lost' : connection} isBar />
      )}
      {/* Always in this place: moving it would take the meeting's frame out of the document. */}
      {entered ? <RoomHost entered={entered} isUnlocked={isUnlocked} /> : null}
      {isFirstStart || (isResuming && !hasRoom) ? (
        <FirstStart
          isResumed={isResuming}
          onDone={() => {
            finishFirstStart()
            setIsLater(true)
          }}
        />
      ) : status.state === 'unlocked' ? (
        <AfterUnlock status={status} crisis={<CrisisNumbers />}>
          <Frame />
        </AfterUnlock>
      ) : (
        <>
          {hasRoom ? <LockedRoom /> : null}
          <LostAtLock />
          <LockedForIdle />
          <UnlockScreen status={status} crisis={<CrisisNumbers />} />
        </>
      )}
      <Announcer />
    </>
  )
}
