import { describe, expect, it } from 'vitest'
import { isPostAddress, isProceedingsAddress } from './address-kind.ts'

describe('kinds of addresses', () => {
  it.each([
    ['https://arxiv.org/abs/2301.12149', true],
    ['https://link.springer.com/chapter/10.1007/978-3-319-66179-7_47', true],
    ['https://research.google/pubs/pub46178/', true],
    ['https://journals.elsevier.com/medical-image-analysis/', false],
    ['https://nips.cc/virtual/2022/tutorial/55796', false],
    ['https://example.org/notes.pdf', false],
    ['https://github.com/owner/name', false],
  ])('%s lies where papers are published: %s', (url, published) => {
    expect(isProceedingsAddress(url)).toBe(published)
  })

  it.each([
    ['https://medium.com/acme/how-we-rebuilt', true],
    ['https://eng.example.com/forecast/', true],
    ['https://example.com/blog/forecast', true],
    ['https://example.com/2020/11/19/a-store/', true],
    ['https://www.youtube.com/watch?v=x', true],
    ['https://arxiv.org/abs/2301.12149', false],
    ['https://example.com/papers/forecast.pdf', false],
    ['https://nerf.example.com/', false],
  ])('%s is a post: %s', (url, post) => {
    expect(isPostAddress(url)).toBe(post)
  })
})
