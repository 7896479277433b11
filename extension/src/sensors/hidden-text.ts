/** An element's shadow root, closed ones too; null when it has none. */
export type ShadowRootOf = (element: Element) => ShadowRoot | null;

/** Attributes that say how things look; long, and no place for a customer. */
const LOOKS = new Set(['class', 'style']);
/** Elements looked at; what lies beyond is told as not read. */
const MAX_ELEMENTS = 100_000;
const SCHEME = /^(?:tel|mailto|sms):/iu;

export interface HiddenText {
  /** One value a line; what the visible text says already is left out. */
  readonly text: string;
  readonly isWhole: boolean;
}

function fieldValue(element: Element): string {
  // By name, not class: elements of other documents are of other classes.
  const { localName } = element;
  if (localName !== 'input' && localName !== 'textarea') return '';
  const { type, value } = element as HTMLInputElement;
  return type === 'password' || type === 'file' ? '' : value;
}

/**
 * The text that markup carries besides what is seen of it: attributes (a link to `tel:` behind a masked number), values of
 * fields, content of shadow roots. HTML on the clipboard holds all of it.
 */
export function readHiddenText(
  elements: Iterable<Element>,
  visible: string,
  shadowRootOf: ShadowRootOf,
): HiddenText {
  const values = new Set<string>();
  let left = MAX_ELEMENTS;
  const read = (some: Iterable<Element>) => {
    for (const element of some) {
      if (left === 0) return;
      left -= 1;
      for (const { name, value } of element.attributes) if (!LOOKS.has(name)) values.add(value);
      values.add(fieldValue(element));
      const shadow = shadowRootOf(element);
      if (!shadow) continue;
      values.add(shadow.textContent);
      read(elementsUnder(shadow));
    }
  };
  read(elements);
  const isNews = (value: string) => {
    const bare = value.replace(SCHEME, '').trim();
    return bare !== '' && !visible.includes(bare);
  };
  return { text: [...values].filter(isNews).join('\n'), isWhole: left > 0 };
}

/** Every element below a node. */
export function elementsUnder(root: ParentNode): Iterable<Element> {
  return root.querySelectorAll('*');
}

const isElement = (node: Node): node is Element => node.nodeType === 1;

/** The node that comes after a boundary in document order; null at the end of the tree. */
function nodeAfter(container: Node, offset: number): Node | null {
  const child = container.childNodes[offset];
  if (child) return child;
  for (let node: Node | null = container; node; node = node.parentNode)
    if (node.nextSibling) return node.nextSibling;
  return null;
}

/**
 * The elements a range touches, and the link, button or label around it, which browsers copy along. Goes by document
 * order: `Range.intersectsNode` counts siblings each time, seconds in a long table.
 */
export function* elementsIn(range: Range): Generator<Element> {
  const { startContainer, startOffset, endContainer, endOffset } = range;
  const common = range.commonAncestorContainer;
  const around = (isElement(common) ? common : common.parentElement)?.closest('a, button, label');
  const outermost = around ?? common;
  for (let node: Node | null = startContainer; node; node = node.parentNode) {
    if (isElement(node)) yield node;
    if (node === outermost) break;
  }
  const stop = nodeAfter(endContainer, endOffset);
  const document = startContainer.ownerDocument ?? (startContainer as Document);
  const walker = document.createTreeWalker(startContainer.getRootNode());
  const first = startContainer.childNodes[startOffset];
  walker.currentNode = first ?? startContainer;
  let node: Node | null = first ?? walker.nextNode();
  while (node && node !== stop) {
    if (isElement(node)) yield node;
    node = walker.nextNode();
  }
}
