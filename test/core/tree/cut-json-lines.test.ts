import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { cutDescription } from '#core/openapi/cut-description.ts';

const sound = JSON.stringify(
  {
    openapi: '3.1.0',
    info: { title: 'T' },
    paths: { '/a': { get: { summary: 'A' } }, '/b': { get: { summary: 'B' } } },
    components: { schemas: { A: { type: 'object' }, B: { type: 'string' } } },
  },
  undefined,
  2,
);
const cut = (text: string) => cutDescription({ uri: 'file:///a.json', text, language: 'json' });

describe('a JSON description that is broken', () => {
  it('is cut by its lines: what is broken stays within its section', () => {
    const before = cut(sound);
    const damages = [
      ['"A"', '"A'],
      ['"/b": {', '"/b": '],
      ['"type": "string"', '"type": "string",,'],
      ['"title": "T"\n  }', '"title": "T"\n'],
    ];
    for (const [from = '', to = ''] of damages) {
      const text = sound.replace(from, to);
      const after = cutDescription({ uri: 'file:///a.json', text, language: 'json' }, before);
      assert.equal(after.sections.map((section) => section.text).join(''), text);
      assert.ok(
        after.sections.some(({ problems }) => problems.length > 0),
        to,
      );
      const kept = after.sections.filter((section) => before.sections.includes(section)).length;
      assert.ok(kept >= before.sections.length - 2, `${to}: ${kept} of ${before.sections.length} kept`);
    }
  });

  it('says what is wrong, wherever that is', () => {
    const damages = [
      ['},\n    "/b"', '}\n    "/b"', 'A comma is missing behind the value of “/a”.'],
      ['},\n    "/b"', '}},\n    "/b"', 'Nothing is open that “}” could close; remove it.'],
      [
        '},\n    "/b"',
        '},,\n    "/b"',
        '“,” cannot follow the value before it; a comma is missing, or it is one too many.',
      ],
      ['  },\n  "components"', '  "components"', 'A “}” is missing behind the value of “/b”.'],
      ['\n  },\n  "components"', '\n  ,\n  "components"', 'A “}” is missing behind the value of “/b”.'],
      [
        '"paths": {\n',
        '"paths": {\n    get\n',
        'A key in double quotes is expected in place of “get”; write “"key": value”.',
      ],
      [
        '"paths": {\n',
        '"paths": {\n    ,\n',
        'A key in double quotes is expected in place of “,”; write “"key": value”.',
      ],
      [
        '"string"\n      }\n    }\n  }\n}',
        '"string"\n      }\n    }\n  }\n',
        'A “}” is missing behind the value of “B”.',
      ],
      [
        '"string"\n      }\n    }\n  }\n}',
        '"string"\n      }\n    }\n  }\n}}',
        'Nothing is open that “}” could close; remove it.',
      ],
      [
        '"string"\n      }\n    }\n  }\n}',
        '"string"\n      }\n    }\n  }\n},',
        'Nothing follows the comma behind the value of “B”; remove it.',
      ],
    ];
    for (const [from = '', to = '', message] of damages) {
      const { sections } = cut(sound.replace(from, to));
      assert.ok(sections.length > 1 && sound.includes(from));
      assert.deepEqual(
        sections.flatMap(({ problems }) => problems.map((problem) => problem.message)).slice(0, 1),
        [message],
        to,
      );
    }
  });

  it('has its trailing commas told, and is cut as if they were not there', () => {
    const text = sound.replace('"string"\n      }\n', '"string"\n      },\n');
    const { sections, starts } = cut(text);
    assert.deepEqual(starts, cut(sound).starts);
    assert.deepEqual(
      sections.flatMap(({ problems }) => problems.map(({ code }) => code)),
      ['trailing-comma'],
    );
  });

  it('is read again when other things must follow', () => {
    const one = sound.replace('"info": {\n    "title": "T"\n  },\n', '');
    const before = cut(sound);
    const moved = sound.replace('    "schemas": {\n', '').replace('    }\n  }\n}', '  }\n}');
    for (const text of [one, moved, sound.replace('  "components": {\n', '')]) {
      const after = cutDescription({ uri: 'file:///a.json', text, language: 'json' }, before);
      assert.deepEqual(after, cut(text));
    }
  });

  it('is one section where its lines say nothing', () => {
    assert.equal(cut('{"openapi":"3.1.0","paths":{"/a":{').sections.length, 1);
    assert.equal(cut('{\n  "title": "no description"\n').sections.length, 1);
  });

  it('tells what stands behind the root once, where the root ends', () => {
    const behind = [
      ['"x-meta": [\n{\n  "name": "a"\n},\n{\n  "name": "b"\n}\n]', 'The file ends with this “}”'],
      ['{\n  "openapi": "3.1.0",\n  "paths": {}\n}', 'The file ends with this “}”'],
      ['[\n  {\n  "name": "a"\n  }\n]', 'The file ends with this “}”'],
      ['some\nlines\nof text', 'The file ends with this “}”'],
      [',', 'Nothing follows the comma behind '],
    ] as const;
    for (const text of [sound, JSON.stringify(JSON.parse(sound))]) {
      for (const [more, message] of behind) {
        const { sections, starts } = cut(`${text}\n${more}\n`);
        const found = sections.flatMap(({ problems }, index) =>
          problems.map(({ span, message: said }) => ({ at: (starts[index] ?? 0) + span.start, said })),
        );
        assert.deepEqual(
          found.map(({ at, said }) => [at, said.startsWith(message)]),
          [[text.length - 1, true]],
          more,
        );
        if (text === sound) assert.deepEqual(starts, cut(sound).starts, more);
      }
    }
  });

  it('goes on behind a brace too many', () => {
    for (const brace of ['}\n', '},\n', '  }\n', '}}\n', '}\n}\n']) {
      const text = sound.replace('  "components"', `${brace}  "components"`);
      const { sections } = cut(text);
      assert.deepEqual(
        sections.map(({ pointer }) => pointer),
        cut(sound).sections.map(({ pointer }) => pointer),
        brace,
      );
      const [problem, ...others] = sections.filter(({ problems }) => problems.length > 0);
      assert.deepEqual([problem?.pointer, others.length], [['paths', '/b'], 0], brace);
    }
  });

  it('has the borders it has when it is sound', () => {
    const starts = cut(sound).starts;
    assert.deepEqual(cut(`${sound}}`).starts, starts);
  });
});
