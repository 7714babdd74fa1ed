import type { PictureAttributes, PictureNode } from '#core/diagram/picture.ts';

/** The text of picture nodes as XML. */
export function svgText(nodes: readonly PictureNode[]): string {
  return nodes.map(nodeText).join('');
}

function nodeText(node: PictureNode): string {
  if (typeof node === 'string') return escapeXml(node);
  const [tag, attributes, ...children] = node;
  const start = `<${tag}${attributesText(attributes)}`;
  return children.length === 0 ? `${start}/>` : `${start}>${svgText(children)}</${tag}>`;
}

function attributesText(attributes: PictureAttributes): string {
  return Object.entries(attributes)
    .map(([name, value]) => ` ${name}="${escapeXml(`${value}`)}"`)
    .join('');
}

const escapes: { readonly [character: string]: string } = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** A text that means itself in XML, between tags and in quotes. */
export function escapeXml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => escapes[character] ?? '');
}
