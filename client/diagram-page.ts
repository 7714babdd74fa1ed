/** What the page of a diagram is loaded from. */
export interface PageSources {
  readonly script: string;
  readonly style: string;
  /** Where the webview takes resources of the extension from, as a source of a Content-Security-Policy. */
  readonly origin: string;
  /** Told to the script alone: no other one runs. */
  readonly nonce: string;
}

/** The page of a diagram. It holds nothing of any file: what is drawn is told to its script as data. */
export function diagramPage({ script, style, origin, nonce }: PageSources): string {
  const policy = `default-src 'none'; script-src 'nonce-${nonce}'; style-src ${origin}; base-uri 'none'; form-action 'none'`;
  return `<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<link rel="stylesheet" href="${style}">
<title>Data Model</title>
</head>
<body>
<div id="bar" role="toolbar" aria-label="Data model">
<select id="schema" aria-label="Schema" title="Schema" hidden></select>
<div id="search-box">
<input id="search" type="text" role="combobox" aria-label="Find a model" aria-autocomplete="list" aria-controls="results" aria-expanded="false" autocomplete="off" spellcheck="false" placeholder="Find a model">
<ul id="results" role="listbox" aria-label="Models" hidden></ul>
</div>
<select id="detail" aria-label="What of each model is shown" title="What of each model is shown">
<option value="all">All columns</option>
<option value="keys">Keys</option>
<option value="names">Names</option>
</select>
<span id="summary" role="status"></span>
<button id="findings" type="button" class="link" title="Go to the next model with findings" hidden></button>
<span class="space"></span>
<div class="group" role="group" aria-label="Zoom">
<button id="zoom-out" type="button" title="Zoom out (−)" aria-label="Zoom out">${icon('M3.5 8h9')}</button>
<button id="zoom-level" type="button" title="Actual size (0)" aria-label="Actual size">100%</button>
<button id="zoom-in" type="button" title="Zoom in (+)" aria-label="Zoom in">${icon('M3.5 8h9M8 3.5v9')}</button>
<button id="zoom-fit" type="button" title="Show all (1)" aria-label="Show all">${icon('M2.5 6V2.5H6M10 2.5h3.5V6M13.5 10v3.5H10M6 13.5H2.5V10')}</button>
</div>
<div class="group" role="group" aria-label="Export">
<button id="export-svg" type="button" title="Export as SVG…" aria-label="Export as SVG">${icon(saved)}<span class="label">SVG</span></button>
<button id="export-mermaid" type="button" title="Export as Mermaid…" aria-label="Export as Mermaid">${icon(drawn)}<span class="label">Mermaid</span></button>
</div>
</div>
<main id="main">
<svg id="canvas" tabindex="0" role="group" aria-label="Diagram of the data model. Tab and arrows go through the models, Enter opens one."><g id="scene"><g id="lines" aria-hidden="true"></g><g id="boxes"></g></g></svg>
<p id="empty" role="status">Reading the schema …</p>
</main>
<script nonce="${nonce}" src="${script}"></script>
</body>
</html>
`;
}

/** Two boxes and the line between them. */
const drawn = 'M2.5 2.5h5v4h-5zM8.5 9.5h5v4h-5zM5 6.5v5h3.5';

const saved = 'M8 2.5v7M5 7l3 3 3-3M2.5 12.5h11';

function icon(path: string): string {
  return `<svg class="icon" width="16" height="16" viewBox="0 0 16 16" aria-hidden="true"><path d="${path}"/></svg>`;
}
