import type { Range } from 'vscode-languageserver';
import { isInFolder } from '#files/uri.ts';
import { inlineText } from '#server/pages/row-text.ts';

/** How a Markdown document names files. */
export interface FileNames {
  readonly nameOf: (uri: string) => string;
  /** Where a link to a file leads; undefined where no link can. */
  readonly linkOf: (uri: string) => string | undefined;
}

/**
 * The target of a link to a file. Markdown previews know no `file:` links, but paths that begin with a slash: these count from the
 * first workspace folder, and on GitHub from the root of the repository.
 */
export function linkTo(uri: string, [first]: readonly string[]): string | undefined {
  return first !== undefined && isInFolder(uri, first) ? uri.slice(first.length) : undefined;
}

/** The name of a file, as a link where one can lead there. */
export function fileLink(uri: string, { nameOf, linkOf }: FileNames): string {
  return linked(inlineText(nameOf(uri)), linkOf(uri));
}

/** A text that leads to the line where a place begins; the line counts from 1. */
export function lineLink(text: string, uri: string, { start }: Range, { linkOf }: FileNames): string {
  const link = linkOf(uri);
  return linked(text, link && `${link}#L${start.line + 1}`);
}

function linked(text: string, link: string | undefined): string {
  return link === undefined ? text : `[${text}](<${link}>)`;
}
