import assert from 'node:assert/strict';
import fc from 'fast-check';
import { describe, it } from 'mocha';
import type { DataModel } from '#core/diagram/data-model.ts';
import { dataModelOf } from '#core/diagram/data-model-of.ts';
import { dataModelPicture } from '#core/diagram/data-model-picture.ts';
import { diagramStyle, diagramThemes, themedStyle } from '#core/diagram/diagram-style.ts';
import type { EntityMarks } from '#core/diagram/entity-marks.ts';
import type { DiagramDetail } from '#core/diagram/entity-shape.ts';
import { pictureText } from '#core/diagram/picture-text.ts';
import { svgDocument } from '#core/diagram/svg-document.ts';
import { finish } from '#core/work/steps.ts';
import { schemaOf } from './schema-of.ts';

const shop = `model Customer {
  id     Int     @id
  orders Order[]
  tags   Tag[]
}
model Order {
  id         Int      @id
  customer   Customer @relation(fields: [customerId], references: [id], onDelete: Cascade)
  customerId Int
}
model Tag {
  id        Int        @id
  customers Customer[]
}
`;

const marked: ReadonlyMap<string, EntityMarks> = new Map([
  ['Order', { worst: 'error', count: 120, messages: ['A “<b>” & more'], fields: new Map([['id', 'error']]) }],
]);

describe('a diagram as SVG', () => {
  it('shows models with their columns, keys and findings, and relations with their ends', () => {
    const { tags, texts } = readXml(svgOf(modelOf(shop), marked));
    const told = ['Customer', 'PK', 'id', 'Int', 'Order', '99+', 'FK', 'customerId', 'Tag', 'A “<b>” & more'];
    for (const text of told)
      assert.ok(
        texts.some((each) => each.includes(text)),
        text,
      );
    assert.ok(texts.includes('Order.customerId → Customer.id, on delete Cascade'));
    assert.ok(texts.includes('Customer ↔ Tag (many to many, tags)'));
    assert.equal(tags.filter(({ attributes }) => attributes.class?.startsWith('line')).length, 2);
    assert.equal(tags.filter(({ attributes }) => attributes.class === 'frame error').length, 1);
  });

  it('stands alone: colours are written out, and nothing is loaded', () => {
    for (const theme of ['light', 'dark'] as const) {
      const svg = svgOf(modelOf(shop), marked, 'all', theme);
      assert.ok(svg.includes(diagramThemes[theme].error));
      assert.doesNotMatch(svg, /var\(|https?:\/\/(?!www\.w3\.org\/2000\/svg")|url\(|@import|<script|<image|href/);
    }
    const names = new Set([...diagramStyle.matchAll(/var\(--diagram-(\w+)\)/g)].map(([, name]) => name));
    assert.deepEqual(
      [...names].filter((name) => !(`${name}` in diagramThemes.light)),
      [],
    );
    assert.deepEqual(Object.keys(diagramThemes.light), Object.keys(diagramThemes.dark));
    assert.doesNotMatch(themedStyle(diagramThemes.dark), /var\(/);
  });

  it('shows less where less is asked for', () => {
    const shown = (detail: DiagramDetail) => readXml(svgOf(modelOf(shop), new Map(), detail)).texts;
    assert.ok(shown('keys').includes('customerId') && !shown('names').includes('customerId'));
    const wide = `model A {\n  id Int @id\n${Array.from({ length: 80 }, (_, index) => `  c${index} Int\n`).join('')}}\n`;
    const texts = readXml(svgOf(modelOf(wide))).texts;
    assert.ok(texts.includes('22 more columns') && texts.includes('c57') && !texts.includes('c58'));
  });

  it('is well-formed whatever names there are', () => {
    const name = fc.oneof(
      fc.string({ unit: 'binary', minLength: 1, maxLength: 60 }),
      fc.constantFrom('<script>', ']]>', '"x"=', '&amp;', '\ud800', '\u0000', '\u202e', 'ﬁ'.repeat(300), '-->', "'"),
    );
    fc.assert(
      fc.property(name, name, name, (model, column, type) => {
        const entity = (id: string) => ({ id, name: id, kind: 'model' as const, section: id });
        const columns = [{ name: column, type, isId: true, isForeign: true, isUnique: true }];
        const ends = { fromEnd: 'many', toEnd: 'one', columns: [column], references: [type] } as const;
        const told: DataModel = {
          entities: [{ ...entity(model), columns }],
          relations: [{ id: 'r', kind: 'foreign-key', from: model, to: model, field: column, onDelete: type, ...ends }],
          leftOut: 0,
        };
        const marks: EntityMarks = {
          worst: 'info',
          count: 1,
          messages: [type],
          fields: new Map([[column, 'info']]),
        };
        const svg = svgOf(told, new Map([[model, marks]]));
        const { tags } = readXml(svg);
        const known = ['svg', 'title', 'style', 'rect', 'g', 'path', 'circle', 'text'];
        assert.deepEqual(
          [...new Set(tags.map(({ name: tag }) => tag))].filter((tag) => !known.includes(tag)),
          [],
        );
        assert.equal(pictureText(svg.replaceAll('\n', ' '), svg.length), svg.replaceAll('\n', ' '));
      }),
      { numRuns: 200 },
    );
  });
});

function modelOf(text: string): DataModel {
  return finish(dataModelOf(schemaOf({ 'schema.prisma': text })));
}

function svgOf(
  model: DataModel,
  marks: ReadonlyMap<string, EntityMarks> = new Map(),
  detail: DiagramDetail = 'all',
  theme: 'light' | 'dark' = 'light',
): string {
  return svgDocument(finish(dataModelPicture(model, marks, detail)), 'prisma/<shop>', theme);
}

interface Tag {
  readonly name: string;
  readonly attributes: { readonly class?: string };
}

/** Reads XML as strictly as is needed here: tags that match, attributes in quotes, and nothing else that begins with `<` or `&`. */
function readXml(xml: string): { readonly tags: readonly Tag[]; readonly texts: readonly string[] } {
  const [tags, texts, open]: [Tag[], string[], string[]] = [[], [], []];
  let rest = xml.replace(/^<\?xml version="1.0" encoding="UTF-8"\?>\n/, '');
  assert.notEqual(rest, xml);
  while (rest !== '') {
    const tag = /^<(\/?)([a-z]+)((?: [a-zA-Z-]+="[^"<]*")*)(\/?)>/.exec(rest);
    const text = /^[^<]+/.exec(rest);
    const [whole] = tag ?? text ?? assert.fail(rest.slice(0, 80));
    rest = rest.slice(whole.length);
    if (tag === null) {
      texts.push(decoded(whole));
      continue;
    }
    const [, isEnd, name = '', attributes = '', isEmpty] = tag;
    if (isEnd === '/') assert.equal(open.pop(), name);
    else {
      if (isEmpty === '') open.push(name);
      const pairs = [...attributes.matchAll(/ ([a-zA-Z-]+)="([^"]*)"/g)];
      tags.push({ name, attributes: Object.fromEntries(pairs.map(([, key, value = '']) => [key, decoded(value)])) });
    }
  }
  assert.deepEqual(open, []);
  return { tags, texts };
}

function decoded(text: string): string {
  assert.doesNotMatch(text, /&(?!(?:amp|lt|gt|quot|#39);)/);
  const named: { readonly [name: string]: string } = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'" };
  return text.replace(/&([\w#]+);/g, (_, name: string) => named[name] ?? '');
}
