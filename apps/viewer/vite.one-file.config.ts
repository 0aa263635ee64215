import { fileURLToPath } from 'node:url'
import { defineConfig, type UserConfig } from 'vite'

/** The viewer as one classic script: module scripts and fetch do not work from `file://`. The page brings the fonts. */
const config: UserConfig = defineConfig({
  resolve: {
    conditions: ['source', 'module', 'browser', 'development|production'],
    alias: [{ find: /^\.\/fonts\.ts$/, replacement: fileURLToPath(new URL('src/page-fonts.ts', import.meta.url)) }],
  },
  build: {
    target: 'es2023',
    outDir: 'dist-one-file',
    modulePreload: { polyfill: false },
    lib: { entry: 'src/one-file.ts', name: 'fieldmap', formats: ['iife'], fileName: () => 'field.js' },
  },
})

export default config
