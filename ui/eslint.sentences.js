// The page's sentences are in the message files: a component contains no text of its own that a person reads or hears.

/** Attributes whose value a person reads or hears, including those of the page's own components. */
const READ = new Set([
  'alt',
  'aria-description',
  'aria-label',
  'aria-placeholder',
  'aria-roledescription',
  'aria-valuetext',
  'heading',
  'label',
  'placeholder',
  'title',
]);

/** Names of characters, such as `&nbsp;`, and of keys that have the same name in every language, such as F1. */
const NO_WORDS = /^F\d+$|&[#\w]*;?/g;

/** @param {string} text */
const hasWords = (text) => /\p{Alphabetic}/u.test(text.trim().replace(NO_WORDS, ''));

/** @type {import('eslint').Rule.RuleModule} */
const rule = {
  meta: {
    type: 'problem',
    schema: [],
    messages: {
      text: '`{{text}}` belongs in a message file.',
      attribute: '{{name}}="{{text}}" belongs in a message file.',
      style: 'A style belongs in <style>: the content security policy of the window refuses style attributes.',
    },
  },
  create: ({ report, sourceCode }) => ({
    SvelteText(node) {
      const text = sourceCode.getText(node);
      if (node.parent.type !== 'SvelteStyleElement' && hasWords(text)) {
        report({ node, messageId: 'text', data: { text: text.trim() } });
      }
    },
    SvelteAttribute(node) {
      const name = node.key.name;
      const text = node.value
        .flatMap((part) => (part.type === 'SvelteLiteral' ? sourceCode.getText(part) : []))
        .join('');
      if (READ.has(name) && hasWords(text)) {
        report({ node, messageId: 'attribute', data: { name, text } });
      }
      if (name === 'style') {
        report({ node, messageId: 'style' });
      }
    },
  }),
};

export default rule;
