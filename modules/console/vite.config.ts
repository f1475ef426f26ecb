import react from '@vitejs/plugin-react';
import { defineConfig } from 'vitest/config';
import { flags } from './src/build/flags.mjs';

const server = process.env.RAPPORT_SERVER ?? 'http://localhost:8080';

export default defineConfig({
  root: 'src/main/web',
  base: '/console/',
  plugins: [react(), flags()],
  build: {
    outDir: '../../../target/classes/META-INF/resources/console',
    emptyOutDir: true,
    // Relative colours and nesting stay as written: every browser that we support has them.
    target: 'es2023',
    cssTarget: ['chrome125', 'firefox128', 'safari18'],
    modulePreload: { polyfill: false },
    manifest: 'manifest.json',
    // The first load has its own, stricter limit: src/build/first-load.mjs.
    chunkSizeWarningLimit: 1000,
  },
  server: { proxy: { '/api': { target: server, ws: true } } },
  test: {
    environment: 'jsdom',
    setupFiles: ['../../test/setup.ts'],
    restoreMocks: true,
    css: false,
  },
});
