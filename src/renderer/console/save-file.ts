/** @file Gives a text to the person as a file, the same way in both shells: the shell asks where it goes. */

/** What was given: its name and its size in bytes. */
export interface SavedFile {
  fileName: string
  bytes: number
}

/**
 * Starts a download of exactly this text, in UTF-8. Nothing is put before it: the mark of a CSV file is the text’s own.
 *
 * @param mediaType - `text/csv` or `application/json`, say.
 */
export const saveAsFile = (text: string, fileName: string, mediaType: string): SavedFile => {
  const blob = new Blob([text], { type: `${mediaType};charset=utf-8` })
  const url = URL.createObjectURL(blob)
  const link = document.createElement('a')
  link.href = url
  link.download = fileName
  document.body.append(link)
  link.click()
  link.remove()
  // The browser reads the blob after this turn; a minute is ample for a few kilobytes.
  setTimeout(() => URL.revokeObjectURL(url), 60_000)
  return { fileName, bytes: blob.size }
}
