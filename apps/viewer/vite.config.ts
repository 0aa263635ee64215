import { defineConfig, type UserConfig } from 'vite'

const config: UserConfig = defineConfig({
  base: './', // the site is served from any folder of any host
  resolve: { conditions: ['source', 'module', 'browser', 'development|production'] },
  build: { target: 'es2023', assetsInlineLimit: 0, modulePreload: { polyfill: false }, sourcemap: false },
})

export default config
