import { RuleTester } from 'eslint';
import svelte from 'eslint-plugin-svelte';
import { describe, it } from 'vitest';
import sentences from './eslint.sentences.js';

RuleTester.describe = describe;
RuleTester.it = it;

const { languageOptions } = svelte.configs.base.find((part) => part.languageOptions);
const tester = new RuleTester({ files: ['**/*.svelte'], languageOptions });
const component = (code) => ({ filename: 'A.svelte', code });
const wrong = (code, ...messageIds) => ({ ...component(code), errors: messageIds.map((messageId) => ({ messageId })) });

tester.run('sentences', sentences, {
  valid: [
    // Symbols and computed values.
    `<p class="row" data-tone="ok">{t('save')} · 1/7 &nbsp;→ &#8230;</p>`,
    `<kbd>F1</kbd>`,
    `<input aria-label={t('x')} name="address" autocomplete="off" title="{t('y')}" />`,
    `{#if a < b}<p>{t('x')}</p>{/if}`,
    "<p class=\"a {b ? 'c>' : `d${`}`}`}\" {...rest} {id} title={say('Hi')}>{x}, {y}</p>",
    `{@render row({ a: { b: '\\'}' } })}`,
    // Scripts, styles and comments.
    `<script lang="ts">const a = '<p>x</p>';</script><style>p { color: red }</style><!-- z -->`,
    `<p style:width={width} class="style"></p>`,
  ].map(component),
  invalid: [
    wrong('<p>Save the job.</p>', 'text'),
    wrong('a <b>c</b> d', 'text', 'text', 'text'),
    wrong('<button aria-label="Close">×</button>', 'attribute'),
    wrong(`<Field label="Address of {host}" placeholder='x' />`, 'attribute', 'attribute'),
    wrong(`<img alt=Logo>`, 'attribute'),
    wrong(`{#if done}Done{:else}{t('todo')}{/if}`, 'text'),
    wrong(`{/* it's */ a}z`, 'text'),
    wrong('<kbd>Ctrl</kbd>', 'text'),
    wrong('<p>&nbsp;Tom &amp; Ada</p>', 'text'),
    wrong('<p style="color: red"></p>', 'style'),
    wrong('<p style={css}></p>', 'style'),
    wrong('<Field style={css} />', 'style'),
  ],
});
