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

// jsdom knows <dialog> but not how to show one modally.
if (typeof HTMLDialogElement.prototype.showModal !== 'function') {
  HTMLDialogElement.prototype.showModal = function (this: HTMLDialogElement) {
    this.open = true;
  };
  HTMLDialogElement.prototype.close = function (this: HTMLDialogElement) {
    this.open = false;
    this.dispatchEvent(new Event('close'));
  };
}

// jsdom has no media queries: nothing is wished for.
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

// jsdom lays nothing out, so there is nowhere to scroll.
if (typeof Element.prototype.scrollIntoView !== 'function') {
  Element.prototype.scrollIntoView = () => undefined;
}
