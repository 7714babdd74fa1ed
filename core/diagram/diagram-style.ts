/** The colours of a diagram: each is a colour of CSS. */
export interface DiagramColours {
  readonly background: string;
  readonly text: string;
  readonly muted: string;
  readonly box: string;
  readonly border: string;
  readonly head: string;
  readonly view: string;
  readonly type: string;
  readonly primary: string;
  readonly foreign: string;
  readonly unique: string;
  readonly line: string;
  readonly error: string;
  readonly warning: string;
  readonly info: string;
  /** On top of the three. */
  readonly count: string;
}

/** For files that stand alone. */
export const diagramThemes: { readonly [theme in 'light' | 'dark']: DiagramColours } = {
  light: {
    background: '#ffffff',
    text: '#1f2328',
    muted: '#656d76',
    box: '#ffffff',
    border: '#c5ccd4',
    head: '#eef2f6',
    view: '#e3f3ea',
    type: '#f1eafa',
    primary: '#9a6700',
    foreign: '#0969da',
    unique: '#57606a',
    line: '#8c959f',
    error: '#cf222e',
    warning: '#b07d00',
    info: '#0969da',
    count: '#ffffff',
  },
  dark: {
    background: '#1e1f22',
    text: '#d8dce2',
    muted: '#959ca6',
    box: '#26282c',
    border: '#474b52',
    head: '#32363d',
    view: '#2b3d35',
    type: '#38324a',
    primary: '#e3b341',
    foreign: '#6cb6ff',
    unique: '#a4abb5',
    line: '#757c87',
    error: '#f4726a',
    warning: '#dfae3b',
    info: '#58a6ff',
    count: '#16181b',
  },
};

/** How the parts of a picture look, as CSS; colours are custom properties named as those above. */
export const diagramStyle = `
text { fill: var(--diagram-text); font-size: 12px; }
.body { fill: var(--diagram-box); }
.frame { fill: none; stroke: var(--diagram-border); stroke-width: 1; }
.frame.error { stroke: var(--diagram-error); stroke-width: 1.5; }
.frame.warning { stroke: var(--diagram-warning); stroke-width: 1.5; }
.frame.info { stroke: var(--diagram-info); stroke-width: 1.5; }
.head { fill: var(--diagram-head); }
.head.view { fill: var(--diagram-view); }
.head.type { fill: var(--diagram-type); }
.name { font-size: 13px; font-weight: 600; }
.kind, .type, .rest { fill: var(--diagram-muted); }
.kind { font-size: 11px; font-style: italic; }
.type { text-anchor: end; }
text.type { font-size: 11px; }
.column.id { font-weight: 600; }
.key { font-size: 9px; font-weight: 700; }
.key.PK { fill: var(--diagram-primary); }
.key.FK { fill: var(--diagram-foreign); }
.key.UQ { fill: var(--diagram-unique); }
.tint { opacity: 0.1; }
.tint.error, .mark.error, .badge.error { fill: var(--diagram-error); }
.tint.warning, .mark.warning, .badge.warning { fill: var(--diagram-warning); }
.tint.info, .mark.info, .badge.info { fill: var(--diagram-info); }
.count { fill: var(--diagram-count); font-size: 11px; font-weight: 700; text-anchor: middle; }
.line { fill: none; stroke: var(--diagram-line); stroke-width: 1.2; }
.line.embedded { stroke-dasharray: 5 4; }
.end { fill: none; stroke: var(--diagram-line); stroke-width: 1.2; }
.none { fill: var(--diagram-background); stroke: var(--diagram-line); stroke-width: 1.2; }
.whole { fill: var(--diagram-line); }
.far-name { display: none; font-weight: 600; text-anchor: middle; dominant-baseline: central; }
`;

/** The same with the colours of a theme in place of the custom properties, for programs that know none. */
export function themedStyle(colours: DiagramColours): string {
  return Object.entries(colours).reduce(
    (style, [name, colour]) => style.replaceAll(`var(--diagram-${name})`, colour),
    diagramStyle,
  );
}
