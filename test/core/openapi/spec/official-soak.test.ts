import assert from 'node:assert/strict';
import { readFileSync, statSync } from 'node:fs';
import { describe, it } from 'mocha';
import { parse } from 'yaml';
import type { OpenApiVersion } from '#core/openapi/model.ts';
import type { PlainValue } from '#core/tree/tree.ts';
import { corpusFolder, corpusWorkspaces } from '../../../../scripts/corpus/corpus-workspaces.ts';
import { Random } from '../../../support/random.ts';
import { knownDifference } from './known-differences.ts';
import { mutate } from './mutants.ts';
import { officialSchema } from './official-schema.ts';
import { toldFaults } from './told-faults.ts';

/** How many mutants of real descriptions are made: `npm run soak -- spec 20000`. */
const wanted = Number(process.env['PLUMBLINE_SPEC_MUTANTS'] ?? 0);
const corpus = corpusFolder();

describe('the tables and the official schemas', () => {
  if (wanted === 0 || corpus === undefined) return;
  it(`say the same of ${wanted} mutants of real descriptions, but for what is listed`, () => {
    const random = new Random(Number(process.env['PLUMBLINE_SEED'] ?? 1));
    const [first, ...others] = descriptions(corpus);
    assert.ok(first !== undefined);
    const counts = { valid: 0, invalid: 0, different: 0, passedBy: 0 };
    const reasons = new Map<string, number>();
    const differences: string[] = [];
    while (counts.valid + counts.invalid + counts.different + differences.length < wanted) {
      const { path, value } = random.pick([first, ...others]);
      const version = versionOf(value);
      const official = version && officialSchema(version);
      if (version === undefined || official === undefined) continue;
      const small = lessOf(value, random);
      const [here, there] = [official(small), toldFaults(small)];
      if (here.length > 0 || there.length > 0) {
        counts.passedBy++;
        const isAlike = here.length > 0 === there.length > 0;
        const asItIs = { value: small, told: 'as it is' };
        if (!isAlike && knownDifference(version, asItIs, here, there) === undefined)
          differences.push(`${path} as it is: ${JSON.stringify(here[0] ?? '')} ${there[0] ?? ''}`);
        continue;
      }
      for (let n = 0; n < 10; n++) {
        const mutant = mutate(small, random);
        if (mutant === undefined) continue;
        const [refused, told] = [official(mutant.value), toldFaults(mutant.value)];
        const why = knownDifference(version, mutant, refused, told);
        if ((refused.length === 0) === (told.length === 0)) counts[told.length === 0 ? 'valid' : 'invalid']++;
        else if (why !== undefined) {
          counts.different++;
          reasons.set(why, (reasons.get(why) ?? 0) + 1);
        } else differences.push(`${path} ${mutant.told}: ${JSON.stringify(refused[0] ?? '')} ${told[0] ?? ''}`);
      }
    }
    console.log(
      counts,
      [...reasons].sort((a, b) => b[1] - a[1]),
    );
    console.log(differences.join('\n'));
    assert.deepEqual(differences.length, 0);
  }).timeout(24 * 60 * 60 * 1000);
});

/** Larger files take too long to read, and say what smaller ones say. */
const largest = 3_000_000;

function descriptions(folder: string): readonly { readonly path: string; readonly value: PlainValue }[] {
  const roots = corpusWorkspaces(folder).flatMap((workspace) => workspace.roots);
  return roots.flatMap((path) => {
    if (!/\.(?:json|ya?ml)$/.test(path) || statSync(path).size > largest) return [];
    try {
      const text = readFileSync(path, 'utf8');
      const value: PlainValue = path.endsWith('.json') ? JSON.parse(text) : JSON.parse(JSON.stringify(parse(text)));
      return versionOf(value) === undefined ? [] : [{ path, value }];
    } catch {
      return [];
    }
  });
}

function versionOf(value: PlainValue): OpenApiVersion | undefined {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined;
  const text = String(Reflect.get(value, 'swagger') ?? Reflect.get(value, 'openapi') ?? '').slice(0, 3);
  return text === '2.0' || text === '3.0' || text === '3.1' || text === '3.2' ? text : undefined;
}

/** The description with a few of its paths and components. */
function lessOf(value: PlainValue, random: Random): PlainValue {
  const copy = { ...(value as { [key: string]: PlainValue }) };
  for (const key of ['paths', 'definitions', 'parameters', 'responses', 'webhooks']) {
    const held = copy[key];
    if (isMap(held)) copy[key] = someOf(held, random);
  }
  const components = copy['components'];
  if (isMap(components))
    copy['components'] = Object.fromEntries(
      Object.entries(components).map(([key, held]) => [key, isMap(held) ? someOf(held, random) : held]),
    );
  return copy;
}

function someOf(map: { readonly [key: string]: PlainValue }, random: Random): PlainValue {
  const entries = Object.entries(map);
  const start = random.below(entries.length);
  return Object.fromEntries(entries.slice(start, start + 3));
}

function isMap(value: PlainValue | undefined): value is { readonly [key: string]: PlainValue } {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
