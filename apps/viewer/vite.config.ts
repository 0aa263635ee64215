import { defineConfig, type Plugin, type UserConfig } from 'vite'

/** All that the page needs: its own files. No inline script or style, no eval, nothing from elsewhere. */
const POLICY =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'none'"

/** Puts the policy first into the built page, before anything that it is to guard; a published map has no headers. */
const policy: Plugin = {
  name: 'content-security-policy',
  apply: 'build', // vite's own page of development has inline styles
  transformIndexHtml: () => [
    { tag: 'meta', attrs: { 'http-equiv': 'Content-Security-Policy', content: POLICY }, injectTo: 'head-prepend' },
  ],
}

const config: UserConfig = defineConfig({
  base: './', // the site is served from any folder of any host
  plugins: [policy],
  resolve: { conditions: ['source', 'module', 'browser', 'development|production'] },
  build: { target: 'es2023', assetsInlineLimit: 0, modulePreload: { polyfill: false }, sourcemap: false },
})

export default config
