import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { parseArguments } from '#cli/arguments.ts';

function mistakeOf(...words: string[]): string {
  const command = parseArguments(words);
  assert.equal(command.kind, 'mistake');
  return command.kind === 'mistake' ? command.message : '';
}

describe('parseArguments', () => {
  it('reviews the current folder unless told otherwise', () => {
    assert.deepEqual(parseArguments(['review']), {
      kind: 'review',
      options: {
        paths: [],
        format: 'text',
        failOn: 'error',
        fix: undefined,
        preset: undefined,
        config: undefined,
        stdinFilename: undefined,
        quiet: false,
        rules: undefined,
        root: undefined,
        maxFindings: undefined,
        every: false,
        base: undefined,
        onlyChanges: false,
        workers: undefined,
      },
    });
  });

  it('maps with the options about files, as text or JSON', () => {
    const command = parseArguments(['map', 'api', '--format=json', '--root', '.']);
    assert.ok(command.kind === 'map');
    assert.deepEqual([command.options.paths, command.options.format, command.options.root], [['api'], 'json', '.']);
    assert.equal(mistakeOf('map', '--fix'), '“map” takes no option --fix. Leave it out.');
    assert.equal(mistakeOf('map', '--format', 'sarif'), '--format must be one of text, json; “sarif” is none of them.');
  });

  it('takes options before and after paths', () => {
    const command = parseArguments(['review', '--format', 'json', 'a.yaml', '--fail-on=warning', 'b', '-q', '--fix']);
    assert.equal(command.kind, 'review');
    if (command.kind !== 'review') return;
    const { paths, format, failOn, quiet, fix } = command.options;
    assert.deepEqual(
      { paths, format, failOn, quiet, fix },
      {
        paths: ['a.yaml', 'b'],
        format: 'json',
        failOn: 'warning',
        quiet: true,
        fix: 'safe',
      },
    );
  });

  it('takes a choice of fixes behind an equals sign, and no path for it', () => {
    const choice = (...words: string[]) => {
      const command = parseArguments(['review', ...words]);
      return command.kind === 'review' ? [command.options.fix, command.options.paths] : command;
    };
    assert.deepEqual(choice('--fix', 'a.yaml'), ['safe', ['a.yaml']]);
    assert.deepEqual(choice('--fix=review', 'a.yaml'), ['review', ['a.yaml']]);
    assert.deepEqual(choice('--fix=list-paginated,openapi/list-limited'), [
      ['list-paginated', 'openapi/list-limited'],
      [],
    ]);
    assert.deepEqual(choice('--', '--fix'), [undefined, ['--fix']]);
  });

  it('takes words after -- as paths', () => {
    const command = parseArguments(['review', '--', '--odd.yaml']);
    assert.deepEqual(command.kind === 'review' && command.options.paths, ['--odd.yaml']);
  });

  it('explains mistakes with a remedy', () => {
    assert.equal(mistakeOf('reveiw'), 'There is no command “reveiw”. Did you mean “review”?');
    assert.equal(
      mistakeOf('openapi.yaml'),
      'There is no command “openapi.yaml”. To review files: plumbline review openapi.yaml',
    );
    assert.equal(mistakeOf('review', '--fomat', 'json'), 'There is no option “--fomat”. Did you mean “--format”?');
    assert.equal(
      mistakeOf('review', '--format', 'xml'),
      '--format must be one of text, compact, markdown, changelog, sql, json; “xml” is none of them.',
    );
    assert.match(mistakeOf('review', '--fail-on', 'errors'), /error, warning, info, never/);
    assert.match(mistakeOf('review', '--max-findings', 'many'), /whole number/);
    assert.match(mistakeOf('review', '--workers', '-1'), /workers/);
    assert.match(mistakeOf('review', '--workers=1.5'), /whole number/);
    assert.match(mistakeOf('review', '--preset'), /--preset/);
    assert.equal(mistakeOf('review', '--preset'), '--preset needs a value. Write it behind an equals sign: --preset=…');
    assert.equal(
      mistakeOf('review', '--format', '--quiet'),
      '--format needs a value. Write it behind an equals sign: --format=…',
    );
    assert.equal(mistakeOf('review', '--quiet=1'), '--quiet takes no value. Write --quiet alone.');
    assert.match(mistakeOf('review', '--max-findings', 'many'), /“many” is not/);
    assert.equal(mistakeOf('review', '-x'), 'There is no option “-x”. For a file of this name write “--” before it.');
    assert.match(mistakeOf('explain', '--fix'), /takes no option --fix/);
    assert.match(mistakeOf('explain', 'a', 'b'), /one too many/);
  });

  it('wants a name for standard input, and no files beside it', () => {
    assert.match(mistakeOf('review', '-'), /--stdin-filename/);
    assert.match(mistakeOf('review', 'a.yaml', '--stdin-filename', 'b.yaml'), /not both/);
    const command = parseArguments(['review', '-', '--stdin-filename', 'b.yaml']);
    assert.equal(command.kind === 'review' && command.options.stdinFilename, 'b.yaml');
  });

  it('knows help and version', () => {
    assert.deepEqual(parseArguments([]), { kind: 'help', topic: undefined });
    assert.deepEqual(parseArguments(['--help']), { kind: 'help', topic: undefined });
    assert.deepEqual(parseArguments(['review', '-h']), { kind: 'help', topic: 'review' });
    assert.deepEqual(parseArguments(['help', 'explain']), { kind: 'help', topic: 'explain' });
    assert.deepEqual(parseArguments(['--version']), { kind: 'version' });
  });
});
