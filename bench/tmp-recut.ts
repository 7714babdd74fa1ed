import { readFileSync } from 'node:fs';
import { applyEdits, type Edit } from '#core/text/span.ts';
import { ChunkedText } from '#core/text/chunked-text.ts';
import { cutDocument } from '#core/tree/cut-document.ts';
import { editDocument } from '#core/tree/edit-document.ts';
import { EditJournal } from '#core/tree/edit-journal.ts';
import { findEditPlaces, languageOf } from './edit-places.ts';
const file = process.argv[2] ?? '';
const text = readFileSync(file, 'utf8');
const language = languageOf(file);
const uri = 'file:///x/' + file.split('/').pop();
if (language === 'prisma') throw 1;
let document = cutDocument({ uri, text, language });
console.log('sections', document.sections.length);
const places = findEditPlaces(text, language);
function time<T>(name: string, f: () => T): T { const s = performance.now(); const r = f(); console.log(name, (performance.now() - s).toFixed(1)); return r; }
const inverse = (edits: readonly Edit[]) => { let shift = 0; return edits.map(({ span, newText }) => { const start = span.start + shift; shift += newText.length - (span.end - span.start); return { span: { start, end: start + newText.length }, newText: text.slice(span.start, span.end) }; }); };
let chunked = ChunkedText.of(text);
for (let i = 0; i < 4; i++) {
  const touched = new Set(places.rename.map((e) => document.starts.findLastIndex((s) => s < e.span.start)));
  let size = 0; for (const t of touched) size += document.sections[t]?.text.length ?? 0;
  if (i === 0) console.log('rename touches', touched.size, 'sections', size, 'units', places.rename.length, 'edits');
  chunked = time('chunked rename', () => chunked.editedAtOnce(places.rename));
  const journal = new EditJournal();
  time('journal', () => { for (const e of places.rename.toReversed()) journal.record([e]); });
  const es = time('hunks', () => journal.hunks((a, b) => chunked.slice(a, b)));
  const edited = time('rename', () => editDocument(document, es));
  if (!edited) console.log('FULL');
  const full = time('  full cut', () => cutDocument({ uri, text: applyEdits(text, places.rename), language }, document));
  document = time('undo', () => editDocument(edited ?? full, inverse(places.rename))) ?? document;
  chunked = chunked.editedAtOnce(inverse(places.rename));
  const p = places.pastes[0];
  if (p) { const r = time('paste', () => editDocument(document, [{ span: { start: p.offset, end: p.offset }, newText: p.pieces[0] ?? '' }])); if (!r) console.log('FULL'); 
    else { const u = time('unpaste', () => editDocument(r, [{ span: { start: p.offset, end: p.offset + (p.pieces[0] ?? '').length }, newText: '' }])); if (!u) console.log('FULL'); else document = u; } }
  const o = places.prose[100] ?? 0;
  for (let k = 0; k < 3; k++) time('type', () => { const d = editDocument(document, [{ span: { start: o, end: o }, newText: 'x' }]); if (!d) console.log('FULL'); });
  const b = places.breaks[100]; if (b) { const d = time('break', () => editDocument(document, [b])); if (!d) console.log('FULL'); }
}
