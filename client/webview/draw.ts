import type { PictureNode } from '#client/webview/picture.ts';

const svg = 'http://www.w3.org/2000/svg';

/** What may be drawn; anything else is left out. */
const tags: ReadonlySet<string> = new Set(['g', 'rect', 'path', 'circle', 'text', 'title']);
const attributes: ReadonlySet<string> = new Set('class x y width height rx cx cy r d font-size'.split(' '));

/** An SVG element without content. */
export function svgElement<K extends keyof SVGElementTagNameMap>(tag: K, className = ''): SVGElementTagNameMap[K] {
  const element = document.createElementNS(svg, tag);
  if (className !== '') element.setAttribute('class', className);
  return element;
}

/** Draws the nodes of a picture into an element. Texts stay texts: nothing is parsed. */
export function draw(nodes: readonly PictureNode[], into: ParentNode): void {
  for (const node of nodes) {
    if (typeof node === 'string') {
      into.append(node);
      continue;
    }
    const [tag, values, ...children] = node;
    if (!tags.has(tag)) continue;
    const element = document.createElementNS(svg, tag);
    for (const [name, value] of Object.entries(values)) {
      if (attributes.has(name)) element.setAttribute(name, `${value}`);
    }
    draw(children, element);
    into.append(element);
  }
}
