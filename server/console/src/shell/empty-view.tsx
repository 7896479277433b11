import type { ReactNode } from 'react';

/** Nothing to show, said calmly: what that means and what comes next. */
export function EmptyView(props: {
  title: string;
  hint?: string;
  picture?: ReactNode;
  children?: ReactNode;
}) {
  return (
    <div className="kd-empty">
      {props.picture && (
        <div className="kd-empty-picture" aria-hidden="true">
          {props.picture}
        </div>
      )}
      <h2>{props.title}</h2>
      {props.hint && <p>{props.hint}</p>}
      {props.children}
    </div>
  );
}
