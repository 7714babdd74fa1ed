import type { CommandIo, TextOutput } from '#cli/command-io.ts';

type Paint = (text: string) => string;

/** How parts of a report are set off from each other; every function returns its text unchanged without colour. */
export interface Style {
  readonly bold: Paint;
  readonly dim: Paint;
  readonly underline: Paint;
  readonly error: Paint;
  readonly warning: Paint;
  readonly info: Paint;
  readonly good: Paint;
}

/** Sets off nothing. */
export const plainStyle: Style = styleOf(false);

/** Colour on a terminal only; `NO_COLOR` (https://no-color.org) and `FORCE_COLOR` overrule that. */
export function styleFor(output: TextOutput, environment: CommandIo['environment']): Style {
  return styleOf(wantsColour(output, environment));
}

function wantsColour(output: TextOutput, environment: CommandIo['environment']): boolean {
  const { FORCE_COLOR: forced, NO_COLOR: refused = '', TERM: terminal } = environment;
  if (forced !== undefined) return forced !== '0' && forced !== 'false';
  return refused === '' && output.isTerminal && terminal !== 'dumb';
}

function styleOf(coloured: boolean): Style {
  const paint = (open: number, close: number): Paint =>
    coloured ? (text) => `\u001b[${open}m${text}\u001b[${close}m` : (text) => text;
  return {
    bold: paint(1, 22),
    dim: paint(2, 22),
    underline: paint(4, 24),
    error: paint(31, 39),
    warning: paint(33, 39),
    info: paint(36, 39),
    good: paint(32, 39),
  };
}
