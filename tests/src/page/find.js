// Finds the elements that a person can reach, by role and accessible name as axe-core computes them. The arguments are
// a role and a name (null: any). Returns the elements that were found, and the names of all elements of that role for
// the error message.
if (typeof window.axe !== 'object') return 'no axe-core';
const [role, name] = arguments;
const plain = (text) => (text ?? '').replace(/\s+/g, ' ').trim();

// A password input has no role of its own; for a person it is a text field like any other. A summary element has no
// role either, and is pressed like a button.
const roleOf = (element) => {
  if (element instanceof HTMLInputElement && element.type === 'password') return 'textbox';
  return element.localName === 'summary' ? 'button' : axe.commons.aria.getRole(element);
};

// Nothing behind a modal dialog can be reached.
const modal = [...document.querySelectorAll('dialog')].filter((dialog) => dialog.matches(':modal')).at(-1);
const within = modal ?? document.documentElement;

axe.setup(document.documentElement);
try {
  const found = [within, ...within.querySelectorAll('*')].filter(
    (element) => roleOf(element) === role && element.closest('[inert]') === null && element.checkVisibility({ visibilityProperty: true }),
  );
  const named = found.map((element) => ({ element, name: plain(axe.commons.text.accessibleText(element)) }));
  return {
    elements: named.filter((one) => name === null || one.name === name).map(({ element, name }) => ({
      element,
      name,
      disabled: element.matches(':disabled, [aria-disabled="true"]'),
    })),
    names: named.map((one) => one.name),
  };
} finally {
  axe.teardown();
}
