import { wordSet } from '#rules/words/word-list.ts';

/** Properties that hold what a server knows of itself, without casing and separators. */
export const internalProperties: readonly string[] = [
  'stack',
  'stacktrace',
  'stacktraces',
  'stacktracestring',
  'callstack',
  'backtrace',
  'traceback',
  'exception',
  'exceptiontype',
  'exceptionclass',
  'exceptionname',
  'exceptionmessage',
  'exceptiondetails',
  'innerexception',
  'sql',
  'sqlstate',
  'sqlquery',
  'sqlstatement',
  'sqlerror',
  'sqlmessage',
  'sqlcode',
  'debuginfo',
  'debuginformation',
  'debugtrace',
];

/** A text says that the property is not there in production. */
export const onlyInDevelopment =
  /\b(?:only|never|not)\b[^.]{0,60}\b(?:dev(?:elopment)?|debug(?:ging)?|non-?prod(?:uction)?|staging|local(?:ly)?|production|prod|exposed|qa)\b|\b(?:dev(?:elopment)?|debug|qa|staging)\b[^.]{0,30}\bonly\b|\bin (?:dev(?:elopment)?|debug) (?:mode|builds?|environments?)\b/i;

/** How texts look that no person wrote for a caller, and what they are. */
export const internalTexts: readonly (readonly [pattern: RegExp, what: string])[] = [
  [/\bat [\w$]+(?:\.[\w$<>]+){2,20}\([\w$. ]{1,60}(?::\d+)?\)/, 'a Java stack trace'],
  [/\b(?:java|javax|jakarta|org|com|io|net)\.[a-z][\w.]{2,80}\.[A-Z]\w{2,60}(?:Exception|Error)\b/, 'a Java exception'],
  [/\bTraceback \(most recent call last\)|\bFile "[^"\n]{1,120}\.py", line \d/, 'a Python traceback'],
  [
    /\bat [^\n]{1,120}\.(?:cs|vb):line \d|\bSystem\.(?:[A-Z]\w{1,40}\.){0,5}[A-Z]\w{1,60}Exception\b/,
    'a .NET exception',
  ],
  [/\bat [^\n]{0,80}\(?(?:\/|[A-Z]:\\|node:|file:)[^\n]{1,120}\.[cm]?[jt]s:\d+:\d+/, 'a JavaScript stack trace'],
  [
    /\bSQLSTATE\[|\bORA-\d{5}\b|\bsyntax error at or near\b|\bYou have an error in your SQL syntax\b/,
    'a database error',
  ],
  [/\bpq: [a-z]|\bERROR: (?:relation|column) "|\bduplicate key value violates unique constraint\b/, 'a database error'],
];

/** Segments of paths that are there to look into a server. */
export const debuggingWords: ReadonlySet<string> = wordSet('debug pprof actuator diagnostics trace traces');
