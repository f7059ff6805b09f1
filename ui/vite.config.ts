import { svelte } from '@sveltejs/vite-plugin-svelte';
import { svelteTesting } from '@testing-library/svelte/vite';
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

export default defineConfig(({ mode }) => ({
  plugins: [svelte(), svelteTesting()],
  // The message files belong to the core, and the page reads the same ones.
  resolve: { alias: { $words: here('../src-tauri/core/locales') } },
  server: { host: '127.0.0.1', strictPort: true, fs: { allow: [here('.'), here('../src-tauri/core/locales')] } },
  build: {
    // The gallery has a folder of its own: the window embeds everything in the other one.
    outDir: mode === 'gallery' ? 'dist-gallery' : 'dist',
    // The window's policy forbids inline code and data, so everything is a separate file.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    rollupOptions: { input: here(mode === 'gallery' ? 'gallery.html' : 'index.html') },
  },
  test: {
    environment: 'jsdom',
    setupFiles: ['./vitest.setup.ts'],
    include: ['src/**/*.test.ts', '*.test.js'],
    css: false,
  },
}));
