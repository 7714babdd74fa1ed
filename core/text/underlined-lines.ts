import type { Span } from '#core/text/span.ts';

export interface UnderlinedLine {
  readonly text: string;
  /** Spaces and carets under the parts of the line that are in a span; undefined where none is. */
  readonly carets: string | undefined;
}

/** The lines of a short text (LF) with carets under its spans; a span over several lines is underlined on its first. */
export function underlinedLines(text: string, spans: readonly Span[]): readonly UnderlinedLine[] {
  let start = 0;
  return text
    .replace(/\n$/, '')
    .split('\n')
    .map((line) => {
      const marks: string[] = Array.from({ length: line.length + 1 }, () => ' ');
      const end = start + line.length;
      for (const span of spans.filter((candidate) => start <= candidate.start && candidate.start <= end)) {
        const last = Math.max(span.start + 1, Math.min(span.end, end));
        marks.fill('^', span.start - start, last - start);
      }
      start = end + 1;
      const carets = marks.join('').trimEnd();
      return { text: line, carets: carets === '' ? undefined : carets };
    });
}
