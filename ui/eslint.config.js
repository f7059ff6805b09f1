import js from '@eslint/js';
import { defineConfig } from 'eslint/config';
import svelte from 'eslint-plugin-svelte';
import globals from 'globals';
import ts from 'typescript-eslint';
import sentences from './eslint.sentences.js';
import svelteConfig from './svelte.config.js';

const onlyByBindings = {
  paths: [
    {
      name: '@tauri-apps/api/core',
      importNames: ['invoke'],
      message: 'Call a command through lib/bindings.ts, so that its name and its types come from Rust.',
    },
  ],
};

export default defineConfig(
  { ignores: ['dist/', 'dist-gallery/', 'node_modules/', 'src/lib/bindings.ts'] },
  js.configs.recommended,
  ts.configs.strictTypeChecked,
  ts.configs.stylisticTypeChecked,
  svelte.configs.recommended,
  {
    languageOptions: {
      globals: globals.browser,
      parserOptions: { projectService: { allowDefaultProject: ['*.js'] }, extraFileExtensions: ['.svelte'] },
    },
    rules: {
      'no-restricted-imports': ['error', onlyByBindings],
      'no-console': 'error',
      eqeqeq: ['error', 'always'],
      // Types use `type` throughout, as in the generated bindings.
      '@typescript-eslint/consistent-type-definitions': ['error', 'type'],
      '@typescript-eslint/explicit-module-boundary-types': 'error',
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      // A handler may be an arrow with one call, whatever that call returns.
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
    },
  },
  {
    files: ['**/*.svelte', '**/*.svelte.ts'],
    languageOptions: {
      parserOptions: { parser: ts.parser, projectService: true, extraFileExtensions: ['.svelte'], svelteConfig },
    },
    rules: {
      // The window's policy refuses style attributes.
      'svelte/no-inline-styles': ['error', { allowTransitions: true }],
      'svelte/button-has-type': 'error',
      'svelte/no-at-html-tags': 'error',
      'svelte/no-target-blank': 'error',
      'svelte/require-each-key': 'error',
      // `$props()` and bindables are reassigned by the component that gives them.
      'prefer-const': 'off',
      'svelte/prefer-const': ['error', { excludedRunes: ['$props', '$bindable'] }],
      // This parser treats other components as `any`; svelte-check knows their types and checks the same rules.
      '@typescript-eslint/no-unsafe-argument': 'off',
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-call': 'off',
      '@typescript-eslint/no-unsafe-member-access': 'off',
      '@typescript-eslint/no-unsafe-return': 'off',
      // There is no SvelteKit router: an address inside the window is a fragment.
      'svelte/no-navigation-without-resolve': 'off',
    },
  },
  {
    // The gallery shows each part with invented content, and isn't part of the product.
    files: ['src/**/*.svelte'],
    ignores: ['src/gallery/**'],
    plugins: { sourcerer: { rules: { sentences } } },
    rules: { 'sourcerer/sentences': 'error' },
  },
  { files: ['src/lib/call.ts'], rules: { 'no-restricted-imports': 'off' } },
  { files: ['*.js'], ...ts.configs.disableTypeChecked },
  // Plain JavaScript can't declare types.
  { files: ['*.js'], rules: { '@typescript-eslint/explicit-module-boundary-types': 'off' } },
);
