/** @file Chooses a place by its name: places with resources first, then every country, then anywhere else. */
import { NativeSelect } from '@mantine/core'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { Region } from '../../../../contract/conduct'
import { placeName } from '../../words/place-name'
import { placesFor } from './places'
import '../words'

/** What is asked, and the answer. */
export interface PlaceSelectProps {
  label: string
  description?: string | undefined
  /** Null: nothing is chosen here, which `emptyLabel` says in words. */
  value: Region | null
  emptyLabel: string
  /** Regions with resources. */
  known: readonly Region[]
  error?: string | undefined
  onChange: (value: Region | null) => void
}

/** The select. */
export const PlaceSelect = ({ known, value, emptyLabel, onChange, ...shown }: PlaceSelectProps) => {
  const { t, i18n } = useTranslation('conduct')
  const language = i18n.language
  const { near, all } = useMemo(() => placesFor(known, language), [known, language])
  const option = ({ code, name }: { code: Region; name: string }) => ({ value: code, label: name })
  const others = all.filter(({ code }) => !near.some((place) => place.code === code))
  const isListed =
    value === null || value === 'WORLD' || [...near, ...others].some(({ code }) => code === value)
  return (
    <NativeSelect
      {...shown}
      value={value ?? ''}
      onChange={(event) => onChange(event.currentTarget.value === '' ? null : event.currentTarget.value)}
      data={[
        { value: '', label: emptyLabel },
        ...(isListed ? [] : [{ value, label: placeName(value, language) }]),
        { group: t('place.near'), items: near.map(option) },
        { group: t('place.others'), items: others.map(option) },
        { value: 'WORLD', label: placeName('WORLD', language) },
      ]}
    />
  )
}
