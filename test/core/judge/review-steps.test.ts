import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { stringify } from 'yaml';
import { collectEvidence } from '#core/checklist/collect-evidence.ts';
import { evidenceCollector } from '#core/checklist/evidence.ts';
import { compareFacts } from '#core/judge/compare-facts.ts';
import { findingsOf, runRules } from '#core/judge/run-rules.ts';
import { staleReads } from '#core/judge/stale-reads.ts';
import { cutDescription, cutDescriptionSteps } from '#core/openapi/cut-description.ts';
import { Description } from '#core/openapi/description/description.ts';
import type { FindFile } from '#core/openapi/description/fragment-index.ts';
import { descriptionOutline } from '#core/openapi/description-outline.ts';
import { singleFindings } from '#core/place/folded-findings.ts';
import { placeFindings } from '#core/place/place-findings.ts';
import { noteWorkspace } from '#core/place/section-notes.ts';
import { cutPrismaSteps } from '#core/prisma/cut-prisma.ts';
import { editPrismaSteps } from '#core/prisma/edit-prisma.ts';
import { documentOfKind } from '#core/project/document-of-kind.ts';
import { openWorkspace, openWorkspaceSteps } from '#core/project/open-workspace.ts';
import { type Review, review, reviewSteps } from '#core/review.ts';
import type { ReviewSettings } from '#core/review-settings.ts';
import { globalRule, localRule, type Rule } from '#core/rule.ts';
import type { Source } from '#core/source.ts';
import type { Edit } from '#core/text/span.ts';
import { cutJson } from '#core/tree/cut/cut-json.ts';
import { cutJsonLines } from '#core/tree/cut/cut-json-lines.ts';
import { cutYaml } from '#core/tree/cut/cut-yaml.ts';
import { editDocumentSteps } from '#core/tree/recut/edit-document.ts';
import type { TreeDocument, TreeSection } from '#core/tree/section.ts';
import type { Steps } from '#core/work/steps.ts';
import { generateOpenApi } from '../../support/generate-openapi.ts';
import { generatePrisma } from '../../support/generate-prisma.ts';
import { recommendedRules, ruleInfo } from '../../support/test-rule.ts';
import { findIn } from '../openapi/describe-openapi.ts';

const folder = 'file:///w/';
const settings: ReviewSettings = { folders: [folder], preset: 'recommended', unread: new Map(), failFast: true };
const presets = [recommendedRules];

describe('the steps of a review', () => {
  const value = generateOpenApi(600);
  const yaml = stringify(value, { aliasDuplicateObjects: false });
  const json = JSON.stringify(value, undefined, 2);
  const uri = `${folder}a.yaml`;

  for (const [name, text, cut] of [
    ['YAML', yaml, cutYaml],
    ['JSON', json, cutJson],
    ['JSON on one line', JSON.stringify(value), cutJson],
    ['broken JSON', json.slice(0, -3), cutJsonLines],
  ] as const) {
    it(`look through a piece of a large file each: ${name}`, () => {
      const { count } = run<unknown>(cut(text, descriptionOutline));
      assert.ok(count > 1, `${text.length} units at once`);
      assertSteps(count, text.length, 500_000);
    });
  }

  it('pass few of the sections that are the same as before', () => {
    const before = review([{ uri, text: yaml }], { rules: [], presets }, settings);
    const sections = documentOfKind(before.workspace, uri, 'tree')?.sections ?? [];
    assert.ok(sections.length > 2000);
    const cut = { uri, text: `# more\n${yaml}`, language: 'yaml' } as const;
    const { value: document, count } = run(cutDescriptionSteps(cut, documentOfKind(before.workspace, uri, 'tree')));
    assert.equal(document.sections[9], sections[9]);
    const passing = count - run(cutYaml(cut.text, descriptionOutline)).count;
    assertSteps(passing, sections.length, 250);
  });

  it('cut and read one of many edited sections each, and compare few of them with what they were', () => {
    const before = review([{ uri, text: yaml }], { rules: [], presets }, settings).workspace;
    const document = documentOfKind(before, uri, 'tree');
    assert.ok(document);
    const edits = Array.from(yaml.matchAll(/A page(?=\.)/g), ({ index }) => insertion(index, 'Half '));
    assert.equal(edits.length, 600);
    const { value: edited, count } = run(editDocumentSteps(document, edits));
    // Each is cut in a step of its own, and read in another.
    assertSteps(count, 2 * edits.length, 1);
    const text = edited?.sections.map((section) => section.text).join('') ?? '';
    const after = openWorkspace([{ uri, text }], { rules: [], presets }, settings, before);
    const comparing = new Meter();
    for (const section of documentOfKind(after, uri, 'tree')?.sections ?? []) meterTree(section, comparing);
    run(staleReads(before, after, settings, settings), [comparing]);
    assert.ok(comparing.total > 200_000, `${comparing.total} units compared`);
    assert.ok(comparing.most <= 120_000, `${comparing.most} units compared at once`);
  });

  it('read one block of a Prisma schema each', () => {
    const file = { uri: `${folder}schema.prisma`, text: generatePrisma(2000) };
    const { value: document, count } = run(cutPrismaSteps(file));
    assert.ok(document.sections.length > 50);
    assertSteps(count, document.sections.length, 1);
    const edits = Array.from(file.text.matchAll(/(?<=\nmodel \w+ \{)\n/g), ({ index }) =>
      insertion(index, ' // Edited'),
    );
    assert.ok(edits.length > 20);
    assertSteps(run(editPrismaSteps(document, edits)).count, edits.length, 1);
  });

  it('take over few judgements each', () => {
    const rulebook = { rules: [everySchema], presets };
    const before = review([{ uri, text: yaml }], rulebook, settings);
    const units = before.run.judgements.length;
    assert.ok(units > 2000);
    // A section is gone: all others stand at another place.
    const source = { uri, text: yaml.replace(/^info:\n.*\n.*\n/m, '') };
    const workspace = openWorkspace([source], rulebook, settings, before.workspace);
    const { value: ran, count } = run(runRules(workspace, rulebook, settings, before.run));
    const known = new Set(before.run.judgements);
    assert.deepEqual([ran.judgements.length, ran.judgements.filter((own) => !known.has(own)).length], [units - 1, 0]);
    assertSteps(count, ran.judgements.length, 500);
  });

  it('index few of the sections of the root', () => {
    const root = documentOf('a.yaml', yaml);
    const indexing = new Meter();
    for (const section of root.sections) meterFirstRead(section, 'tree', indexing);
    const { value: description } = run(Description.read(root, findIn(new Map())), [indexing]);
    assert.equal(description.sectionsToReview().length, root.sections.length);
    assert.equal(indexing.total, root.sections.length);
    assert.ok(indexing.most <= 500, `${indexing.most} sections at once`);
  });

  it('look at few of the files that are no descriptions', () => {
    const sources = Array.from({ length: 1000 }, (_, index) => ({ uri: `${folder}${index}.yaml`, text: 'a: b\n' }));
    const looking = new Meter();
    for (const source of sources) meterFirstRead(source, 'text', looking);
    run(openWorkspaceSteps(sources, { rules: [], presets }, settings), [looking]);
    assert.equal(looking.total, sources.length);
    assert.ok(looking.most <= 100, `${looking.most} files at once`);
  });

  it('follow few of the references to other files, and ask for each file once', () => {
    const asked: string[] = [];
    const asking = new Meter();
    const paths = Array.from({ length: 1000 }, (_, index) => `  /${index}: { $ref: '${index % 500}.yaml' }\n`);
    const root = documentOf('a.yaml', `openapi: 3.1.0\npaths:\n${paths.join('')}`);
    // biome-ignore lint/correctness/useYield: what is known needs no step
    const findFile: FindFile = function* find(wanted) {
      asked.push(wanted);
      asking.count();
      return wanted.endsWith('1.yaml') ? undefined : documentOf(wanted.slice(folder.length), 'get: {}\n');
    };
    const { value: description } = run(Description.read(root, findFile), [asking]);
    assert.equal(asked.length, 500);
    assert.equal(new Set(asked).size, 500);
    assert.equal(description.files.size, 451);
    assert.equal(description.absentReferences().length, 100);
    assert.ok(asking.most <= 100, `${asking.most} files at once`);
  });

  it('follow few of the references that tell how schemas travel', () => {
    const [description] = openWorkspace([{ uri, text: yaml }], { rules: [], presets }, settings).descriptions;
    const schema = description?.find('openapi.schema', 'Problem');
    assert.ok(description && schema);
    const { count } = run(description.prepareUsage());
    assert.deepEqual(description.usage(schema), { inRequest: false, inResponse: true });
    // Each section is walked in a step of its own.
    assertSteps(count, description.sectionsToReview().length, 1);
    assert.equal(run(description.prepareUsage()).count, 1);
  });

  it('find out how schemas travel between two of them, and only where a rule has facts to complete', () => {
    const schemas = Array.from({ length: 300 }, (_, index) => `    A${index}: { type: object }\n`);
    const text = `openapi: 3.1.0\ncomponents:\n  schemas:\n${schemas.join('')}`;
    let gathered = 0;
    const asking = (asks: boolean) =>
      globalRule({
        ...ruleInfo,
        id: 'openapi/asking',
        on: ['openapi.schema'],
        needs: ['usage'],
        *gather(schema) {
          gathered++;
          if (asks) yield { key: '', span: schema.anchor, schema };
        },
        complete: ({ key, span, schema }, { usage }) => (usage(schema).inRequest ? undefined : { key, span }),
        *compare(facts) {
          for (const { section, value } of facts) yield { section, value: { span: value.span, message: 'Not sent.' } };
        },
      });
    const openedIn = (asks: boolean) => {
      const workspace = openWorkspace([{ uri, text }], { rules: [], presets }, settings);
      return { workspace, ...run(runRules(workspace, { rules: [asking(asks)], presets }, settings)) };
    };
    const [silent, heard] = [openedIn(false), openedIn(true)];
    assert.equal(gathered, 600);
    const isKnown = [silent, heard].map(({ workspace }) => workspace.descriptions[0]?.isUsageKnown);
    assert.deepEqual(isKnown, [false, true]);
    assert.equal(findingsOf(heard.value).length, 300);
    // Each section is walked in a step of its own, and each finding told in another.
    assertSteps(heard.count - silent.count, 2 * schemas.length, 1);
  });

  it('find out anew how schemas travel where that was known before', () => {
    const [text, edited] = [yaml, yaml.replaceAll('/Problem1', '/Problem2')];
    const rulebook = { rules: [], presets };
    const before = review([{ uri, text }], rulebook, settings);
    const ranAnew = () => {
      const workspace = openWorkspace([{ uri, text: edited }], rulebook, settings, before.workspace);
      return { description: workspace.descriptions[0], ...run(runRules(workspace, rulebook, settings, before.run)) };
    };
    assert.equal(ranAnew().description?.isUsageKnown, false);
    const [known] = before.workspace.descriptions;
    const schema = known?.find('openapi.schema', 'Problem1');
    assert.ok(schema && known?.usage(schema).inResponse);
    const { description: now, count } = ranAnew();
    assert.ok(now?.isUsageKnown);
    assert.ok(count > 100, `${count} steps`);
    const same = now.find('openapi.schema', 'Problem1');
    assert.equal(same && now.usage(same).inResponse, false);
  });

  it('compare few facts each, and place only the findings that are told', () => {
    const [judging, comparing, placing] = [new Meter(), new Meter(), new Meter()];
    const rulebook = { rules: [everyOperation(judging, placing), sameName(comparing)], presets };
    const meters = [judging, comparing, placing];
    const { value: reviewed } = run(reviewSteps([{ uri, text: yaml }], rulebook, settings), meters);
    // Each message is measured once, when it is found.
    const placed = placing.total - judging.total;
    assert.ok(placed <= 20, `${placed} findings placed`);
    const findings = singlesOf(reviewed);
    assert.ok(findings > 2000);
    assert.deepEqual([judging.total, comparing.total], [findings, findings]);
    assert.ok(judging.most <= 5, `${judging.most} operations judged`);
    assert.ok(comparing.most <= 50, `${comparing.most} facts compared`);
  });

  it('find one thing each where the facts of one key are many', () => {
    const finding = new Meter();
    const { value: reviewed } = run(
      reviewSteps([{ uri, text: yaml }], { rules: [alike(finding)], presets }, settings),
      [finding],
    );
    assert.equal(finding.total, singlesOf(reviewed));
    assert.ok(finding.total > 2000);
    assert.equal(finding.most, 1);
  });

  it('collect the evidence of one section each', () => {
    const reviewed = review([{ uri, text: yaml }], { rules: [], presets }, settings);
    const visiting = new Meter();
    const collector = evidenceCollector({
      id: 'operations',
      noun: 'operation',
      on: ['openapi.operation'],
      *collect({ anchor, method }) {
        visiting.count();
        yield { span: anchor, text: method };
      },
    });
    const book = { collectors: [collector], subjects: [] };
    const { value: groups } = run(collectEvidence(reviewed, book, settings), [visiting]);
    assert.ok(visiting.total > 2000);
    assert.equal(groups.get(uri)?.evidence.get('operations')?.length, visiting.total);
    assert.ok(visiting.most <= 3, `${visiting.most} operations`);
  });

  it('look through the facts of few units each', () => {
    const { run: ran } = review([{ uri, text: yaml }], { rules: [everySchema], presets }, settings);
    const { judgements: after } = ran;
    assert.ok(after.length > 2000);
    const { count } = run(compareFacts(after, { before: [], after, moved: [] }, settings));
    // Once to see what changed, once to gather it.
    assertSteps(count, after.length, 40);
  });

  it('look for suppressions and problems in few sections each, and pass few files', () => {
    const fileCount = 2500;
    const [large, many] = [
      openWorkspace([{ uri, text: yaml }], { rules: [], presets }, settings),
      openWorkspace(rootsOf(fileCount), { rules: [], presets }, settings),
    ];
    const sections = documentOfKind(large, uri, 'tree')?.sections ?? [];
    const noting = new Meter();
    for (const section of sections) meterFirstRead(section, 'problems', noting);
    run(noteWorkspace(large), [noting]);
    assert.equal(noting.total, sections.length);
    assert.ok(noting.most <= 200, `${noting.most} sections at once`);
    const { value: notes, count } = run(noteWorkspace(many));
    assertSteps(count, fileCount, 200);
    assertSteps(run(noteWorkspace(many, notes)).count, fileCount, 200);
    const placing = () => placeFindings({ workspace: many, notes, findings: [] }, { rules: [], presets }, settings);
    assertSteps(run(placing()).count, fileCount, 500);
  });

  it('look for suppressions of few findings each', () => {
    const rulebook = { rules: [everyOperation(new Meter(), new Meter())], presets };
    const stepsOf = (text: string) => run(reviewSteps([{ uri, text }], rulebook, settings));
    const plain = stepsOf(yaml);
    const suppressed = stepsOf(yaml.replace(/^info:/m, '# plumbline-ignore openapi/none: for the test\ninfo:'));
    const findings = singlesOf(suppressed.value);
    assert.equal(findings, 1 + singlesOf(plain.value));
    assertSteps(suppressed.count - plain.count + 1, findings, 500);
  });

  it('pass few of the findings that are placed', () => {
    const rulebook = { rules: [everyOperation(new Meter(), new Meter())], presets };
    const { workspace, run: ran } = review([{ uri, text: yaml }], rulebook, settings);
    const { value: notes } = run(noteWorkspace(workspace));
    const findings = findingsOf(ran);
    assert.ok(findings.length > 2000);
    const placing = (found: typeof findings) =>
      run(placeFindings({ workspace, notes, findings: found }, rulebook, settings)).count;
    assertSteps(placing(findings) - placing([]), findings.length, 500);
  });
});

/** As many steps as `things` take where `perStep` of them are done in one, but for the last; at most twice as many, and a few that do none of them. */
function assertSteps(count: number, things: number, perStep: number): void {
  const least = things / perStep;
  assert.ok(least > 2, 'What takes no step of its own would pass.');
  assert.ok(count >= least && count <= 2 * least + 5, `${count} steps for ${things}, ${perStep} in one`);
}

function singlesOf({ files }: Review): number {
  return [...files.values()].flatMap(({ findings }) => [...singleFindings(findings)]).length;
}

function insertion(offset: number, newText: string): Edit {
  return { span: { start: offset, end: offset }, newText };
}

/** Finds every operation; `placing` counts how often a message is asked for. */
function everyOperation(judging: Meter, placing: Meter): Rule {
  return localRule({
    ...ruleInfo,
    id: 'openapi/every-operation',
    on: ['openapi.operation'],
    *check({ anchor }) {
      judging.count();
      const message = (): string => {
        placing.count();
        return 'Found.';
      };
      yield {
        span: anchor,
        get message() {
          return message();
        },
      };
    },
  });
}

function sameName(comparing: Meter): Rule {
  return globalRule({
    ...ruleInfo,
    id: 'openapi/same-name',
    on: ['openapi.operation'],
    *gather({ operationId, anchor }) {
      yield { key: operationId?.value ?? '', span: anchor };
    },
    // biome-ignore lint/correctness/useYield: a rule that only looks
    *compare(facts) {
      for (const _ of facts) comparing.count();
    },
  });
}

/** Finds all operations alike; `finding` counts how often that is said. */
function alike(finding: Meter): Rule {
  return globalRule({
    ...ruleInfo,
    id: 'openapi/alike',
    on: ['openapi.operation'],
    *gather({ anchor }) {
      yield { key: '', span: anchor };
    },
    *compare(facts) {
      for (const { section, value } of facts) {
        finding.count();
        yield { section, value: { span: value.span, message: 'Like the others.' } };
      }
    },
  });
}

/** Gathers all schemas under one key. */
const everySchema = globalRule({
  ...ruleInfo,
  id: 'openapi/every-schema',
  on: ['openapi.schema'],
  *gather({ anchor }) {
    yield { key: '', span: anchor };
  },
  // biome-ignore lint/correctness/useYield: a rule that only looks
  *compare() {
    return;
  },
});

function rootsOf(count: number): readonly Source[] {
  return Array.from({ length: count }, (_, index) => ({ uri: `${folder}${index}.yaml`, text: 'openapi: 3.1.0\n' }));
}

function documentOf(name: string, text: string): TreeDocument {
  return cutDescription({ uri: folder + name, text, language: 'yaml' });
}

/** Counts the text of a section when somebody first looks at its tree. */
function meterTree(section: TreeSection, meter: Meter): void {
  meterFirstRead(section, 'tree', meter, section.text.length);
}

/** Counts so many units when somebody first reads what a thing has there. */
function meterFirstRead<T extends object>(thing: T, key: keyof T, meter: Meter, units = 1): void {
  const value = thing[key];
  let isCounted = false;
  const get = () => {
    if (!isCounted) meter.count(units);
    isCounted = true;
    return value;
  };
  Object.defineProperty(thing, key, { get });
}

/** Counts what is done between two steps. */
class Meter {
  most = 0;
  total = 0;
  #now = 0;

  count(units = 1): void {
    this.#now += units;
    this.total += units;
  }

  endStep(): void {
    this.most = Math.max(this.most, this.#now);
    this.#now = 0;
  }
}

function run<T>(steps: Steps<T>, meters: readonly Meter[] = []): { readonly value: T; readonly count: number } {
  for (let count = 1; ; count++) {
    const step = steps.next();
    for (const meter of meters) meter.endStep();
    if (step.done === true) return { value: step.value, count };
  }
}
