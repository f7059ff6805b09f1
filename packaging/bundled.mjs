// Prints, as JSON, the npm packages whose code or fonts end up in the page: Vite's own list of bundled code, and the
// packages whose font files the style sheets name. Started in ui/.
import { readFileSync, readdirSync, rmSync, mkdtempSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

const vite = createRequire(join(process.cwd(), 'package.json')).resolve('vite');
const { build } = await import(pathToFileURL(vite));

const outDir = mkdtempSync(join(tmpdir(), 'sourcerer-bundled-'));
await build({ logLevel: 'error', build: { outDir, emptyOutDir: true, license: { fileName: 'bundled.json' } } });
const bundled = JSON.parse(readFileSync(join(outDir, 'bundled.json'), 'utf8'));
rmSync(outDir, { recursive: true });

// Only what is an asset, and no code, is missing in Vite's list.
const css = readFileSync('src/styles/fonts.css', 'utf8');
const named = [...css.matchAll(/url\(['"]((?:@[^/]+\/)?[^/'"]+)\//g)].map((match) => match[1]);
for (const name of new Set(named)) {
  const folder = join('node_modules', name);
  const { version, license } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  const file = readdirSync(folder).find((entry) => /^licen[cs]e/i.test(entry));
  bundled.push({ name, version, identifier: license, text: file && readFileSync(join(folder, file), 'utf8') });
}
bundled.sort((a, b) => (a.name < b.name ? -1 : 1));
process.stdout.write(JSON.stringify(bundled));
