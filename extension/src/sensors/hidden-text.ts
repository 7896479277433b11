/** An element's shadow root, closed ones too; null when it has none. */
export type ShadowRootOf = (element: Element) => ShadowRoot | null;

/** Says how things look; long, and no place for a customer. */
const LOOKS = new Set(['class', 'style']);
/** Elements looked at; what lies beyond is told as not read. */
const MAX_ELEMENTS = 100_000;
const SCHEME = /^(?:tel|mailto|sms|data-):/iu;

export interface HiddenText {
  /** One value a line; what the visible text says already is left out. */
  readonly text: string;
  readonly isWhole: boolean;
}

function fieldValue(element: Element): string {
  // By property, not class: elements of other documents are of other classes.
  const { localName } = element;
  if (localName !== 'input' && localName !== 'textarea') return '';
  const { type, value } = element as HTMLInputElement;
  return type === 'password' || type === 'file' ? '' : value;
}

/**
 * The text that markup carries besides what is seen of it: attributes (a link to `tel:` behind a masked number), values of
 * fields, content of shadow roots. HTML on the clipboard holds all of it. `covers` narrows it to a selection.
 */
export function readHiddenText(
  root: Node,
  visible: string,
  shadowRootOf: ShadowRootOf,
  covers: (element: Element) => boolean = () => true,
): HiddenText {
  const values = new Set<string>();
  const add = (value: string) => {
    const bare = value.replace(SCHEME, '').trim();
    if (bare !== '' && !visible.includes(bare)) values.add(value);
  };
  let left = MAX_ELEMENTS;

  const readElement = (element: Element) => {
    for (const { name, value } of element.attributes) if (!LOOKS.has(name)) add(value);
    add(fieldValue(element));
    const shadow = shadowRootOf(element);
    if (!shadow) return;
    add(shadow.textContent);
    readTree(shadow, () => true);
  };
  const readTree = (tree: Node, isCovered: (element: Element) => boolean) => {
    const document = tree.ownerDocument ?? (tree as Document);
    const walker = document.createTreeWalker(tree, 1 /* NodeFilter.SHOW_ELEMENT */);
    for (let node: Node | null = walker.currentNode; node && left > 0; node = walker.nextNode()) {
      if (node.nodeType !== 1 || !isCovered(node as Element)) continue;
      left -= 1;
      readElement(node as Element);
    }
  };
  readTree(root, covers);
  return { text: [...values].join('\n'), isWhole: left > 0 };
}
