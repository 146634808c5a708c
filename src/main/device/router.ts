/** @file The contract's device, answered by the service. */
import { implement } from '@orpc/server'
import { contract } from '../../contract'
import { answersRefusals } from '../answers-refusals'
import type { DeviceService } from './service'

/** Procedures of `contract.device`. */
export const deviceRouter = (device: DeviceService) => {
  const os = implement(contract.device).use(answersRefusals)
  return os.router({
    state: os.state.handler(() => device.state()),
    change: os.change.handler(({ input }) => device.change(input)),
    reset: os.reset.handler(() => device.reset()),
    about: os.about.handler(() => device.about()),
    globalMute: os.globalMute.handler(() => device.globalMute()),
    askMove: os.askMove.handler(({ input }) => device.askMove(input.folder)),
    takeMoveBack: os.takeMoveBack.handler(() => device.takeMoveBack()),
    openDataDir: os.openDataDir.handler(async () => {
      await device.openDataDir()
      return {}
    }),
  })
}
