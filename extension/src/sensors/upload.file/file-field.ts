import type { ShadowRootOf } from '../hidden-text.ts';

/** The target as a file field; by property, because nodes of other frames are of other classes. */
export function asFileField(target: EventTarget | null | undefined): HTMLInputElement | null {
  if (!target || !('localName' in target) || target.localName !== 'input') return null;
  return (target as HTMLInputElement).type === 'file' ? (target as HTMLInputElement) : null;
}

/** File fields in a tree, itself included, also within shadow roots. */
export function findFileFields(root: Node, shadowRootOf: ShadowRootOf): HTMLInputElement[] {
  const own = asFileField(root);
  const fields = own ? [own] : [];
  const elements: Element[] =
    'querySelectorAll' in root ? [...(root as ParentNode).querySelectorAll('*')] : [];
  if (root.nodeType === 1) elements.unshift(root as Element);
  for (const element of elements) {
    const field = element === root ? null : asFileField(element);
    if (field) fields.push(field);
    const shadow = shadowRootOf(element);
    if (shadow) fields.push(...findFileFields(shadow, shadowRootOf));
  }
  return fields;
}
