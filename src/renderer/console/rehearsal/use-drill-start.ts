/** @file Begins a drill by a press, and goes where it leads. */
import { useMutation } from '@tanstack/react-query'
import { useLocation } from 'wouter'
import type { PackId } from '../../../contract/primitives'
import { useDrillLanguage } from './drill-language'
import { startDrill } from './start-drill'

/** The press: its `data` is `sessionOpen` where the page has to say so. */
export const useDrillStart = () => {
  const [, navigate] = useLocation()
  const language = useDrillLanguage()
  return useMutation({
    mutationFn: (drillId: PackId) => startDrill(drillId, language),
    onSuccess: (begun) => {
      if (begun === 'began') navigate('/room')
      if (begun === 'noCharter') navigate('/charter')
    },
  })
}
