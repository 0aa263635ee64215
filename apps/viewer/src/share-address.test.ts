import { readHash } from '@fieldmap/view'
import { describe, expect, it } from 'vitest'
import { embedCode, isPublicHost, shareAddress } from './share-address.ts'

const LOCAL = 'http://127.0.0.1:8137/'

describe('shareAddress', () => {
  it('prefers the published map to the open page', () => {
    const site = 'https://example.org/fer/'
    expect(shareAddress({ site, page: LOCAL, hash: 's=paper:a' })).toBe('https://example.org/fer/#s=paper:a')
    expect(shareAddress({ site, page: 'https://other.org/', hash: '' })).toBe(site)
    expect(shareAddress({ site: `${site}#old`, page: LOCAL, hash: 'd=2' })).toBe(`${site}#d=2`)
  })

  it('takes the open page where others reach it, without its hash', () => {
    const page = 'https://ada.github.io/map/index.html?x=1#g=venue'
    expect(shareAddress({ page, hash: 'd=2' })).toBe('https://ada.github.io/map/index.html?x=1#d=2')
  })

  it.each([
    LOCAL,
    'http://localhost:8137/',
    'http://LOCALHOST./',
    'http://[::1]:8137/',
    'http://[::ffff:127.0.0.1]/',
    'http://[fd00::1]/',
    'http://127.1/',
    'http://0x7f000001/',
    'http://0.0.0.0:80/',
    'http://192.168.1.7/',
    'http://10.0.0.2/',
    'http://172.20.0.2/',
    'http://printer.local/',
    'http://printer.local./map',
    'http://wiki/',
    'http://map.localhost/',
    'file:///home/ada/map/index.html',
    'data:text/html,x',
    'about:srcdoc',
    'no address',
  ])('never offers %s', (page) => {
    expect(shareAddress({ page, hash: '' })).toBeUndefined()
    expect(shareAddress({ site: page, page, hash: '' })).toBeUndefined()
    expect(embedCode({ page, hash: '' }, 'Map')).toBeUndefined()
  })

  it('takes no other protocol than http(s) from a graph', () => {
    expect(shareAddress({ site: 'javascript:alert(1)//example.org', page: LOCAL, hash: '' })).toBeUndefined()
  })

  it.each(['172.15.0.1', '172.32.0.1', '11.0.0.1', 'example.org', 'local.example.org', '[2001:db8::1]'])(
    'knows that %s is a public host',
    (host) => expect(isPublicHost(host)).toBe(true),
  )
})

describe('embedCode', () => {
  it('is a frame whose address says embed, with a title that stays text', () => {
    const code = embedCode({ site: 'https://example.org/', page: LOCAL, hash: 's=paper:a' }, '"><script>')
    expect(code).toBe(
      '<iframe src="https://example.org/#s=paper:a&amp;embed&amp;ui=zoom,legend" title="&quot;&gt;&lt;script&gt;" width="100%" height="560" loading="lazy" style="border: 0"></iframe>',
    )
    expect(readHash('s=paper:a&embed&ui=zoom,legend')).toMatchObject({ embed: true, problems: [] })
  })
})
