import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';
import { expect, it } from 'vitest';
import type { View } from '../lib/bindings';
import { viewsOf } from './recorded';

const here = (path: string): string => join(dirname(fileURLToPath(import.meta.url)), path);
type File = {
  answers: Record<string, unknown>;
  states: Record<string, { from?: string; with: Record<string, unknown> }>;
};

const files = readdirSync(here('.')).filter((name) => name.endsWith('.json') && name !== 'base.json');
const read = (name: string): File => JSON.parse(readFileSync(here(name), 'utf8')) as File;

/** The types of answers that are no views. */
const answers: Record<string, string> = {
  blueprint: 'string',
  blueprintFile: 'string',
  terraform: 'string',
  curl: 'string',
  runbook: 'string',
  report: 'string',
  sightings: 'Sighting[]',
  exchanges: 'Exchange[]',
  faults: 'PracticePlace[]',
  layouts: 'PracticeLayout[]',
  unopened: 'Diagnosis',
  readyRows: 'FleetRows',
  stoppedRows: 'FleetRows',
  doneRows: 'FleetRows',
  doneRowsUp: 'FleetRows',
};

/** Leaves out the fields that the core stores with a result and that the bindings omit (`ts(skip)`). */
function bound(this: object, name: string, part: unknown): unknown {
  const isOfVisitor = name === 'pk' && 'kind' in this;
  return isOfVisitor || name === 'userPk' || name === 'symptom' ? undefined : part;
}

/** Each part of the views once, with its type, as TypeScript. */
function parts(): string[] {
  const found = new Map<string, string>();
  const put = (type: string, value: unknown): void => {
    found.set(`${type} = ${JSON.stringify(value, bound)}`, type);
  };
  for (const file of files.map(read)) {
    for (const view of Object.values<View>(viewsOf(file))) {
      for (const [name, part] of Object.entries(view)) if (name !== 'job') put(`View['${name}']`, part);
      for (const [name, part] of Object.entries(view.job ?? {})) put(`JobView['${name}']`, part);
    }
    for (const [name, answer] of Object.entries(file.answers))
      put(answers[name] ?? `typeof no_type_for_${name}`, answer);
  }
  return [...found.keys()].map((part, at) => `const part${at}: ${part};`);
}

it('are of the types that the core’s answers have', { timeout: 60_000 }, () => {
  const source = [
    `import type * as Types from './bindings';`,
    'type View = Types.View; type JobView = Types.JobView; type Sighting = Types.Sighting; type Exchange = Types.Exchange;',
    'type PracticePlace = Types.PracticePlace; type PracticeLayout = Types.PracticeLayout;',
    'type Diagnosis = Types.Diagnosis; type FleetRows = Types.FleetRows;',
    ...parts(),
  ].join('\n');
  const name = here('../lib/recorded-states.ts');
  const options: ts.CompilerOptions = {
    strict: true,
    noEmit: true,
    skipLibCheck: true,
    target: ts.ScriptTarget.ES2023,
    module: ts.ModuleKind.ESNext,
    moduleResolution: ts.ModuleResolutionKind.Bundler,
    types: [],
  };
  const disk = ts.createCompilerHost(options);
  const host: ts.CompilerHost = {
    ...disk,
    getSourceFile: (file, ...more) =>
      file === name ? ts.createSourceFile(file, source, ts.ScriptTarget.ES2023) : disk.getSourceFile(file, ...more),
    fileExists: (file) => file === name || disk.fileExists(file),
  };
  const program = ts.createProgram([name], options, host);
  const file = program.getSourceFile(name);
  const wrong = [...program.getSyntacticDiagnostics(file), ...program.getSemanticDiagnostics(file)];
  expect(wrong.map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, '\n'))).toEqual([]);
});
