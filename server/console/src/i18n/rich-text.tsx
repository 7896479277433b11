import { Fragment, type ReactNode } from 'react';

import { splitTemplate } from './template.ts';

/** A sentence with elements in its `{places}`; a place without a part stays empty. */
export function RichText(props: { template: string; parts: Readonly<Record<string, ReactNode>> }) {
  return splitTemplate(props.template).map((piece) => (
    <Fragment key={piece.at}>{'part' in piece ? props.parts[piece.part] : piece.text}</Fragment>
  ));
}
