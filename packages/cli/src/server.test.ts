import { request } from 'node:http'
import { afterEach, describe, expect, it } from 'vitest'
import { type MapServer, startServer } from './server.ts'

let server: MapServer | undefined
afterEach(async () => {
  await server?.close()
  server = undefined
})

const viewer = new Map([
  ['index.html', new TextEncoder().encode('<html><head></head><field-map src="graph.json"></html>')],
  ['app.js', new TextEncoder().encode('1')],
])

async function start(): Promise<MapServer> {
  server = await startServer(viewer, 0)
  server.publish({ 'graph.json': '{}' })
  return server
}

describe('the server', () => {
  it('serves the page with its live mark, the app and the files of the build, and no more', async () => {
    const { url } = await start()
    expect(await (await fetch(url)).text()).toContain('fieldmap-live')
    expect((await fetch(`${url}app.js`)).headers.get('content-type')).toContain('javascript')
    expect(await (await fetch(`${url}graph.json?x`)).text()).toBe('{}')
    expect((await fetch(`${url}../../etc/passwd`)).status).toBe(404)
    expect((await fetch(`${url}graph.json`, { method: 'POST' })).status).toBe(405)
  })

  it('names the history in the page only while there is one', async () => {
    const { url, publish } = await start()
    expect(await (await fetch(url)).text()).not.toContain('history')
    publish({ 'graph.json': '{}', 'history.json': '{"h":1}' })
    expect(await (await fetch(url)).text()).toContain('<field-map history="history.json" ')
    expect(await (await fetch(`${url}history.json`)).text()).toBe('{"h":1}')
  })

  it('allows no inline script and no other origin', async () => {
    const policy = (await fetch((await start()).url)).headers.get('content-security-policy')
    expect(policy).toContain("default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'")
    expect(policy).not.toMatch(/unsafe|data:|blob:|https?:|\*/)
  })

  it('refuses requests in the name of another host', async () => {
    const { url } = await start()
    const status = await new Promise<number | undefined>((done) => {
      request(url, { headers: { host: 'evil.example' } }, (response) => done(response.resume().statusCode)).end()
    })
    expect(status).toBe(403)
  })

  it('tells open pages of a new build', async () => {
    const { url, publish } = await start()
    const response = await fetch(`${url}events`)
    const reader = response.body?.getReader()
    await reader?.read()
    publish({ 'graph.json': '{"new":1}' })
    expect(new TextDecoder().decode((await reader?.read())?.value)).toContain('event: change')
    await reader?.cancel()
  })

  it('says which port is taken', async () => {
    const { url } = await start()
    await expect(startServer(viewer, Number(new URL(url).port))).rejects.toThrow('taken')
  })
})
