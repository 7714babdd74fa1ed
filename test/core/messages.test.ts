import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { review } from '#core/review.ts';
import { behindWhat, quoted } from '#core/text/quoted.ts';
import { rulebook } from '#rules/rulebook.ts';

/** What the engine says of one file. */
function said(name: string, text: string): readonly string[] {
  const settings = { folders: ['file:///w'], preset: 'recommended', unread: new Map() };
  const { files } = review([{ uri: `file:///w/${name}`, text }], rulebook, settings);
  const findings = [...files.values()].flatMap((file) => file.findings);
  return findings.filter(({ ruleId }) => ruleId.startsWith('plumbline/')).map(({ message }) => message);
}

const yaml = 'openapi: 3.1.0\ninfo: {title: T, version: "1"}\npaths:\n';
const json = (text: string) => `{"openapi": "3.1.0", "paths": {${text}}}`;
const model = (text: string) => `model A {\n  id Int @id\n${text}\n}\n`;

/** A text, what its message names, and what it tells to do. */
const yamlCases = [
  ['  /a:\n    get:\n\tsummary: Read it', '“summary: Read it”', 'put spaces'],
  ['  /a:\n    get:\n      summary: "Read it" all', '“all”', 'remove it'],
  ['  /a:\n    get:\n      summary: @read it', '“@read it”', 'in quotes'],
  ['  /a:\n    get:\n      summary: Read: it', '“Read: it”', 'in quotes'],
  ['  /a:\n    get:\n      summary: "Read it\n      tags: []', '“"Read it”', 'close it'],
  ['  /a:\n    get: {tags: []\n  /b: {}', '“get:”', 'add “}”'],
  ['  /a:\n    get:\n      summary: *reading', '“*reading”', 'add it'],
  ['  /a:\n    get:\n      tags: []\n      tags: []', '“tags”', 'remove or rename'],
  ['  /a:\n    get:\n      summary: "Read\\q it"', '“\\q”', 'write “'],
  ['  /a:\n    get:\n      summary: Read\u0007', 'U+0007', 'remove it'],
] as const;

const jsonCases = [
  ['"/a": {"get": {} "put": {}}', '“"put"”', 'comma'],
  ['"/a": {"get": {"tags": [],}}', '“"/a": {"get": {"tags": []”', 'remove the one'],
  ['"/a": {"get": }', '“get”', 'A value is missing'],
  ['"/a": {"get" {}}', '“{”', 'A colon is missing'],
  ['"/a": {"get": {"summary": read}}', '“read”', 'double quotes'],
  ['"/a": {"get": {"summary": "Read\nit"}}', '“"Read”', 'add a double quote'],
  ['"/a": {"get": {"summary": "Read\\q it"}}', '“"Read\\q it"”', 'write “'],
  ['"/a": {"get": {}, // later\n "put": {}}', '“// later”', 'remove'],
  ['"/a": {"get": {}, 5: {}}', '“5”', 'A key in double quotes'],
  ['"/a": {"get": {},, "put": {}}', 'get', 'remove it'],
] as const;

const prismaCases = [
  ['  name String?[]', '“name String?[]”|“[]”', 'remove'],
  ['  name String[]?', '“String[]?”', 'not both'],
  ['  name String!', '“String!”', 'remove the'],
  ['  name: String', '“name”', 'remove the one'],
  ['  name', '“name”', 'write one'],
  ['  name String @', '“name String”', 'A name is missing'],
  ['  name String @default(', '“name String @default”', 'add `)`'],
  ['  name String @default("a)', '“"a)”', 'add the closing quote'],
  ["  name String @default('a')", "“'a')”", 'replace the single ones'],
  ['  name String @map("a",)', '“name String @map("a"”', 'remove the one'],
  ['  5 String', '“5”', 'start the name with a letter'],
  ['  = String', '“= String”', 'a field is a name'],
  ['  name String more', '“more”', 'remove'],
] as const;

describe('messages of what cannot be read', () => {
  const check = (file: string, text: string, names: string, remedy: string) => {
    const messages = said(file, text);
    const isGood = (message: string) =>
      names.split('|').some((name) => message.includes(name)) && message.includes(remedy) && message.endsWith('.');
    assert.ok(messages.some(isGood), `${text}\n${messages.join('\n')}`);
    for (const message of messages) assert.doesNotMatch(message, /^This |\bhere\b/, text);
  };

  it('make sense alone: they name what is meant, and tell what to do', () => {
    for (const [text, names, remedy] of yamlCases) check('a.yaml', `${yaml}${text}\n`, names, remedy);
    for (const [text, names, remedy] of jsonCases) check('a.json', json(text), names, remedy);
    for (const [text, names, remedy] of prismaCases) check('a.prisma', model(text), names, remedy);
  });

  it('quote one line, and not much of it', () => {
    const text = `  key: ${'a'.repeat(100)}\n  next`;
    assert.equal(quoted(text, { start: 2, end: text.length }), `“key: ${'a'.repeat(35)}…”`);
    assert.equal(quoted('one\ntwo', { start: 0, end: 7 }), '“one…”');
    assert.equal(quoted('one two', { start: 0, end: 3 }), '“one”');
    assert.equal(behindWhat('one\n  two  \n {', 13), ' behind “two”');
    assert.equal(behindWhat(text, 106), ` behind “…${'a'.repeat(40)}”`);
    assert.equal(behindWhat('  {', 2), '');
  });
});
