import { describe, expect, it } from 'vitest'
import { VENUES } from '../../data/venues/index.ts'
import { createVenueIndex } from '../../recognise/venue.ts'
import { isStructural, sectionKind } from './section-kinds.ts'

const venues = createVenueIndex(VENUES)

describe('isStructural', () => {
  it.each(['Oral', 'Main track', 'Papers by task and year', 'Autumn 2023', 'Wish list', '三、综述', '서베이'])(
    'says that %s only orders a list',
    (title) => {
      expect(isStructural(title, venues)).toBe(true)
    },
  )

  it.each(['Low-level vision', 'Reading comprehension', 'Oral diseases', '目标检测'])(
    'says that %s is a subject',
    (title) => {
      expect(isStructural(title, venues)).toBe(false)
    },
  )
})

describe('sectionKind', () => {
  it.each(['更新日志', '목차', 'Sommaire', 'Neuigkeiten', 'Новости'])('knows that %s holds no entries', (title) => {
    expect(sectionKind(title)).toBe('none')
  })

  it.each(['Related workshops', 'Related Conference Workshops'])('knows that %s holds meetings', (title) => {
    expect(sectionKind(title)).toBe('other')
  })
})
