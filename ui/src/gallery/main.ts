import '../styles/all.css';
import { mount } from 'svelte';
import { wear, type Theme } from '../lib/theme';
import { panels } from '../lib/panels.svelte';
import { keyboard } from '../lib/keyboard';
import InFrame from './InFrame.svelte';
import Parts from './Parts.svelte';

// Dev only: /gallery.html?theme=dark, ?view=frame&trace&why
const asked = new URLSearchParams(location.search);
wear((asked.get('theme') ?? 'auto') as Theme);
panels.sent = asked.has('trace');
panels.why = asked.has('why');
keyboard.listen(window);

const target = document.getElementById('app');
if (target !== null) mount(asked.get('view') === 'frame' ? InFrame : Parts, { target });
