import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

/** A suite that `npm start` runs; `npm run dev` in this folder shows changes at once before it. */
const suite = 'http://127.0.0.1:3000';

export default defineConfig({
  plugins: [react()],
  build: {
    outDir: '../../dist/apps/console',
    emptyOutDir: true,
    // The gateway's policy allows no script in place.
    modulePreload: { polyfill: false },
    assetsInlineLimit: 0,
    reportCompressedSize: false,
    chunkSizeWarningLimit: 1500,
  },
  server: { host: '127.0.0.1', proxy: { '/api': suite, '/ws': { target: suite, ws: true } } },
});
