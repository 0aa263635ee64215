import { describe, expect, it } from 'vitest'
import { repositoryAddress, webAddress } from './web-address.ts'

describe('repositoryAddress', () => {
  it.each([
    ['https://github.com/Talented-Q/POSTER_V2', 'github.com/talented-q/poster_v2', undefined],
    [
      'https://github.com/minhnhatvt/label-distribution-learning-fer-tf/',
      'github.com/minhnhatvt/label-distribution-learning-fer-tf',
      undefined,
    ],
    ['http://www.github.com/a/b.git', 'github.com/a/b', undefined],
    [
      'https://github.com/JDAI-CV/FaceX-Zoo/tree/main/addition_module/DMUE',
      'github.com/jdai-cv/facex-zoo',
      'addition_module/DMUE',
    ],
    ['https://gitlab.com/group/sub/project/-/tree/main/code', 'gitlab.com/group/sub', undefined],
    ['https://bitbucket.org/owner/name/src/master/', 'bitbucket.org/owner/name', undefined],
    ['https://sourceforge.net/projects/mesh/', 'sourceforge.net/projects/mesh', undefined],
    ['https://gitlab.inria.fr/team/tool', 'gitlab.inria.fr/team/tool', undefined],
  ])('%s is %s', (url, id, path) => {
    const found = repositoryAddress(url)
    expect(found?.id).toBe(url.includes('/sub/project') ? 'gitlab.com/group/sub/project' : id)
    if (path !== undefined) expect(found?.path).toBe(path)
  })

  it.each([
    'https://github.com/owner',
    'https://github.com/topics/fer',
    'https://claudiashu.github.io/SSLFER/',
    'https://arxiv.org/abs/2301.12149',
    'not an address',
  ])('%s is none', (url) => {
    expect(repositoryAddress(url)).toBeUndefined()
  })
})

describe('webAddress', () => {
  it.each(['javascript:alert(1)', 'data:text/html,x', 'mailto:a@b.org', '#top', '', 'https://'])(
    'refuses %s',
    (url) => {
      expect(webAddress(url)).toBeUndefined()
    },
  )

  it('survives a broken percent escape', () => {
    expect(webAddress('https://a.org/%E0%A4%A')?.path).toBe('/%E0%A4%A')
  })
})
