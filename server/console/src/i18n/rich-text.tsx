import { Fragment, type ReactNode } from 'react';

import { splitTemplate } from './template.ts';

/** A sentence with elements in its `{places}`; a place without a part stays empty. */
export function RichText(props: { template: string; parts: Readonly<Record<string, ReactNode>> }) {
  return splitTemplate(props.template).map((piece, index) => (
    // Pieces of one template never change their order.
    <Fragment key={`${index}:${'part' in piece ? piece.part : ''}`}>
      {'part' in piece ? props.parts[piece.part] : piece.text}
    </Fragment>
  ));
}
