import '@testing-library/jest-dom/vitest';

// jsdom has no Web Animations API; Svelte's transitions call element.animate().
if (!('animate' in Element.prototype)) {
  Object.defineProperty(Element.prototype, 'animate', {
    configurable: true,
    value: () => {
      const animation = {
        onfinish: null as null | (() => void),
        cancel: () => undefined,
        finish: () => undefined,
        currentTime: 0,
        startTime: 0,
      };
      queueMicrotask(() => animation.onfinish?.());
      return animation;
    },
  });
}

// jsdom has <dialog>, but can't show one modally.
if (typeof HTMLDialogElement.prototype.showModal !== 'function') {
  HTMLDialogElement.prototype.showModal = function (this: HTMLDialogElement) {
    this.open = true;
  };
  HTMLDialogElement.prototype.close = function (this: HTMLDialogElement) {
    this.open = false;
    this.dispatchEvent(new Event('close'));
  };
}

// jsdom has no media queries, so no preference is set.
if (typeof window.matchMedia !== 'function') {
  window.matchMedia = (media: string): MediaQueryList =>
    Object.assign(new EventTarget(), {
      media,
      matches: false,
      onchange: null,
      addListener: () => undefined,
      removeListener: () => undefined,
    });
}

// jsdom has no layout, so there is nothing to scroll.
if (typeof Element.prototype.scrollIntoView !== 'function') {
  Element.prototype.scrollIntoView = () => undefined;
}
