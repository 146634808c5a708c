/** @file The vault's procedures as the contract names them. */
import { implement, ORPCError } from '@orpc/server'
import { contract } from '../../contract'
import { unlockErrors } from '../../contract/vault'
import { refusalOfBackup } from './backup/refusal'
import { answersVaultErrors, isDiskFull } from './contract-errors'
import { EntryHeldError, EntryInUseError } from './kept-kind'
import { TooSoonError, VaultExistsError, VaultUnusableError, WrongSecretError } from './problems'
import type { VaultService } from './service'

/** What a refused secret, or a vault that cannot be opened, is answered as; anything else as it was thrown. */
function refusalOfSecret(thrown: unknown): unknown {
  const { WRONG_SECRET, TOO_SOON, VAULT_UNUSABLE } = unlockErrors
  if (thrown instanceof WrongSecretError) {
    const { nextTryAt, isMistyped } = thrown
    const data = { nextTryAt: nextTryAt.toISOString(), isMistyped }
    return new ORPCError('WRONG_SECRET', { message: WRONG_SECRET.message, data })
  }
  if (thrown instanceof TooSoonError) {
    const data = { nextTryAt: thrown.nextTryAt.toISOString() }
    return new ORPCError('TOO_SOON', { message: TOO_SOON.message, data })
  }
  if (thrown instanceof VaultUnusableError) {
    const data = { problem: thrown.problem }
    return new ORPCError('VAULT_UNUSABLE', { message: VAULT_UNUSABLE.message, data })
  }
  return thrown
}

/** Work on backups, with its refusals as the contract has them. */
async function answered<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (thrown) {
    throw refusalOfBackup(refusalOfSecret(thrown))
  }
}

/** Implements `contract.vault`. */
export function createVaultRouter(vault: VaultService) {
  const os = implement(contract.vault).use(answersVaultErrors)
  return {
    status: os.status.handler(() => vault.status()),
    watch: os.watch.handler(({ signal }) => vault.watch(signal)),
    create: os.create.handler(async ({ input, errors }) => {
      try {
        return { recoveryKey: await vault.create(input) }
      } catch (thrown) {
        if (thrown instanceof VaultExistsError) throw errors.VAULT_EXISTS()
        if (isDiskFull(thrown)) throw errors.DISK_FULL()
        if (thrown instanceof VaultUnusableError) {
          throw errors.VAULT_UNUSABLE({ data: { problem: thrown.problem } })
        }
        throw thrown
      }
    }),
    unlock: os.unlock.handler(async ({ input }) => {
      try {
        await vault.unlock(input)
        return {}
      } catch (thrown) {
        throw refusalOfSecret(thrown)
      }
    }),
    lock: os.lock.handler(async () => {
      await vault.lock()
      return {}
    }),
    answerDate: os.answerDate.handler(({ input }) => {
      vault.answerDate(input.isRight)
      return {}
    }),
    acceptLoss: os.acceptLoss.handler(({ errors }) => {
      if (!vault.acceptLoss()) throw errors.NOT_POSSIBLE()
      return {}
    }),
    health: os.health.handler(() => ({ isHealthy: vault.isHealthy() })),
    profile: os.profile.handler(() => vault.profile()),
    rename: os.rename.handler(({ input }) => vault.rename(input.displayName)),
    setWork: os.setWork.handler(({ input }) => vault.setWork(input.work)),
    confirmRecoverySheet: os.confirmRecoverySheet.handler(() => vault.confirmRecoverySheet()),
    renewRecoverySheet: os.renewRecoverySheet.handler(async ({ input }) => {
      try {
        return { recoveryKey: await vault.renewRecoverySheet(input.passphrase) }
      } catch (thrown) {
        throw refusalOfSecret(thrown)
      }
    }),
    changePassphrase: os.changePassphrase.handler(async ({ input }) => {
      try {
        await vault.changePassphrase(input.passphrase, input.next)
        return {}
      } catch (thrown) {
        throw refusalOfSecret(thrown)
      }
    }),
    replaceSecrets: os.replaceSecrets.handler(async ({ input, errors }) => {
      const recoveryKey = await vault.replaceSecrets(input.next)
      if (recoveryKey === null) throw errors.NOT_RECOVERED()
      return { recoveryKey }
    }),
    keepSecrets: os.keepSecrets.handler(() => {
      vault.keepSecrets()
      return {}
    }),
    testRecoverySheet: os.testRecoverySheet.handler(async ({ input }) => ({
      answer: await vault.testRecoverySheet(input.recoveryKey),
    })),
    finishFirstStart: os.finishFirstStart.handler(() => vault.finishFirstStart()),
    keyBindings: os.keyBindings.handler(() => vault.keyBindings()),
    changeKeyBindings: os.changeKeyBindings.handler(({ input }) => vault.changeKeyBindings(input)),
    backup: {
      place: os.backup.place.handler(() => vault.backupPlace()),
      remind: os.backup.remind.handler(({ input }) => {
        vault.remindOfBackups(input.days, input.isByItself)
        return {}
      }),
      shell: os.backup.shell.handler(() => ({ canChooseFolder: vault.canChooseFolder() })),
      chooseFolder: os.backup.chooseFolder.handler(async ({ errors }) => {
        const chosen = await vault.chooseFolder()
        if (chosen === null) throw errors.NOT_POSSIBLE()
        return chosen
      }),
      make: os.backup.make.handler(({ input }) => answered(() => vault.makeBackup(input.folder))),
      makeReadable: os.backup.makeReadable.handler(async ({ input, errors }) => {
        const made = await answered(() => vault.makeReadableBackup(input.folder))
        if (made === null) throw errors.NOT_DAMAGED()
        return made
      }),
      find: os.backup.find.handler(({ input }) => answered(async () => vault.findBackups(input.folder))),
      rehearse: os.backup.rehearse.handler(({ input }) => answered(() => vault.rehearseBackup(input))),
      restore: os.backup.restore.handler(async ({ input, errors }) => {
        try {
          return await answered(() => vault.restoreBackup(input))
        } catch (thrown) {
          if (thrown instanceof VaultExistsError) throw errors.VAULT_EXISTS()
          throw thrown
        }
      }),
    },
    kept: os.kept.handler(() => vault.kept()),
    keptPage: os.keptPage.handler(({ input }) => vault.keptPage(input.kind, input.cursor)),
    leftOut: os.leftOut.handler(({ input }) => vault.leftOut(input.of)),
    forget: os.forget.handler(async ({ input, errors }) => {
      try {
        const receipt = await vault.forgetInSteps(input.kind, input.id)
        if (receipt === null) throw errors.NOT_FOUND()
        return receipt
      } catch (thrown) {
        if (thrown instanceof EntryInUseError) throw errors.IN_USE_NOW()
        if (thrown instanceof EntryHeldError) throw errors.HELD()
        throw thrown
      }
    }),
    keepLonger: os.keepLonger.handler(({ input, errors }) => {
      if (!vault.keepLonger(input.kind, input.id)) throw errors.NOT_FOUND()
      return {}
    }),
  }
}
