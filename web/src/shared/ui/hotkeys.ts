import { useEffect, useRef } from 'react';

type Hotkeys = Record<string, (() => void) | undefined>;

// One listener for the page: a sequence such as "g c" must be able to keep its "c" from whoever listens to a plain "c".
const layers: { current: Hotkeys }[] = [];
let prefix = '';
let prefixTimer = 0;
const sequenceMilliseconds = 1000;

const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  (target.isContentEditable ||
    target.matches('input:not([type=checkbox], [type=radio]), textarea, select, [role=combobox]'));

function onKeyDown(event: KeyboardEvent): void {
  const mod = event.ctrlKey || event.metaKey;
  const key = mod ? `mod+${event.key.toLowerCase()}` : event.key;
  if (event.defaultPrevented || event.altKey || (!mod && isTyping(event.target))) return;
  // An open dialog or drawer owns the keyboard.
  if (document.querySelector('[aria-modal="true"]') && !mod) return;
  const typed = prefix ? `${prefix} ${key}` : key;
  prefix = '';
  clearTimeout(prefixTimer);
  // The layer mounted last is the closest to the person.
  const run = layers.map((layer) => layer.current[typed]).findLast(Boolean);
  if (run) {
    event.preventDefault();
    run();
  } else if (layers.some((layer) => Object.keys(layer.current).some((k) => k.startsWith(`${typed} `)))) {
    prefix = typed;
    prefixTimer = window.setTimeout(() => {
      prefix = '';
    }, sequenceMilliseconds);
  }
}

/** Keys while no field has the focus: `{ c: create, '/': focusSearch, 'g h': goHome, 'mod+k': openPalette }`. */
export function useHotkeys(keys: Hotkeys): void {
  const layer = useRef(keys);
  useEffect(() => {
    layer.current = keys;
  });
  useEffect(() => {
    if (layers.length === 0) document.addEventListener('keydown', onKeyDown);
    layers.push(layer);
    return () => {
      layers.splice(layers.indexOf(layer), 1);
      if (layers.length === 0) document.removeEventListener('keydown', onKeyDown);
    };
  }, []);
}
