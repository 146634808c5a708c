/**
 * @file The language of a charter, where it is not the reader's: what is said or written to a group, or printed to be read to
 * one, is in the language of its charter, whatever the screen of the facilitator speaks.
 */
import type { FlatNamespace, TFunction } from 'i18next'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { createPageStore, usePageStore } from '../page-store'
import { haveWords } from './load-words'

/** The language of the group in the open room, and whether the catalogue has words in it; null where there is none. */
const groupLanguage = createPageStore<{ tag: string; hasWords: boolean } | null>({
  name: 'words.groupLanguage',
  initial: null,
  outlivesLockBecause: 'a room that stays open is still told of a pause in its own language',
})

/**
 * Says which language the group of the open room speaks, for as long as the component is there.
 *
 * @param language - BCP 47, of its charter; null while that is not known, or not any more behind the lock.
 */
export const useGroupSpeaks = (language: string | null): void => {
  useEffect(() => {
    if (language === null) return
    let isGone = false
    groupLanguage.set({ tag: language, hasWords: false })
    void haveWords(language).then((hasWords) => {
      if (!isGone) groupLanguage.set({ tag: language, hasWords })
    })
    return () => {
      isGone = true
    }
  }, [language])
  useEffect(() => groupLanguage.wipe, [])
}

/** The language of the group in the open room; the reader's own where there is no room, or where it has no words. */
export const useGroupLanguage = (): string => {
  const { i18n } = useTranslation()
  const group = usePageStore(groupLanguage)
  return group?.hasWords ? group.tag : i18n.language
}

/** For `lang` on words of the charter of the open room: its language; undefined where there is no room. */
export const useCharterTag = (): string | undefined => usePageStore(groupLanguage)?.tag

/** Words in that language. */
export const useGroupWords = <Namespace extends FlatNamespace>(
  namespace: Namespace,
): TFunction<Namespace> => {
  const { i18n } = useTranslation()
  return i18n.getFixedT<Namespace>(useGroupLanguage(), namespace)
}

/** A language to be written in, once its words are there; the reader's own until then, and where there are none. */
export const useLanguageWithWords = (language: string): string => {
  const { i18n } = useTranslation()
  const [ready, setReady] = useState<string | null>(null)
  useEffect(() => {
    let isGone = false
    void haveWords(language).then((hasThem) => {
      if (!isGone) setReady(hasThem ? language : null)
    })
    return () => {
      isGone = true
    }
  }, [language])
  return ready === language ? language : i18n.language
}
