/// <reference types="vitest/config" />
import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

const api = process.env.YINGPAN_API ?? 'http://localhost:5080';

export default defineConfig({
  plugins: [react()],
  resolve: { alias: { '@': fileURLToPath(new URL('./src', import.meta.url)) } },
  // changeOrigin stays off: the server compares Origin with Host.
  server: {
    proxy: Object.fromEntries(['/api', '/openapi'].map((path) => [path, { target: api, changeOrigin: false }])),
  },
  build: {
    outDir: '../src/Host/wwwroot',
    emptyOutDir: true,
    target: 'es2022',
    // Every browser we support knows modulepreload; the polyfill is dead weight.
    modulePreload: { polyfill: false },
    // An inlined data: URL would need a wider Content-Security-Policy.
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 800,
    // What every page starts with is two files, one of which an upgrade of ours leaves in the browser's cache. As fifty
    // small ones it was 7 % larger, and each lazy page listed them all once more among what it needs.
    rolldownOptions: {
      output: {
        codeSplitting: {
          groups: [
            { name: 'libraries', tags: ['$initial'], test: /node_modules/ },
            { name: 'base', tags: ['$initial'] },
          ],
        },
      },
    },
  },
  test: {
    environment: 'jsdom',
    setupFiles: ['./src/testSetup.ts'],
    include: ['src/**/*.test.{ts,tsx}'],
  },
});
