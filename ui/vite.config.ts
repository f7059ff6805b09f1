import { svelte } from '@sveltejs/vite-plugin-svelte';
import { svelteTesting } from '@testing-library/svelte/vite';
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

const words = here('../src-tauri/core/locales');
const licenses = here('../packaging/licenses');

export default defineConfig(({ mode }) => ({
  plugins: [svelte(), svelteTesting()],
  // The message files belong to the core, and the page reads the same ones.
  resolve: { alias: { $words: words, $licenses: licenses } },
  server: { host: '127.0.0.1', strictPort: true, fs: { allow: [here('.'), words, licenses] } },
  build: {
    // The gallery has a folder of its own: the window embeds everything in the other one.
    outDir: mode === 'gallery' ? 'dist-gallery' : 'dist',
    // The window's policy forbids inline code and data, so everything is a separate file.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    // One file for all pages: their styles are small.
    cssCodeSplit: false,
    rolldownOptions: {
      input: here(mode === 'gallery' ? 'gallery.html' : 'index.html'),
      // Each page is a file of its own. What several pages share is loaded with the window, in one file: many small ones
      // would take longer.
      output: { codeSplitting: { groups: [{ name: 'shared', minShareCount: 2 }] } },
    },
  },
  test: {
    environment: 'jsdom',
    setupFiles: ['./vitest.setup.ts'],
    include: ['src/**/*.test.ts', '*.test.js'],
    css: false,
  },
}));
